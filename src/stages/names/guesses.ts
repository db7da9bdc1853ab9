import type { NameGuesser } from "../../adapters/compromise.js";
import type { Sentence } from "../../model/sentence.js";
import { type Candidate, isCapital, type NameContext } from "./candidate.js";
import type { Word } from "./words.js";

/**
 * Names that compromise finds where no rule of ours found one, cut to whole words with a capital at both ends. Refuses
 * its guesses in lines all in capitals, and those that open with a title or hold a word that is no name.
 */
export function guesses(
  context: NameContext,
  text: string,
  sentences: readonly Sentence[],
  guesser: NameGuesser,
  ruled: readonly Candidate[],
): readonly Candidate[] {
  const { words, lexicons } = context;
  const taken = new Set(ruled.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const bySentence = new Map<number, number>();
  for (const [index, word] of words.entries()) if (!bySentence.has(word.sentence)) bySentence.set(word.sentence, index);
  return sentences.flatMap((sentence, index) => {
    const first = bySentence.get(index);
    if (first === undefined || words[first]!.style !== "text" || !isOpen(context, first, taken)) return [];
    return guesser(text.slice(sentence.start, sentence.end)).flatMap((name): Candidate[] => {
      const range = wordsIn(words, first, sentence.start + name.start, sentence.start + name.end);
      if (!range || !isCapital(words[range.from]) || !isCapital(words[range.to - 1])) return [];
      const all = words.slice(range.from, range.to);
      const isBad = all.some(
        (word, i) =>
          taken.has(range.from + i) || lexicons.notNames.has(word.text) || lexicons.roles.has(word.text.toLowerCase()),
      );
      return isBad ? [] : [{ ...range, type: name.type, rule: "names/compromise" }];
    });
  });
}

/** True when a sentence has a capitalized word that no rule took: compromise is slow, and is asked only then. */
function isOpen({ words, lexicons }: NameContext, first: number, taken: ReadonlySet<number>): boolean {
  for (let i = first; words[i]?.sentence === words[first]!.sentence; i++) {
    const word = words[i]!;
    const isName = isCapital(word) && !lexicons.notNames.has(word.text) && !lexicons.roles.has(word.text.toLowerCase());
    if (isName && !taken.has(i) && ["PROPN", "NOUN", "VERB", "ADJ"].includes(word.pos)) return true;
  }
  return false;
}

/** The words that make up exactly the stretch from `start` to `end`. */
function wordsIn(
  words: readonly Word[],
  first: number,
  start: number,
  end: number,
): { from: number; to: number } | undefined {
  let from = first;
  while (from < words.length && words[from]!.start < start) from++;
  let to = from;
  while (to < words.length && words[to]!.end <= end) to++;
  return words[from]?.start === start && words[to - 1]?.end === end && to > from ? { from, to } : undefined;
}
