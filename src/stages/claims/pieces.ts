import type { Quote } from "../../model/quote.js";
import type { Sentence } from "../../model/sentence.js";
import type { Span } from "../../model/span.js";
import { partitionPoint } from "../../text/partition-point.js";

/** The content of a quote cut at sentence ends: a claim never runs over two sentences. In text order. */
export function piecesOf(quote: Quote, sentences: readonly Sentence[]): readonly Span[] {
  return quote.content.flatMap((content) =>
    spansFrom(sentences, content).map((sentence) => ({
      start: Math.max(content.start, sentence.start),
      end: Math.min(content.end, sentence.end),
    })),
  );
}

/** Those of `spans`, which are in order and do not overlap, that share characters with `within`. */
export function spansFrom<T extends Span>(spans: readonly T[], within: Span): readonly T[] {
  const first = partitionPoint(spans, ({ end }) => end <= within.start);
  let end = first;
  while (end < spans.length && spans[end]!.start < within.end) end++;
  return spans.slice(first, end);
}
