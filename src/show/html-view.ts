import type { KnowledgeFile } from "../model/knowledge-file.js";
import { headOf, oneLine } from "./describe.js";
import { constant, element, type Html, together } from "./html.js";
import { articleHtml } from "./html-article.js";
import { listsHtml } from "./html-lists.js";
import { letterOf } from "./mark-letters.js";
import type { MarkKind } from "./marks.js";
import { pageHead } from "./page-head.js";
import { PAGE_SCRIPT } from "./page-script.js";
import { PAGE_STYLE } from "./page-style.js";

/** What can be switched on and off in the text, without script, and how it is marked there. */
const SWITCHES: readonly (readonly [name: string, kind: MarkKind])[] = [
  ["People", "person"],
  ["Organizations", "organization"],
  ["Places", "place"],
  ["Other", "other"],
  ["Dates", "time"],
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
  const head = pageHead(title, { style: PAGE_STYLE, script: PAGE_SCRIPT });
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
function toggle([name, kind]: (typeof SWITCHES)[number], { claims }: { readonly claims: boolean }): Html {
  const letter = letterOf({ kind });
  const checked = name === "Claims" && !claims ? undefined : "";
  return element(
    "label",
    {},
    element("input", { type: "checkbox", id: `show-${name.toLowerCase()}`, checked, autocomplete: "off" }),
    " ",
    element(
      "span",
      { class: kind === "quote" || kind === "claim" || kind === "time" ? kind : `mention ${kind}` },
      name,
      letter === undefined ? "" : element("span", { class: "letter", "data-letter": letter }),
    ),
  );
}
