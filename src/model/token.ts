import type { Span } from "./span.js";

/** Universal POS tags (universaldependencies.org/u/pos). */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;

export type Upos = (typeof UPOS)[number];

/** A word, number or punctuation mark. Tokens are in order, do not overlap and never hold white space. */
export interface Token extends Span {
  /** The word in NFC without soft hyphens and zero-width characters; as written in all but odd texts. */
  readonly text: string;
  readonly lemma: string;
  readonly pos: Upos;
  /** Index of the block it stands in. */
  readonly block: number;
}
