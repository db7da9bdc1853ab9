import { wordList } from "./lexicon.js";

/** Abbreviations that sentences are split by, lower-case, with their stop. */
export interface SentenceLexicons {
  /** A full stop after them seldom ends a sentence: 'Lt.', 'Gov.'. */
  readonly abbreviations: ReadonlySet<string>;
  /** They may end a sentence: 'Inc.', 'Pa.', 'p.m.'. */
  readonly atEnd: ReadonlySet<string>;
  /** They do not end one before a number: 'No. 4'. */
  readonly beforeNumbers: ReadonlySet<string>;
}

/** Reads the lists of abbreviations. Throws a LexiconError when one is missing or broken. */
export const sentenceLexicons = (): SentenceLexicons => ({
  abbreviations: wordList("abbreviations"),
  atEnd: wordList("abbreviations-at-end"),
  beforeNumbers: wordList("abbreviations-before-numbers"),
});
