import { element, type Html, together } from "../../show/html.js";
import { pageHead } from "../../show/page-head.js";
import { PAGE_STYLE } from "../../show/page-style.js";
import { CHANGE_KINDS, OUTCOMES } from "../change.js";
import { excessLine } from "../tolerance.js";
import { changesIn } from "../totals.js";
import { type Comparison, type Detail, isWithin } from "./comparison.js";
import { articleSection } from "./html-change.js";
import { DIFF_STYLE } from "./html-style.js";

const STYLE = `${PAGE_STYLE}${DIFF_STYLE}${[...CHANGE_KINDS, ...OUTCOMES].map(hiding).join("")}`;

/** Most unreadable files that a page lists. */
const MOST_FAILURES = 200;

/**
 * One self-contained page, piece by piece: totals, then the worst articles with every change, the text around it, and
 * what differs marked. Switches hide kinds and outcomes without script. Everything from the files is escaped; the page's
 * policy forbids every script, every style but its own and every connection.
 */
export async function* htmlReport(comparison: Comparison, details: AsyncIterable<Detail>): AsyncGenerator<string> {
  const { totals, worst } = comparison;
  const title = `Comparison: ${totals.changes} changes in ${totals.changedArticles} articles`;
  const head = pageHead(title, { style: STYLE });
  const header = element(
    "header",
    {},
    element("h1", {}, title),
    verdict(comparison),
    switches(
      "Kinds",
      CHANGE_KINDS.filter((kind) => changesIn(totals.counts[kind]) > 0),
    ),
    switches("Outcomes", OUTCOMES),
  );
  yield `<!doctype html>\n<html lang="en">${head.markup}<body>${header.markup}<main>`;
  yield together([totalsTable(comparison), ...failureList(comparison)]).markup;
  let shown = 0;
  for await (const detail of details) {
    shown++;
    yield `\n${articleSection(detail).markup}`;
  }
  const more = worst.length - shown;
  if (more > 0) yield `\n${element("p", { class: "meta" }, `… and ${more} more articles with changes`).markup}`;
  yield "</main></body></html>\n";
}

function verdict(comparison: Comparison): Html {
  if (isWithin(comparison)) return element("p", { class: "meta verdict" }, "Within the tolerance");
  const failed = comparison.failures.length > 0 ? [`${comparison.failures.length} files could not be compared`] : [];
  return element("p", { class: "meta verdict over" }, [...comparison.excesses.map(excessLine), ...failed].join(" · "));
}

const switches = (legend: string, names: readonly string[]): Html =>
  element(
    "fieldset",
    { class: "layers" },
    element("legend", {}, legend),
    ...names.map((name) =>
      element(
        "label",
        {},
        element("input", { type: "checkbox", id: `show-${name}`, checked: "", autocomplete: "off" }),
        ` ${name}`,
      ),
    ),
  );

/** The rule that hides a kind or an outcome when its switch is off. */
function hiding(name: string): string {
  return `body:has(#show-${name}:not(:checked)) .change.${name} { display: none; }\n`;
}

const FIGURES = ["old", "new", "lost", "gained", "changed"] as const;

function totalsTable({ totals }: Comparison): Html {
  const cell = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): Html =>
    element(name, { class: "figure", ...attributes }, text);
  const rows = CHANGE_KINDS.map((kind) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, kind),
      ...FIGURES.map((figure) =>
        cell("td", kind === "header" && figure !== "changed" ? "" : String(totals.counts[kind][figure])),
      ),
      element("td", {}, totals.differences[kind].map(([what, count]) => `${what} ${count}`).join(" · ")),
    ),
  );
  return element(
    "table",
    { class: "totals" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("td", {}),
        ...FIGURES.map((figure) => cell("th", figure, { scope: "col" })),
        element("th", { scope: "col" }, "what changed"),
      ),
    ),
    element("tbody", {}, ...rows),
  );
}

const failureList = ({ failures }: Comparison): readonly Html[] =>
  failures.length === 0
    ? []
    : [
        element(
          "ul",
          { class: "failures" },
          ...failures.slice(0, MOST_FAILURES).map(({ file, message }) => element("li", {}, `${file}: ${message}`)),
        ),
      ];
