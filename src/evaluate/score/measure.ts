import type { Kind } from "../gold/gold-article.js";

/** What a measure comes to, each from 0 to 1. `score` is F1, or a plain share where there is no precision and recall. */
export interface Figures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly score: number;
}

/** Counts of one article, in the order that a measure's `figures` reads them. Counts of articles add up. */
export type Counts = readonly number[];

/** One measure of one kind: its counts article by article, and how their sum is read. */
export interface Measure {
  /** As score.py calls it: strict, overlap, detect, end_to_end, … */
  readonly name: string;
  /** `all`, or the type it is of. */
  readonly group: string;
  /** True for the measures that floors are pinned to. */
  readonly isChief: boolean;
  readonly counts: readonly Counts[];
  readonly figures: (sum: Counts) => Figures;
}

/** True positives, predicted, gold. */
export const byPrecisionAndRecall = ([hits = 0, predicted = 0, gold = 0]: Counts): Figures =>
  figuresOf(predicted === 0 ? 0 : hits / predicted, gold === 0 ? 0 : hits / gold);

/** Hits among the predicted, predicted, hits among gold, gold: where the two sides count by a type of their own. */
export const bySides = ([found = 0, predicted = 0, hits = 0, gold = 0]: Counts): Figures =>
  figuresOf(predicted === 0 ? 0 : found / predicted, gold === 0 ? 0 : hits / gold);

/** Right ones, and all. */
export const byShare = ([right = 0, all = 0]: Counts): Figures => ({
  precision: null,
  recall: null,
  score: right / Math.max(1, all),
});

/** Precision and recall with their harmonic mean. */
export const figuresOf = (precision: number, recall: number): Figures => ({
  precision,
  recall,
  score: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

/** The sum of articles' counts. */
export function total(counts: readonly Counts[]): Counts {
  const sum: number[] = [];
  for (const row of counts) {
    for (let at = 0; at < row.length; at++) sum[at] = (sum[at] ?? 0) + row[at]!;
  }
  return sum;
}

/** How a prediction differs from gold. */
export type FaultClass = "missed" | "spurious" | "boundary" | "type" | "wrong source" | "wrong value" | "wrong entity";

/** A marked stretch of a fault: what it is there, and where. */
export interface FaultPart {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

/** One thing that gold says and the prediction does not, or the other way. */
export interface Fault {
  readonly kind: Kind;
  /** Index of the article among those that were scored. */
  readonly article: number;
  readonly class: FaultClass;
  /** Gold's type; the predicted one where there is no gold. */
  readonly type: string;
  readonly gold: readonly FaultPart[];
  readonly predicted: readonly FaultPart[];
  /** What differs, in few words; empty when the parts say it. */
  readonly note: string;
  /** Score points (0 to 1, mean over the kind's main measures) that mending this one fault would win, about. */
  readonly cost: number;
}

/** A fault before its cost is known: `mends` says for each measure what mending adds to its counts. */
export interface RawFault extends Omit<Fault, "kind" | "cost"> {
  readonly mends: Readonly<Record<string, Counts>>;
}

/** Measures and faults of one kind. */
export interface Scored {
  readonly measures: readonly Measure[];
  readonly faults: readonly RawFault[];
}

/** Prices faults: the mean, over the measures of group `all` that are F1s, of what each would win. */
export function priced(kind: Kind, { measures, faults }: Scored): readonly Fault[] {
  const main = measures
    .filter(({ group, name }) => group === "all" && faults.some(({ mends }) => name in mends))
    .map(({ name, counts, figures }) => ({ name, sum: total(counts), figures }));
  return faults.map(({ mends, ...fault }) => {
    const won = main.map(({ name, sum, figures }) => {
      const gain = mends[name];
      if (gain === undefined) return 0;
      return figures(sum.map((count, at) => count + (gain[at] ?? 0))).score - figures(sum).score;
    });
    const cost = won.reduce((all, one) => all + one, 0) / Math.max(1, main.length);
    return { kind, ...fault, cost: Math.max(0, cost) };
  });
}
