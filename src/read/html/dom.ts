import { InputError } from "../../model/errors.js";

/** What of a DOM node this folder uses; linkedom's own types need the DOM library of the compiler. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly textContent: string;
  innerHTML: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  appendChild(node: HtmlNode): void;
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  createElement(name: string): HtmlElement;
}

/** Opening and closing; long news pages have some 10,000. Readability takes 4 s for 40,000 that are mostly links. */
const MAX_TAGS = 50_000;
/** News pages nest some 30 deep; Readability's time grows with the square (0.6 s at 300, 6 s at 1,000). */
const MAX_DEPTH = 250;

/**
 * Parses a page into a document with html and body elements, whatever of them the page leaves out. Nothing runs and
 * nothing is fetched. Throws an InputError on pages built to be slow.
 */
export async function parsePage(html: string, file: string): Promise<HtmlDocument> {
  const refuse = (what: string): InputError =>
    new InputError(`${what}: damaged or hostile HTML; give the article's text instead`, { file });
  if (countTags(html) > MAX_TAGS) throw refuse(`more than ${MAX_TAGS} tags`);
  const { parseHTML } = (await import("linkedom")) as unknown as {
    parseHTML: (source: string) => { readonly document: HtmlDocument };
  };
  const isPage = /<html[\s>]/i.test(html);
  const source = isPage ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(source);
  const root = document.documentElement;
  if (root === null || root.nodeName.toLowerCase() !== "html") throw refuse("no html element");
  if (depthOf(root) > MAX_DEPTH) throw refuse(`elements nested more than ${MAX_DEPTH} deep`);
  giveBody(document, root);
  return document;
}

/** Counted before anything is built: linkedom's own time grows with the square of unclosed tags. */
function countTags(html: string): number {
  let tags = 0;
  for (let open = html.indexOf("<"); open !== -1 && tags <= MAX_TAGS; open = html.indexOf("<", open + 1)) tags++;
  return tags;
}

/** Depth by walking, not by recursion: hostile pages overflow the stack. */
function depthOf(root: HtmlNode): number {
  let deepest = 0;
  for (let node: HtmlNode | null = root, depth = 0; node !== null; ) {
    deepest = Math.max(deepest, depth);
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth--;
    }
    node = node === root || node === null ? null : node.nextSibling;
  }
  return deepest;
}

function giveBody(document: HtmlDocument, root: HtmlElement): void {
  const children: HtmlNode[] = [];
  for (let child = root.firstChild; child !== null; child = child.nextSibling) children.push(child);
  const names = children.map((child) => child.nodeName.toLowerCase());
  if (names.includes("body")) return;
  const body = document.createElement("body");
  for (const [index, child] of children.entries()) if (names[index] !== "head") body.appendChild(child);
  root.appendChild(body);
}
