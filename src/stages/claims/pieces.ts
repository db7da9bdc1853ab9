import type { Quote } from "../../model/quote.js";
import type { Sentence } from "../../model/sentence.js";
import { overlaps, type Span } from "../../model/span.js";

/** The content of a quote cut at sentence ends: a claim never runs over two sentences. In text order. */
export function piecesOf(quote: Quote, sentences: readonly Sentence[]): readonly Span[] {
  const pieces: Span[] = [];
  for (const content of quote.content) {
    for (const sentence of sentences) {
      if (!overlaps(content, sentence)) continue;
      pieces.push({ start: Math.max(content.start, sentence.start), end: Math.min(content.end, sentence.end) });
    }
  }
  return pieces;
}
