import { ENTITY_TYPES } from "../model/mention.js";
import { ATTITUDES, QUOTE_KINDS } from "../model/quote.js";
import type { Failure } from "./failure.js";
import { counts, type Row, share, table } from "./table.js";
import type { Tally } from "./tally.js";

/** How a run of `extract` went. */
export interface RunResult {
  readonly written: number;
  /** Articles whose file stood there already: not read again, or read to the same bytes. */
  readonly unchanged: number;
  /** Articles that came again in this run, with the same id and the same content. */
  readonly duplicates: number;
  readonly failed: readonly Failure[];
  readonly output: string;
  /** Wall time. In the summary only: a knowledge file knows no clock. */
  readonly seconds: number;
  readonly tally: Tally;
}

/** The closing table, for people. */
export function summaryTable({ written, unchanged, duplicates, failed, output, seconds, tally }: RunResult): string {
  const { assertion, ...others } = tally.speakers;
  const rest = ATTITUDES.filter((attitude) => attitude !== "assertion");
  const restQuotes = Object.values(others).reduce((sum, { quotes }) => sum + quotes, 0);
  const restResolved = Object.values(others).reduce((sum, { resolved }) => sum + resolved, 0);
  const articles: Row = [
    "articles",
    `${counts([
      ["written", written],
      ["unchanged", unchanged],
      ["duplicate", duplicates],
      ["failed", failed.length],
    ])} → ${output}`,
  ];
  if (written + unchanged === 0) return table([articles, ["seconds", seconds.toFixed(1)]]);
  const rows: Row[] = [
    articles,
    ["entities", `${counts(ENTITY_TYPES.map((type) => [type, tally.entities[type]]))} (${tally.mentions} mentions)`],
    ["quotes", counts(QUOTE_KINDS.map((kind) => [kind, tally.quotes[kind]]))],
    ["  speakers of assertions", share(assertion.resolved, assertion.quotes)],
    [
      "  of other attitudes",
      `${share(restResolved, restQuotes)}${
        restQuotes === 0 ? "" : `: ${counts(rest.map((attitude) => [attitude, tally.speakers[attitude].quotes]))}`
      }`,
    ],
    ["  no speaker because", counts(Object.entries(tally.unresolved))],
    ["dates", `${tally.times.all} (${tally.times.withValue} with a value)`],
    ["claims", String(tally.claims)],
    ["problems", counts(Object.entries(tally.problems))],
    ["seconds", seconds.toFixed(1)],
  ];
  return table(rows);
}

/** The same for machines: one line of JSON. */
export const summaryJson = ({ tally, failed, ...result }: RunResult): string => {
  const { articles, ...found } = tally;
  const all = articles + result.duplicates + failed.length;
  return `${JSON.stringify({ articles: all, ...result, failed, ...found })}\n`;
};
