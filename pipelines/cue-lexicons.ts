import { table, wordList } from "../src/lexicons/lexicon.js";
import type { CueLexiconSources } from "../src/stages/quotes/cue-lexicon.js";
import type { MeaningSources } from "../src/stages/quotes/meaning-lexicon.js";

/** The word lists of attribution. */
export const cueLexicons = (): CueLexiconSources => ({
  verbs: table("cue-verbs"),
  nouns: table("cue-nouns"),
  adjectives: table("cue-adjectives"),
  phrases: table("cue-phrases"),
  hearsay: table("hearsay-adverbs"),
  words: table("attribution-words"),
  subordinators: wordList("attribution-subordinators"),
  occasions: wordList("attribution-occasions"),
  sourceNouns: wordList("attribution-sources"),
});

/** The word lists of what cues mean. */
const meaningLexicons = (): MeaningSources => ({
  verbs: table("cue-verbs"),
  nouns: table("cue-nouns"),
  adjectives: table("cue-adjectives"),
  phrases: table("cue-phrases"),
  meanings: table("cue-meanings"),
  constructions: table("cue-constructions"),
  classes: table("cue-classes"),
  negators: wordList("cue-negators"),
});

/** The word lists of quotes and their speakers. */
export const quoteLexicons = () => ({
  cues: meaningLexicons(),
  indefinites: wordList("indefinite-pronouns"),
  utterances: wordList("utterance-nouns"),
});
