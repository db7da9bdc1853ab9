import { InputError } from "../../model/errors.js";
import { refuseSlowPage } from "./page-limits.js";

/** DOM's node types, as far as they are asked for. */
export const ELEMENT = 1;

/** The node type of text. */
export const TEXT = 3;

/** What of a DOM node this folder uses; linkedom's own types need the DOM library of the compiler. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

/** The same of an element. */
export interface HtmlElement extends HtmlNode {
  readonly textContent: string;
  innerHTML: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  appendChild(node: HtmlNode): void;
}

/** The same of a document. */
export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  createElement(name: string): HtmlElement;
}

/**
 * Parses a page into a document with html and body elements, whatever of them the page leaves out. Nothing runs and
 * nothing is fetched. Throws an InputError on pages built to be slow.
 */
export async function parsePage(html: string, file: string): Promise<HtmlDocument> {
  await refuseSlowPage(html, file);
  const { parseHTML } = (await import("linkedom")) as unknown as {
    parseHTML: (source: string) => { readonly document: HtmlDocument };
  };
  const isPage = /<html[\s>]/i.test(html);
  const source = isPage ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(source);
  const root = document.documentElement;
  if (root?.nodeName.toLowerCase() !== "html") {
    throw new InputError("no html element; give a web page, or the article's text as .txt", { file });
  }
  giveBody(document, root);
  return document;
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
