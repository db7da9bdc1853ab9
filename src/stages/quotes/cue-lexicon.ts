import { LexiconError } from "../../model/errors.js";
import { ATTITUDES, type Attitude } from "../../model/quote.js";

/** What the lexicon says of a cue: its class (say, ask, deny, think, …), its attitude and the complements it takes. */
export interface CueEntry {
  readonly lemma: string;
  readonly class: string;
  readonly attitude: Attitude;
  /** `quote`, `clause`, `wh`, `to`, `np`, `addressee`, `seem`, `according`, `that` (nouns). */
  readonly complements: ReadonlySet<string>;
  /** Prepositions and particles that lead to the content: 'call for', 'point out'. */
  readonly prepositions: ReadonlySet<string>;
}

/** The word lists attribution reads, loaded by the pipeline. */
export interface CueLexiconSources {
  /** `cue-verbs.tsv`. */
  readonly verbs: ReadonlyMap<string, readonly string[]>;
  /** `cue-nouns.tsv`. */
  readonly nouns: ReadonlyMap<string, readonly string[]>;
  /** `cue-adjectives.tsv`. */
  readonly adjectives: ReadonlyMap<string, readonly string[]>;
  /** `cue-phrases.tsv`: a verb's lemma and the fixed words after it. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** `hearsay-adverbs.tsv`: adverb -> attitude. */
  readonly hearsay: ReadonlyMap<string, readonly string[]>;
  /** `attribution-words.tsv`: word -> what it does around a cue. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** `attribution-subordinators.txt`: words that open a side clause. */
  readonly subordinators: ReadonlySet<string>;
  /** `attribution-occasions.txt`: when, where and in what somebody speaks: 'Monday', 'interview', 'rally', 'tweet'. */
  readonly occasions: ReadonlySet<string>;
  /** `attribution-sources.txt`: nouns a colon or 'according to' headline may give as a source: 'report', 'official', 'poll'. */
  readonly sourceNouns: ReadonlySet<string>;
}

/** The word lists, checked and ready for the rules. */
export interface CueLexicon extends Omit<CueLexiconSources, "verbs" | "nouns" | "adjectives" | "phrases" | "words"> {
  readonly verbs: ReadonlyMap<string, CueEntry>;
  readonly nouns: ReadonlyMap<string, CueEntry>;
  readonly adjectives: ReadonlyMap<string, CueEntry>;
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the verb's lemma: the words after it, longest first, and the entry. */
  readonly phrases: ReadonlyMap<string, readonly CuePhrase[]>;
}

/** A verb with fixed words after it: 'take' and ['aim', 'at']. */
export interface CuePhrase {
  readonly rest: readonly string[];
  readonly entry: CueEntry;
}

/** Reads the tables. Throws a LexiconError that names the row when an attitude is unknown or a complement is missing. */
export const cueLexicon = (sources: CueLexiconSources): CueLexicon => ({
  ...sources,
  verbs: entries("cue-verbs.tsv", sources.verbs),
  nouns: entries("cue-nouns.tsv", sources.nouns),
  adjectives: entries("cue-adjectives.tsv", sources.adjectives),
  words: new Map([...sources.words].map(([key, [classes = ""]]) => [key, new Set(classes.split(" "))])),
  phrases: byVerb(entries("cue-phrases.tsv", sources.phrases)),
});

function byVerb(phrases: ReadonlyMap<string, CueEntry>): ReadonlyMap<string, readonly CuePhrase[]> {
  const found = new Map<string, CuePhrase[]>();
  for (const [phrase, entry] of phrases) {
    const [verb = "", ...rest] = phrase.split(" ");
    found.set(
      verb,
      [...(found.get(verb) ?? []), { rest, entry }].toSorted((a, b) => b.rest.length - a.rest.length),
    );
  }
  return found;
}

function entries(file: string, rows: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, CueEntry> {
  return new Map([...rows].map(([lemma, fields]) => [lemma, entry(file, lemma, fields)]));
}

function entry(file: string, lemma: string, [group, attitude, complements]: readonly string[]): CueEntry {
  if (!group || !ATTITUDES.includes(attitude as Attitude) || !complements) {
    throw new LexiconError(`${file}: '${lemma}' needs class, attitude (${ATTITUDES.join(", ")}) and complements`);
  }
  const all = complements.split(" ");
  return {
    lemma,
    class: group,
    attitude: attitude as Attitude,
    complements: new Set(all.filter((item) => !item.startsWith("p:"))),
    prepositions: new Set(all.filter((item) => item.startsWith("p:")).map((item) => item.slice(2))),
  };
}
