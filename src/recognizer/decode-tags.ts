import { argmax, type Columns, cells, type Rows } from "./rows.js";

/** A tagged stretch of tokens, half-open rows of a window; `kind` counts the head's types from 0. */
export interface TagSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  /** Mean probability of the labels on its path, 0 to 1. */
  readonly score: number;
}

/** Never chosen: an I label after anything but its own B or I. */
const FORBIDDEN = -1e4;

/** Spans of a BIO head (label 0 is O, 2k+1 begins type k, 2k+2 continues it) on the best allowed path. */
export function decodeTags(rows: Rows, columns: Columns): readonly TagSpan[] {
  const path = bestPath(rows, columns);
  const spans: { start: number; end: number; kind: number; score: number }[] = [];
  for (const [row, label] of path.entries()) {
    if (label === 0) continue;
    const score = probability(cells(rows, row, columns), label);
    if (label % 2 === 1) spans.push({ start: row, end: row + 1, kind: (label - 1) / 2, score });
    else {
      const span = spans.at(-1)!;
      span.end = row + 1;
      span.score += score;
    }
  }
  return spans.map((span) => ({ ...span, score: span.score / (span.end - span.start) }));
}

/** Viterbi: the label path with the greatest sum of logits under the BIO rules. */
function bestPath(rows: Rows, columns: Columns): readonly number[] {
  const labels = columns.width;
  if (rows.count === 0) return [];
  const back = new Uint8Array(rows.count * labels);
  let score = Float64Array.from(cells(rows, 0, columns), (logit, label) => (isInside(label) ? FORBIDDEN : logit));
  for (let row = 1; row < rows.count; row++) {
    const best = argmax(score);
    const next = new Float64Array(labels);
    const logits = cells(rows, row, columns);
    for (let label = 0; label < labels; label++) {
      // O and B may follow anything; I-x may follow B-x and I-x, which stand just before it.
      const from = isInside(label) ? (score[label - 1]! >= score[label]! ? label - 1 : label) : best;
      back[row * labels + label] = from;
      next[label] = score[from]! + logits[label]!;
    }
    score = next;
  }
  const path = new Array<number>(rows.count);
  path[rows.count - 1] = argmax(score);
  for (let row = rows.count - 1; row > 0; row--) path[row - 1] = back[row * labels + path[row]!]!;
  return path;
}

const isInside = (label: number): boolean => label > 0 && label % 2 === 0;

/** For each row, the probability of any label of a BIO head but O. */
export const presences = (rows: Rows, columns: Columns): readonly number[] =>
  Array.from({ length: rows.count }, (_, row) => 1 - probability(cells(rows, row, columns), 0));

/** Softmax probability of one of some logits. */
function probability(logits: Float32Array, label: number): number {
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - logits[label]!);
  return 1 / sum;
}
