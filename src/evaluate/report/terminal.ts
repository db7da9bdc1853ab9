import { showable } from "../../show/ansi.js";
import { isFailure } from "../floors/gate.js";
import { type EvaluatedCorpus, faultCounts, faultGroups, points, type Report, scoreRows } from "./report.js";
import { lostLines, verdictLine } from "./verdict-lines.js";

const HEADS = ["kind", "measure", "type", "P", "R", "score", "95 %", "gold"];
const MOST_FAULTS = 5; // of a kind, in the terminal; the page has all

/** The scores as tables, a corpus each, then the costliest faults and what fell below its floor. Ends with a line end. */
export function terminalReport(report: Report): string {
  const { corpora, pipeline, verdicts } = report;
  const lines = corpora.flatMap((corpus) => {
    const { corpus: name, articles } = corpus;
    const rows = scoreRows({ ...report, corpora: [corpus] }).map((row) => [
      row.kind,
      row.measure,
      row.type,
      row.precision,
      row.recall,
      row.score,
      row.interval,
      row.gold,
    ]);
    return [
      `${name} · ${pipeline} · ${articles.length} articles`,
      ...columns([HEADS, ...rows]),
      "",
      ...faultLines(corpus),
    ];
  });
  const told = verdicts
    .filter(({ standing }) => standing !== "held")
    .flatMap((verdict) => [
      `${isFailure(verdict) ? "✗" : "·"} ${verdictLine(verdict)}`,
      ...(isFailure(verdict) && verdict.lost.length > 0
        ? ["  lost most:", ...lostLines(verdict).map((line) => `    ${line}`)]
        : []),
    ]);
  const held = verdicts.filter(({ standing }) => standing === "held").length;
  const floors = verdicts.length === 0 ? [] : [`floors: ${held} of ${verdicts.length} held`, ...told];
  return [...lines, ...floors].map((line) => `${showable(line)}\n`).join("");
}

function faultLines(corpus: EvaluatedCorpus): readonly string[] {
  return corpus.kinds.flatMap((kind) => {
    const counts = faultCounts(kind).map(([name, count]) => `${name} ${count}`);
    if (counts.length === 0) return [`${kind.kind}: no fault`, ""];
    const worst = faultGroups(corpus, kind)
      .slice(0, MOST_FAULTS)
      .map(({ class: name, type, gold, predicted, note, count, cost }) => {
        const words = [gold, predicted].filter(Boolean).join(" ← ");
        const what = [words, words === "" ? note : note && `(${note})`].filter(Boolean).join(" ");
        return `  ${points(cost)} ${name} ${type}: ${what}${count > 1 ? ` ×${count}` : ""}`;
      });
    return [`${kind.kind}: ${counts.join(" · ")}; costliest:`, ...worst, ""];
  });
}

/** Rows padded to columns; the figures to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEADS.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at < 3 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join("  ")
      .trimEnd(),
  );
}
