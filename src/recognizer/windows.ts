import type { Sentence } from "../model/sentence.js";

/** A stretch of whole sentences that the encoder reads at once; half-open token indices. */
export interface Window {
  readonly firstToken: number;
  readonly endToken: number;
  /** The sentences, or parts of one that alone is too long, as token indices. */
  readonly sentences: readonly Stretch[];
}

/** A sentence, or a part of one, as token indices. */
export interface Stretch {
  readonly firstToken: number;
  readonly endToken: number;
  readonly block: number;
}

/** A window of more than this share of the limit may end early, at a block's end, so that quotations stay whole. */
const KEEP = 0.6;

/** Cuts sentences into windows of at most `limit` word pieces; `sizes` counts the pieces of each token. */
export function cutWindows(sentences: readonly Sentence[], sizes: readonly number[], limit: number): readonly Window[] {
  const stretches = sentences.flatMap((sentence) => splitLong(sentence, sizes, limit));
  const windows: Window[] = [];
  for (let at = 0; at < stretches.length; ) {
    const stop = windowEnd(stretches, sizes, limit, at);
    const part = stretches.slice(at, stop);
    windows.push({ firstToken: part[0]!.firstToken, endToken: part.at(-1)!.endToken, sentences: part });
    at = stop;
  }
  return windows;
}

/** Index one past the last stretch of the window that begins at `at`. */
function windowEnd(stretches: readonly Stretch[], sizes: readonly number[], limit: number, at: number): number {
  let total = 0;
  let stop = at;
  let blockEnd: number | undefined;
  for (; stop < stretches.length; stop++) {
    if (stop > at && stretches[stop]!.block !== stretches[stop - 1]!.block && total >= KEEP * limit) blockEnd = stop;
    const size = piecesIn(stretches[stop]!, sizes);
    if (total + size > limit) break;
    total += size;
  }
  return stop < stretches.length ? (blockEnd ?? stop) : stop;
}

/** A sentence as it is, or in parts when it alone exceeds the limit. */
function splitLong(sentence: Sentence, sizes: readonly number[], limit: number): readonly Stretch[] {
  const { firstToken, endToken, block } = sentence;
  const parts: Stretch[] = [];
  let begin = firstToken;
  let total = 0;
  for (let i = firstToken; i < endToken; i++) {
    if (total + sizes[i]! > limit) {
      parts.push({ firstToken: begin, endToken: i, block });
      begin = i;
      total = 0;
    }
    total += sizes[i]!;
  }
  return [...parts, { firstToken: begin, endToken, block }];
}

function piecesIn(stretch: Stretch, sizes: readonly number[]): number {
  let total = 0;
  for (let i = stretch.firstToken; i < stretch.endToken; i++) total += sizes[i]!;
  return total;
}
