import type { Span } from "../../model/span.js";

/** Words, numbers and single marks of a text: the tokens of formats that need some. Ends of `cuts` are token ends too. */
export function wordsOf(text: string, cuts: readonly Span[] = []): readonly Span[] {
  const ends = [...new Set(cuts.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let next = 0;
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu)].flatMap(({ index, 0: word }) => {
    const pieces: Span[] = [];
    let start = index;
    while (next < ends.length && ends[next]! <= start) next++;
    while (next < ends.length && ends[next]! < index + word.length) {
      pieces.push({ start, end: ends[next]! });
      start = ends[next++]!;
    }
    return [...pieces, { start, end: index + word.length }];
  });
}
