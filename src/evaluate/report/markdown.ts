import { isFailure } from "../floors/gate.js";
import { faultCounts, faultGroups, points, type Report, scoreRows } from "./report.js";
import { lostLines, RULE, verdictLine } from "./verdict-lines.js";

const MOST_FAULTS = 20; // of a kind; the page has all

/** The report for people, and for the comment of a pull request. Words of articles are escaped. */
export function markdownReport(report: Report): string {
  const { corpora, pipeline, verdicts } = report;
  const lines = ["# Evaluation", "", `Pipeline \`${pipeline}\`${report.model ? `, model \`${report.model}\`` : ""}.`];
  if (verdicts.length > 0) {
    const failed = verdicts.filter(isFailure);
    lines.push(
      "",
      "## Floors",
      "",
      failed.length === 0 ? "All held." : `**${failed.length} of ${verdicts.length} failed.** ${RULE}`,
      "",
    );
    for (const verdict of verdicts) {
      lines.push(`- ${isFailure(verdict) ? "✗ " : ""}${plain(verdictLine(verdict))}`);
      if (isFailure(verdict)) for (const line of lostLines(verdict)) lines.push(`  - lost: ${plain(line)}`);
    }
  }
  for (const corpus of corpora) {
    lines.push("", `## ${plain(corpus.corpus)}`, "", `${corpus.articles.length} articles.`, "");
    lines.push(row(["kind", "measure", "type", "precision", "recall", "score", "95 %", "gold"]));
    lines.push(row(["---", "---", "---", "---:", "---:", "---:", "---:", "---:"]));
    for (const one of scoreRows({ ...report, corpora: [corpus] })) {
      lines.push(row([one.kind, one.measure, one.type, one.precision, one.recall, one.score, one.interval, one.gold]));
    }
    for (const kind of corpus.kinds) {
      if (kind.faults.length === 0) continue;
      const counts = faultCounts(kind).map(([name, count]) => `${name} ${count}`);
      lines.push("", `### What costs most: ${kind.kind}`, "", `${counts.join(", ")}.`, "");
      lines.push(row(["cost", "class", "type", "gold", "predicted", "note", "times"]), row(Array(7).fill("---")));
      for (const group of faultGroups(corpus, kind).slice(0, MOST_FAULTS)) {
        const words = [group.gold, group.predicted, group.note].map(plain);
        lines.push(row([points(group.cost), group.class, group.type, ...words, `${group.count}`]));
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A text with nothing in it that Markdown or HTML reads as markup. */
const plain = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#|&~$@]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\s+/g, " ");
