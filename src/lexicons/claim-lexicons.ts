import { table, wordList } from "./lexicon.js";

type Table = ReadonlyMap<string, readonly string[]>;

/** The word lists of claims; see the header of each file. */
export interface ClaimLexicons {
  /** `modal-words.tsv`. */
  readonly modals: Table;
  /** `negations.txt`. */
  readonly negations: ReadonlySet<string>;
  /** `hearsay-adverbs.tsv`. */
  readonly hearsay: Table;
  /** `claim-governors.tsv`. */
  readonly governors: Table;
  /** `claim-participle-prepositions.txt`. */
  readonly participlePrepositions: ReadonlySet<string>;
  /** `claim-relations.tsv`. */
  readonly relations: Table;
  /** `role-nouns.tsv`. */
  readonly roles: Table;
  /** `time-numbers.tsv`. */
  readonly numbers: Table;
  /** `claim-currencies.tsv`. */
  readonly currencies: Table;
}

/** Reads all lists. Throws a LexiconError that names the file when one is missing or breaks the rules of lists. */
export const claimLexicons = (): ClaimLexicons => ({
  modals: table("modal-words"),
  negations: wordList("negations"),
  hearsay: table("hearsay-adverbs"),
  governors: table("claim-governors"),
  participlePrepositions: wordList("claim-participle-prepositions"),
  relations: table("claim-relations"),
  roles: table("role-nouns"),
  numbers: table("time-numbers"),
  currencies: table("claim-currencies"),
});
