import { ELEMENT, type HtmlNode, TEXT } from "./dom.js";

/** Elements whose text stands on lines of its own. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);
/** Elements that are not text for a reader. */
const SILENT = new Set(
  "button canvas datalist embed head iframe math noscript object script select style svg template textarea title".split(
    " ",
  ),
);

/**
 * The text a reader sees: one line a block, a blank line between blocks, `<br>` a line end, white space folded as
 * browsers fold it (kept in `<pre>`). Comments, scripts, styles and form fields are left out.
 */
export function blockText(root: HtmlNode): string {
  const blocks: string[] = [];
  let current = "";
  let preserved = 0;
  const endBlock = (): void => {
    const lines = current.split("\n").map((line) => line.replace(/[ \t]+/g, " ").trim());
    for (const paragraph of lines.join("\n").split(/\n{2,}/)) {
      const trimmed = paragraph.trim();
      if (trimmed !== "") blocks.push(trimmed);
    }
    current = "";
  };
  const enter = (node: HtmlNode, name: string): void => {
    if (node.nodeType === TEXT) {
      const value = node.nodeValue ?? "";
      current += preserved > 0 ? value.replace(/\r\n?/g, "\n") : value.replace(/[ \t\n\r\f]+/g, " ");
    }
    if (name === "br") current += "\n";
    if (name === "td" || name === "th") current += " ";
    if (name === "pre") preserved++;
    if (BLOCKS.has(name)) endBlock();
  };
  const leave = (name: string): void => {
    if (BLOCKS.has(name)) endBlock();
    if (name === "pre") preserved--;
  };
  for (let node: HtmlNode | null = root; node !== null; ) {
    const name = nameOf(node);
    enter(node, name);
    if (node.firstChild !== null && !SILENT.has(name)) {
      node = node.firstChild;
      continue;
    }
    leave(name);
    node = following(node, root, leave);
  }
  endBlock();
  return blocks.join("\n\n");
}

/** The next node in document order that is not inside `node`; leaves what ends on the way. */
function following(node: HtmlNode, root: HtmlNode, leave: (name: string) => void): HtmlNode | null {
  let at: HtmlNode | null = node;
  while (at !== null && at !== root && at.nextSibling === null) {
    at = at.parentNode;
    if (at !== null) leave(nameOf(at));
  }
  return at === root || at === null ? null : at.nextSibling;
}

const nameOf = (node: HtmlNode): string => (node.nodeType === ELEMENT ? node.nodeName.toLowerCase() : "");
