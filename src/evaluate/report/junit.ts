import { isFailure } from "../floors/gate.js";
import { figure, type Report } from "./report.js";
import { lostLines, verdictLine } from "./verdict-lines.js";

/**
 * JUnit XML: a suite for each corpus and kind, a case for each measure. A case fails when its measure is below its floor;
 * the text names the articles that lost most.
 */
export function junitReport({ corpora, pipeline, verdicts }: Report): string {
  const suites = corpora.flatMap(({ corpus, kinds }) =>
    kinds.map(({ kind, measures }) => {
      const name = `${corpus} ${kind}`;
      const cases = measures.map((measure) => {
        const of = verdicts.find(
          (one) =>
            measure.group === "all" && one.corpus === corpus && one.kind === kind && one.measure === measure.name,
        );
        const head = `    <testcase classname="${xml(`${pipeline}.${corpus}.${kind}`)}" name="${xml(`${measure.name} ${measure.group}`)}"`;
        if (of !== undefined && isFailure(of)) {
          const text = [verdictLine(of), ...lostLines(of)].map((line) => `${xml(line)}\n`).join("");
          return {
            isFailed: true,
            text: `${head}>\n      <failure message="${xml(verdictLine(of))}">${text}</failure>\n    </testcase>\n`,
          };
        }
        return {
          isFailed: false,
          text: `${head}>\n      <system-out>${figure(measure.score)}</system-out>\n    </testcase>\n`,
        };
      });
      const failures = cases.filter(({ isFailed }) => isFailed).length;
      const body = cases.map(({ text }) => text).join("");
      return {
        count: cases.length,
        failures,
        text: `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}">\n${body}  </testsuite>\n`,
      };
    }),
  );
  const sum = (of: (suite: (typeof suites)[number]) => number): number =>
    suites.reduce((all, suite) => all + of(suite), 0);
  const head = `<testsuites name="copydesk evaluate" tests="${sum(({ count }) => count)}" failures="${sum(({ failures }) => failures)}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.map(({ text }) => text).join("")}</testsuites>\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as XML holds it; characters that XML has no place for become the replacement character. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (mark) => ESCAPES[mark]!);
