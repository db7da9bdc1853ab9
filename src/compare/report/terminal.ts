import { painter, showable } from "../../show/ansi.js";
import { CHANGE_KINDS, type Change, type FieldChange, weightOf } from "../change.js";
import { excessLine } from "../tolerance.js";
import { changesIn } from "../totals.js";
import { type Comparison, type Detail, isWithin } from "./comparison.js";
import { clipped, headingOf } from "./words.js";

/** Most changes of one article that a terminal shows, and most code units of a line's words. */
const MOST_CHANGES = 12;
const MOST_WORDS = 110;

const COLUMNS = ["old", "new", "lost", "gained", "changed"] as const;

/** Totals by kind, then the worst articles with their changes, then the verdict. */
export async function* terminalReport(
  comparison: Comparison,
  details: AsyncIterable<Detail>,
  options: { readonly isColoured: boolean },
): AsyncGenerator<string> {
  const { totals, worst, failures, excesses } = comparison;
  const paint = painter(options.isColoured);
  yield tableOf(comparison);
  let shown = 0;
  for await (const { diff } of details) {
    shown++;
    const text = diff.text === "same" || diff.text === "unknown" ? "" : `, text ${diff.text}`;
    yield `\n${paint(clean(diff.id), "bold")} (${plural(diff.changes.length, "change")}${text})\n`;
    const worstFirst = [...diff.changes].sort((a, b) => weightOf(b) - weightOf(a));
    for (const change of worstFirst.slice(0, MOST_CHANGES)) yield lines(change, paint);
    if (diff.changes.length > MOST_CHANGES) yield `  … and ${diff.changes.length - MOST_CHANGES} more\n`;
  }
  if (worst.length > shown) yield `\n… and ${plural(worst.length - shown, "more article")} with changes\n`;
  yield "\n";
  if (failures.length > 0) yield `${plural(failures.length, "file")} could not be compared\n`;
  for (const excess of excesses) yield `${paint(excessLine(excess), "red")}\n`;
  const changes = `${plural(totals.changes, "change")} in ${plural(totals.changedArticles, "article")}`;
  yield `${changes}: ${isWithin(comparison) ? "within the tolerance" : "not within the tolerance"}\n`;
}

function tableOf({ totals }: Comparison): string {
  const rows = CHANGE_KINDS.map((kind) => {
    const count = totals.counts[kind];
    const differences = changesIn(count) === 0 ? [] : totals.differences[kind].slice(0, 6);
    const cells = COLUMNS.map((column) => (kind === "header" && column !== "changed" ? "" : String(count[column])));
    return [kind, ...cells, differences.map(([name, times]) => `${clean(name)} ${times}`).join(" · ")];
  });
  const all = [["", ...COLUMNS, ""], ...rows];
  const widths = COLUMNS.map((_, i) => Math.max(...all.map((row) => row[i + 1]!.length)));
  return all
    .map(([kind, ...cells]) => {
      const figures = widths.map((width, i) => cells[i]!.padStart(width + 2)).join("");
      return `${`${kind!.padEnd(8)}${figures}  ${cells.at(-1)}`.trimEnd()}\n`;
    })
    .join("");
}

function lines(change: Change, paint: ReturnType<typeof painter>): string {
  const style = change.outcome === "lost" ? "red" : change.outcome === "gained" ? "green" : "yellow";
  const label = clipped(clean(change.label), MOST_WORDS);
  const head = `  ${paint(headingOf(change), style)}: ${label}\n`;
  return head + change.fields.map((field) => fieldLine(field, change)).join("");
}

function fieldLine({ field, old, new: now }: FieldChange, { fields, kind }: Change): string {
  const name = fields.length > 1 && kind !== "header" ? `${clean(field)}: ` : "";
  return `    ${name}${told(old)} → ${told(now)}\n`;
}

const told = (words: string | null): string => (words === null ? "(none)" : clipped(clean(words), MOST_WORDS));

const clean = (text: string): string => showable(text.replace(/\s+/g, " "));

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
