import type { QuoteKind } from "../../model/quote.js";
import { isWord, type Reading, type Run } from "./reading.js";

/** Shares of a content's words that must stand in quotation marks, as the scoring of PolNeAR cuts them. */
const DIRECT = 0.9;
const MIXED = 0.1;

/** Direct, mixed or indirect, by how many of the content's words stand in quotation marks. */
export function quoteKind(reading: Reading, content: readonly Run[]): QuoteKind {
  let words = 0;
  let quoted = 0;
  for (const run of content) {
    for (let i = run.first; i < run.end; i++) {
      if (!isWord(reading.tokens[i]!.text)) continue;
      words++;
      if (reading.quotationOf[i] !== -1) quoted++;
    }
  }
  const share = words === 0 ? 0 : quoted / words;
  if (share > DIRECT) return "direct";
  return share > MIXED ? "mixed" : "indirect";
}
