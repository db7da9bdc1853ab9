import { createHash } from "node:crypto";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { headOf, oneLine } from "./describe.js";
import { constant, element, type Html, pageHead, together } from "./html.js";
import { articleHtml } from "./html-article.js";
import { listsHtml } from "./html-lists.js";
import { PAGE_SCRIPT } from "./page-script.js";
import { PAGE_STYLE } from "./page-style.js";

/** What can be switched on and off in the text, without script, and how it is marked there. */
const SWITCHES: readonly (readonly [name: string, className: string, letter?: string])[] = [
  ["People", "mention person", "P"],
  ["Organizations", "mention organization", "O"],
  ["Places", "mention place", "L"],
  ["Other", "mention other", "X"],
  ["Dates", "time", "T"],
  ["Quotations", "quote"],
  ["Claims", "claim"],
];

/**
 * One self-contained page: the article with its names, dates, quotations and claims marked, and lists of them beside it,
 * linked both ways. Everything from the file is escaped; the page's policy forbids every script and style but its own
 * two, by their digests, and every connection.
 */
export function htmlView(file: KnowledgeFile, options: { readonly claims: boolean } = { claims: false }): string {
  const title = oneLine(file.article.title ?? file.article.id);
  const head = pageHead(title, POLICY, PAGE_STYLE);
  const body = element(
    "body",
    {},
    element("a", { class: "skip", href: "#lists" }, "To the lists"),
    element(
      "header",
      {},
      element("h1", { dir: "auto" }, title),
      element("p", { class: "meta" }, headOf(file).join(" · ")),
      element(
        "fieldset",
        { class: "layers" },
        element("legend", {}, "Show"),
        ...SWITCHES.map((item) => toggle(item, options)),
      ),
    ),
    element(
      "main",
      {},
      articleHtml(file),
      element("aside", { id: "lists", "aria-label": "Lists" }, ...listsHtml(file, options)),
    ),
    element("script", {}, constant(PAGE_SCRIPT)),
  );
  return `<!doctype html>\n${together([element("html", { lang: "en" }, head, body)]).markup}\n`;
}

/** A switch that is its own legend. Claims start off, as they cover most of a text. */
function toggle([name, className, letter]: (typeof SWITCHES)[number], { claims }: { readonly claims: boolean }): Html {
  const checked = name === "Claims" && !claims ? undefined : "";
  return element(
    "label",
    {},
    element("input", { type: "checkbox", id: `show-${name.toLowerCase()}`, checked, autocomplete: "off" }),
    " ",
    element(
      "span",
      { class: className },
      name,
      letter === undefined ? "" : element("span", { class: "letter", "data-letter": letter }),
    ),
  );
}

const digest = (content: string): string => `'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`;

const POLICY = [
  "default-src 'none'",
  `style-src ${digest(PAGE_STYLE)}`,
  `script-src ${digest(PAGE_SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
