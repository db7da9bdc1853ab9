import { excessLine } from "../tolerance.js";
import { type Comparison, type Detail, isWithin } from "./comparison.js";

/** The whole comparison as one JSON document, piece by piece: totals, failures, then every changed article, worst first. */
export async function* jsonReport(comparison: Comparison, details: AsyncIterable<Detail>): AsyncGenerator<string> {
  const { totals, failures, limits, excesses } = comparison;
  const differences = Object.fromEntries(
    Object.entries(totals.differences).map(([kind, list]) => [kind, Object.fromEntries(list)]),
  );
  const head = {
    within: isWithin(comparison),
    changes: totals.changes,
    changedArticles: totals.changedArticles,
    counts: totals.counts,
    differences,
    limits,
    exceeded: excesses.map((excess) => ({ ...excess, message: excessLine(excess) })),
    failures,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"articles":[`;
  let separator = "\n";
  for await (const { diff } of details) {
    yield separator + JSON.stringify(diff);
    separator = ",\n";
  }
  yield "\n]}\n";
}
