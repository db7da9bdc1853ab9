import { constant, element, type Html, together } from "../../show/html.js";
import { pageHead } from "../../show/page-head.js";
import { type PageData, pageData } from "./page-data.js";
import { ERROR_SCRIPT } from "./page-script.js";
import { ERROR_STYLE } from "./page-style.js";
import type { Report } from "./report.js";

const FILTERS = ["kind", "class", "type", "article"] as const;

/**
 * One self-contained page to browse errors: a list that filters narrow, costliest first, and the article of the chosen
 * one, gold beside the prediction. Its policy forbids every script and style but its own two, and every connection.
 */
export function errorPage(report: Report): string {
  const { pipeline, corpora } = report;
  const title = `Errors of ${pipeline}`;
  const count = corpora.reduce((sum, { articles }) => sum + articles.length, 0);
  const head = pageHead(title, { style: ERROR_STYLE, script: ERROR_SCRIPT });
  const body = element(
    "body",
    {},
    element(
      "header",
      {},
      element("h1", {}, title),
      element(
        "p",
        { class: "meta" },
        `${corpora.map(({ corpus }) => corpus).join(", ")} · ${count} articles · costs are hundredths of the score, mean of the kind's measures`,
      ),
      element(
        "form",
        { "aria-label": "Filters" },
        ...FILTERS.map((name) =>
          element(
            "label",
            {},
            `${name} `,
            element("select", { id: `by-${name}`, autocomplete: "off" }, element("option", { value: "" }, "all")),
          ),
        ),
        element("button", { type: "button", id: "clear" }, "All errors"),
      ),
    ),
    element(
      "nav",
      { "aria-label": "Errors" },
      element("p", { id: "count", role: "status" }, "This page needs its script to list the errors."),
      element("ol", { id: "faults" }),
      element("button", { type: "button", id: "more", hidden: "" }, "Show more"),
    ),
    element("main", { id: "main", tabindex: "0" }, element("div", { id: "view" }), legend()),
    data(pageData(report)),
    element("script", {}, constant(ERROR_SCRIPT)),
  );
  return `<!doctype html>\n${together([element("html", { lang: "en" }, head, body)]).markup}\n`;
}

const legend = (): Html =>
  element(
    "p",
    { class: "key" },
    "Letters after marks: M missed, S spurious, B boundary, T type, W wrong source, V wrong value, E wrong entity; small ",
    "ones begin a name's or time's type. Contents are tinted, sources underlined twice, cues in italics. In the list, arrow ",
    "keys go from error to error.",
  );

/** Data for the script. Written as JSON in which no '<' is left, so that nothing in it can end the element or begin another. */
const data = (value: PageData): Html =>
  element(
    "script",
    { type: "application/json", id: "data" },
    constant(JSON.stringify(value).replaceAll("<", "\\u003c")),
  );
