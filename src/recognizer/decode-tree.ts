import { argmax, cells, dot, type Layout, type Rows } from "./rows.js";
import type { Scorers } from "./scorers.js";

/** The tree of one sentence, by row: head rows (a root is its own head) and relation indices. */
export interface Tree {
  readonly heads: readonly number[];
  readonly relations: readonly number[];
}

/** Stands for an impossible arc. */
const NEVER = -1e9;

/** Parses rows `start` to `end` of a window as one sentence. `root` is the index of the relation of roots. */
export function decodeTree(
  rows: Rows,
  layout: Layout,
  scorers: Scorers,
  sentence: { readonly start: number; readonly end: number; readonly root: number },
): Tree {
  const { start, end, root } = sentence;
  const heads = decodeHeads(arcScores(rows, layout, scorers, start, end)).map((head) => head + start);
  const relations = heads.map((head, i) =>
    head === start + i ? root : relationOf(rows, layout, scorers, start + i, head, root),
  );
  return { heads, relations };
}

/** Log probability of each head (column) for each dependent (row); the diagonal is that of being the root. */
function arcScores(rows: Rows, layout: Layout, scorers: Scorers, start: number, end: number): readonly Float64Array[] {
  const query = layout("arc_query");
  const key = layout("arc_key");
  const first = layout("first");
  const scale = 1 / Math.sqrt(query.width);
  return Array.from({ length: end - start }, (_, i) => {
    const dependent = cells(rows, start + i, query);
    const scores = new Float64Array(end - start);
    for (let j = 0; j < scores.length; j++) {
      scores[j] =
        i === j
          ? cells(rows, start + i, first)[0]!
          : dot(dependent, cells(rows, start + j, key)) * scale + scorers.arcBias[scorers.bucketOf(j - i)]!;
    }
    return logSoftmax(scores);
  });
}

function logSoftmax(scores: Float64Array): Float64Array {
  const top = scores[argmax(scores)]!;
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return scores.map((score) => score - top - Math.log(total));
}

/**
 * The best root, then each token's best head; while heads run in a circle, the token leaves it that loses least by
 * taking its best head outside. Exported for its test.
 */
export function decodeHeads(scores: readonly Float64Array[]): readonly number[] {
  const root = argmax(scores.map((row, i) => row[i]!));
  const heads = scores.map((row, i) => (i === root ? root : bestHead(row, (j) => j !== i)));
  for (let circle = findCircle(heads); circle !== undefined; circle = findCircle(heads)) {
    let best: { token: number; head: number; loss: number } | undefined;
    for (const token of circle) {
      const head = bestHead(scores[token]!, (j) => !leadsTo(heads, j, token));
      const loss = scores[token]![heads[token]!]! - scores[token]![head]!;
      if (best === undefined || loss < best.loss) best = { token, head, loss };
    }
    heads[best!.token] = best!.head;
  }
  return heads;
}

function bestHead(row: Float64Array, isAllowed: (head: number) => boolean): number {
  return argmax(row.map((score, j) => (isAllowed(j) ? score : NEVER)));
}

/** True when the path of heads from `from` comes to `token`. */
function leadsTo(heads: readonly number[], from: number, token: number): boolean {
  let at = from;
  for (let steps = 0; steps <= heads.length; steps++) {
    if (at === token) return true;
    if (heads[at] === at) return false;
    at = heads[at]!;
  }
  return false;
}

/** The tokens of some circle of heads, or undefined when all paths end at the root. */
function findCircle(heads: readonly number[]): readonly number[] | undefined {
  const done = new Set<number>();
  for (let from = 0; from < heads.length; from++) {
    const path: number[] = [];
    let at = from;
    while (!done.has(at) && !path.includes(at)) {
      path.push(at);
      at = heads[at]!;
    }
    if (!done.has(at) && heads[at] !== at) return path.slice(path.indexOf(at));
    for (const token of path) done.add(token);
  }
  return undefined;
}

/** Index of the best relation, other than root, from a dependent to its head. */
function relationOf(rows: Rows, layout: Layout, scorers: Scorers, row: number, head: number, root: number): number {
  const other = cells(rows, head, layout("relation_head"));
  const hidden = cells(rows, row, layout("relation_dependent")).map((value, i) => Math.max(0, value + other[i]!));
  const { relationWeight, relationBias } = scorers;
  const scores = relationBias.map((bias, relation) => {
    const from = relation * hidden.length;
    return bias + dot(hidden, relationWeight.subarray(from, from + hidden.length));
  });
  scores[root] = NEVER;
  return argmax(scores);
}
