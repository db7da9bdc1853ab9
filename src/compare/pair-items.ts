import type { Span } from "../model/span.js";

/** A fact to be paired: where its parts stand, in the new text's offsets, and what it says. */
export interface Item {
  /** Where it stands as a whole; null when its words are not in the new text. */
  readonly span: Span | null;
  /** True when its words stand in its own text only: such facts are paired by their words. */
  readonly isLoose: boolean;
  /** Equal for two facts only if they are in the same place: see {@link placeOf}; empty when the place is not known. */
  readonly place: string;
  /** Its words without regard to place: pairs facts whose texts cannot be aligned. */
  readonly words: string;
}

/** A fact of the old reading and the one of the new that is about the same words, by index. */
export interface Pair {
  readonly old: number;
  readonly new: number;
}

/** A fact is looked at beside the last so many that it may overlap, and by so many of its parts: hostile files stay quick. */
const MOST_NEIGHBOURS = 50;

/**
 * Pairs the facts of two readings, each at most once: first those in the very same place, then the best of those that
 * overlap by `likeness`, then, among loose facts, those of the same words in the same order. A likeness of 0
 * is no pair. Ids play no part.
 */
export function pairItems(
  old: readonly Item[],
  now: readonly Item[],
  likeness: (old: number, now: number) => number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  const freeOld = new Set(old.keys());
  const freeNew = new Set(now.keys());
  const take = (pair: Pair): void => {
    pairs.push(pair);
    freeOld.delete(pair.old);
    freeNew.delete(pair.new);
  };
  for (const pair of sameKey(
    freeOld,
    freeNew,
    (i) => old[i]!.place,
    (j) => now[j]!.place,
  ))
    take(pair);
  const near = neighbours(old, now, freeOld, freeNew)
    .map((pair) => ({ ...pair, score: likeness(pair.old, pair.new) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.old - b.old || a.new - b.new);
  for (const pair of near) {
    if (freeOld.has(pair.old) && freeNew.has(pair.new)) take({ old: pair.old, new: pair.new });
  }
  const looseOld = new Set([...freeOld].filter((i) => old[i]!.isLoose));
  const looseNew = new Set([...freeNew].filter((j) => now[j]!.isLoose));
  for (const pair of sameKey(
    looseOld,
    looseNew,
    (i) => old[i]!.words,
    (j) => now[j]!.words,
  ))
    take(pair);
  return pairs.sort((a, b) => a.new - b.new);
}

/** A key of a fact's place: its parts' offsets, in order. Empty when one of them is not known. */
export const placeOf = (parts: readonly (readonly (Span | null)[])[]): string =>
  parts.some((spans) => spans.includes(null))
    ? ""
    : parts.map((spans) => spans.map((span) => `${span!.start}-${span!.end}`).join(",")).join(";");

/** Code units that two lists of spans share, as a share of all they cover; the spans of one list do not overlap. */
export function shareOf(a: readonly (Span | null)[], b: readonly (Span | null)[]): number {
  const left = known(a);
  const right = known(b);
  let common = 0;
  for (const x of left) {
    for (const y of right) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  }
  const all = size(left) + size(right) - common;
  return all > 0 ? common / all : 0;
}

/** True when one list's spans lie at least by half in the other's. */
export function isHalfWithin(a: readonly (Span | null)[], b: readonly (Span | null)[]): boolean {
  const small = Math.min(size(known(a)), size(known(b)));
  const all = size(known(a)) + size(known(b));
  const share = shareOf(a, b);
  return small > 0 && (share * all) / (1 + share) >= small / 2;
}

/** The extent of some spans; null when none is known. */
export function extentOf(spans: readonly (Span | null)[]): Span | null {
  const given = known(spans);
  if (given.length === 0) return null;
  return {
    start: given.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: given.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

const known = (spans: readonly (Span | null)[]): readonly Span[] =>
  spans.filter((span) => span !== null).slice(0, MOST_NEIGHBOURS);

const size = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0);

function sameKey(
  old: ReadonlySet<number>,
  now: ReadonlySet<number>,
  keyOld: (index: number) => string,
  keyNew: (index: number) => string,
): readonly Pair[] {
  const waiting = new Map<string, number[]>();
  for (const index of now) {
    const key = keyNew(index);
    const list = waiting.get(key);
    if (list !== undefined) list.push(index);
    else if (key !== "") waiting.set(key, [index]);
  }
  for (const list of waiting.values()) list.reverse();
  const pairs: Pair[] = [];
  for (const index of old) {
    const found = waiting.get(keyOld(index))?.pop();
    if (found !== undefined) pairs.push({ old: index, new: found });
  }
  return pairs;
}

/** Pairs of free facts whose extents overlap. */
function neighbours(
  old: readonly Item[],
  now: readonly Item[],
  freeOld: ReadonlySet<number>,
  freeNew: ReadonlySet<number>,
): readonly Pair[] {
  const inOrder = (items: readonly Item[], free: ReadonlySet<number>) =>
    [...free]
      .flatMap((index) => (items[index]!.span === null ? [] : [{ index, span: items[index]!.span }]))
      .sort((a, b) => a.span.start - b.span.start || a.index - b.index);
  const right = inOrder(now, freeNew);
  const pairs: Pair[] = [];
  let active: typeof right = [];
  let next = 0;
  for (const { index, span } of inOrder(old, freeOld)) {
    while (next < right.length && right[next]!.span.start < span.end) active.push(right[next++]!);
    active = active.filter((item) => item.span.end > span.start).slice(-MOST_NEIGHBOURS);
    for (const item of active) if (item.span.start < span.end) pairs.push({ old: index, new: item.index });
  }
  return pairs;
}
