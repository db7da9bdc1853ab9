import type { LanguageDetector } from "../adapters/language.js";
import { defineStage } from "../core/stage.js";

/** What languages are told apart by. */
export interface LanguageOptions {
  /** Asked only about texts that the word lists do not settle. */
  readonly detect: LanguageDetector;
  /** Function words that show English. */
  readonly english: ReadonlySet<string>;
  /** Function words of other languages in Latin letters -> codes of the languages, with blanks between. */
  readonly foreign: ReadonlyMap<string, readonly string[]>;
  /** Words inside names, such as 'de' and 'van'. */
  readonly particles: ReadonlySet<string>;
}

/** Characters looked at: enough for any detector, and the same work for a page and a book. */
const SAMPLE = 3000;

/**
 * The language of the article, ISO 639-1, or `und`. English is what a text is taken for when in doubt: tables, names,
 * headlines in capitals and lines of five words are common in news. Another language must show itself, by its letters,
 * by its function words ('Der Minister sagte am Montag nicht mehr'), or by a long text with no English word in it.
 */
export const detectLanguage = (options: LanguageOptions) =>
  defineStage({
    name: "detect-language",
    reads: [],
    writes: "language",
    run: ({ article }) => languageOf(article.text.slice(0, SAMPLE), options),
  });

/** Share of English function words above which a text is English; 0.30 and more is usual in news. */
const ENGLISH_SHARE = 0.2;
/** Least share of another language's function words, and least number of different ones, that tell it. */
const FOREIGN_SHARE = 0.15;
const FOREIGN_WORDS = 2;

function languageOf(text: string, options: LanguageOptions): string {
  const { detect, english } = options;
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return "en";
  if (count(text, /\p{Script=Latin}/gu) < letters / 2) return otherScript(text, detect);
  const words = wordsOf(text);
  const englishWords = words.filter((word) => english.has(word.toLowerCase())).length;
  if (englishWords >= words.length * ENGLISH_SHARE) return "en";
  const votes = votesFor(words, options);
  const [best, hits] = votes[0] ?? ["en", 0];
  if (hits >= words.length * FOREIGN_SHARE && hits > englishWords) {
    return choose(detect(text), votes, best, hits);
  }
  return isLongWithoutEnglish(words, englishWords) ? (detect(text) ?? "und") : "en";
}

/** Letters that English is not written in: the detector's word, unless it is English. */
function otherScript(text: string, detect: LanguageDetector): string {
  const guess = detect(text);
  return guess === null || guess === "en" ? "und" : guess;
}

const URL_OR_HANDLE = /https?:\S+|[@#]\S+/g;
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(URL_OR_HANDLE, " ")
    .replace(/’/g, "'")
    .match(/[\p{L}\p{M}]+(?:'\p{L}+)?/gu) ?? [];

/** Languages by how many of the words are theirs, most first. Words in capitals are names unless all are. */
function votesFor(
  words: readonly string[],
  { foreign, particles }: LanguageOptions,
): readonly (readonly [string, number])[] {
  const votes = new Map<string, { hits: number; readonly distinct: Set<string> }>();
  const capitals = words.every((word) => word === word.toUpperCase());
  for (const [index, word] of words.entries()) {
    if (!capitals && isInName(words, index, particles)) continue;
    const key = capitals ? word.toLowerCase() : word;
    for (const code of foreign.get(key)?.[0]?.split(" ") ?? []) {
      const vote = votes.get(code) ?? { hits: 0, distinct: new Set() };
      vote.hits++;
      if (word.length > 1) vote.distinct.add(key); // 'v', 's' and 'o' are English shortenings too
      votes.set(code, vote);
    }
  }
  return [...votes]
    .filter(([, { distinct }]) => distinct.size >= FOREIGN_WORDS)
    .map(([code, { hits }]) => [code, hits] as const)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** True for the 'de' and 'la' of 'Luis de la Cruz', which say nothing of the language around them. */
function isInName(words: readonly string[], index: number, particles: ReadonlySet<string>): boolean {
  const belongs = (word = ""): boolean => /^\p{Lu}/u.test(word) || particles.has(word);
  return particles.has(words[index]!) && belongs(words[index - 1]) && belongs(words[index + 1]);
}

/** The detector's language where its words are nearly as many as the best one's, else the best one. */
function choose(
  guess: string | null,
  votes: readonly (readonly [string, number])[],
  best: string,
  hits: number,
): string {
  const forGuess = votes.find(([code]) => code === guess)?.[1] ?? 0;
  return guess !== null && forGuess >= hits * 0.7 ? guess : best;
}

const LONG = 30; // words
const ENGLISH_IN_FOREIGN = 0.03;

/** A language without a list here shows itself in a long text, mostly in small letters, without English function words. */
const isLongWithoutEnglish = (words: readonly string[], englishWords: number): boolean =>
  words.length >= LONG &&
  englishWords < words.length * ENGLISH_IN_FOREIGN &&
  words.filter((word) => /^\p{Ll}/u.test(word)).length > words.length * 0.6;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
