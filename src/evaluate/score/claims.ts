import type { Span } from "../../model/span.js";
import type { GoldClaim, GoldSentence } from "../gold/gold-article.js";
import { type ClaimMatch, claimMatch } from "./claim-match.js";
import { type Counts, type Figures, figuresOf, type Measure, type RawFault, type Scored, total } from "./measure.js";
import type { Pair } from "./pair.js";

interface Compared extends Span {
  readonly gold: readonly GoldClaim[];
  readonly predicted: readonly GoldClaim[];
  /** A row for each gold claim, a cell for each predicted one. */
  readonly matches: readonly (readonly ClaimMatch[])[];
}

/**
 * Claims by CaRB: recall is the best match of each gold claim, precision that of claims matched one to one; score.py's
 * `claims` for claims without confidence. Only sentences that gold lists are scored.
 */
export function scoreClaims(pairs: readonly Pair<"claims">[]): Scored {
  const all = pairs.map(({ gold, predicted }) => gold.map((sentence) => compared(sentence, predicted)));
  const counts = all.map((sentences) => total([[0, 0, 0, 0], ...sentences.map(countOf)]));
  const measure = (name: string, isChief: boolean, figures: (sum: Counts) => Figures): Measure => ({
    name,
    group: "all",
    isChief,
    counts,
    figures,
  });
  const faults = all.flatMap((sentences, article) => sentences.flatMap((one) => faultsOf(one, article)));
  return { measures: [measure("f1", true, optimum), measure("area", false, area)], faults };
}

/** Counts: precision's part and whole, recall's part and whole. Without a claim there is nothing to choose: zero. */
const optimum = ([right = 0, predicted = 0, found = 0, gold = 0]: Counts): Figures =>
  predicted === 0 ? figuresOf(0, 0) : figuresOf(right / predicted, gold === 0 ? 0 : found / gold);

/** Area under the curve from (recall 0, precision 1) to the one point there is. */
const area = (sum: Counts): Figures => {
  const { precision, recall } = optimum(sum);
  const score = sum[1] === 0 ? 0 : ((recall ?? 0) * (1 + (precision ?? 0))) / 2;
  return { precision: null, recall: null, score };
};

/** Predicted sentences that lie in gold's by half of their length or more are that sentence. */
function compared(gold: GoldSentence, sentences: readonly GoldSentence[]): Compared {
  const within = ({ start, end }: GoldSentence): boolean =>
    2 * (Math.min(end, gold.end) - Math.max(start, gold.start)) >= Math.min(end - start, gold.end - gold.start);
  const predicted = sentences.filter(within).flatMap(({ claims }) => claims);
  const matches = gold.claims.map((claim) => predicted.map((other) => claimMatch(claim, other)));
  return { start: gold.start, end: gold.end, gold: gold.claims, predicted, matches };
}

const bestRecall = (row: readonly ClaimMatch[]): number => Math.max(0, ...row.map(({ recall }) => recall));

function countOf({ gold, predicted, matches }: Compared): Counts {
  const cells = matches.flatMap((row, i) => row.map(({ precision }, j) => ({ precision, i, j })));
  cells.sort((a, b) => b.precision - a.precision || a.i - b.i || a.j - b.j);
  const [usedGold, usedPredicted] = [new Set<number>(), new Set<number>()];
  let right = 0;
  for (const { precision, i, j } of cells) {
    if (usedGold.has(i) || usedPredicted.has(j)) continue;
    usedGold.add(i);
    usedPredicted.add(j);
    right += precision;
  }
  return [right, predicted.length, matches.reduce((sum, row) => sum + bestRecall(row), 0), gold.length];
}

/** A gold claim is missed, and a predicted one spurious, when its best match has less than this share of its words. */
const LEAST_MATCH = 0.5;

const asText = ({ predicate, arguments: [first = "", ...rest] }: GoldClaim): string =>
  [first, predicate, ...rest].filter(Boolean).join(" | ");

function faultsOf(sentence: Compared, article: number): readonly RawFault[] {
  const { start, end, gold, predicted, matches } = sentence;
  const part = [{ role: "claim", start, end }];
  const missed = gold.flatMap((claim, index): readonly RawFault[] => {
    const found = bestRecall(matches[index]!);
    if (found >= LEAST_MATCH) return [];
    const about = { article, type: "claim", gold: part, predicted: [], note: asText(claim) };
    return [{ ...about, class: "missed", mends: { f1: [0, 0, 1 - found, 0] } }];
  });
  const spurious = predicted.flatMap((claim, at): readonly RawFault[] => {
    const right = Math.max(0, ...matches.map((row) => row[at]!.precision));
    if (right >= LEAST_MATCH) return [];
    const about = { article, type: "claim", gold: [], predicted: part, note: asText(claim) };
    return [{ ...about, class: "spurious", mends: { f1: [0, -1, 0, 0] } }];
  });
  return [...missed, ...spurious];
}
