import type { Token } from "../../model/token.js";
import type { Pattern } from "./pattern.js";
import { bitOf, type FactName, type Vocabulary } from "./vocabulary.js";

/** Facts too common to look around for: 'the last man', '5', 'about'. A pattern needs something besides. */
const WEAK: readonly FactName[] = ["num", "ordinal", "day", "hour", "amount", "early", "edge", "deictic"];
const WEAK_BITS = WEAK.reduce((bits, name) => bits | bitOf(name), 0);

/** Tells tokens around which a time expression may stand. Every pattern has a cell that is one. */
export type Trigger = (token: Token) => boolean;

const MIXED = /[\d\-–—]/u;
const PLAIN_NUMBER = /^(?:\d{1,3}|\d[\d,]*\.\d+|\d{1,3}(?:,\d+)+|\d{5,})$/u;
/** Spelled numbers that may open a spelled year: nineteen ninety-six, twenty ten, two thousand. */
const opensYear = (value: number): boolean => (value >= 13 && value <= 20) || value === 1000;

/** Finds out which facts and words the patterns cannot do without. */
export function triggerOf(patterns: readonly Pattern[], vocabulary: Vocabulary): Trigger {
  const words = new Set<string>();
  let bits = 0;
  for (const pattern of patterns) {
    const strong = pattern.needs.find((need) => (need & WEAK_BITS) === 0);
    if (strong !== undefined) bits |= strong;
    else for (const word of tellingWords(pattern, vocabulary)) words.add(word);
  }
  for (const list of vocabulary.phrases.values()) {
    for (const { words: phrase, mask } of list)
      if ((mask & ~WEAK_BITS) !== 0) words.add(mostTelling(phrase, vocabulary));
  }
  for (const [word, value] of vocabulary.numbers) if (opensYear(value)) words.add(word);
  return ({ text }) => {
    const lower = text.toLowerCase();
    const entry = vocabulary.words.get(lower);
    if (entry !== undefined && (entry.mask & bits) !== 0) return true;
    if (words.has(lower)) return true;
    return entry === undefined && MIXED.test(lower) && isMixed(lower, vocabulary);
  };
}

/** A token with a year, a clock time or a known word in it: '1998', '10:30', 'mid-afternoon'; not '5', 'anti-war'. */
function isMixed(lower: string, vocabulary: Vocabulary): boolean {
  if (/\d/.test(lower)) return !PLAIN_NUMBER.test(lower);
  return lower.split(/[-–—]/u).some((part) => vocabulary.words.has(part));
}

/** The words of the pattern's most telling literal. */
function tellingWords(pattern: Pattern, vocabulary: Vocabulary): readonly string[] {
  let best: readonly string[] = [];
  for (const { words, isOptional } of pattern.elements) {
    if (words === null || isOptional || words.length === 0) continue;
    const weight = Math.min(...words.map((word) => weightOf(word, vocabulary)));
    if (best.length === 0 || weight >= Math.min(...best.map((word) => weightOf(word, vocabulary)))) best = words;
  }
  return best;
}

const mostTelling = (words: readonly string[], vocabulary: Vocabulary): string =>
  words.reduce((a, b) => (weightOf(b, vocabulary) > weightOf(a, vocabulary) ? b : a));

const KNOWN = 100; // more than any word's length: a word of time tells more than a long one

/** How seldom a word comes without a time: words with a fact of their own before others, long before short. */
function weightOf(word: string, vocabulary: Vocabulary): number {
  const mask = vocabulary.words.get(word)?.mask ?? 0;
  return (mask & ~WEAK_BITS) === 0 ? word.length : KNOWN;
}

const REACH = 9; // tokens kept on each side of a trigger: the longest expression and the words rules look at beside it

/** Stretches of tokens (half open, inside one block) that hold all triggers and what stands around them. */
export function windowsOf(tokens: readonly Token[], trigger: Trigger): readonly (readonly [number, number])[] {
  const windows: [number, number][] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!trigger(token)) continue;
    const last = windows.at(-1);
    let from = Math.max(0, i - REACH);
    while (tokens[from]!.block !== token.block) from++;
    let to = Math.min(tokens.length, i + REACH + 1);
    while (tokens[to - 1]!.block !== token.block) to--;
    if (last !== undefined && last[1] > from && tokens[last[0]]!.block === token.block) last[1] = to;
    else windows.push([from, to]);
  }
  return windows;
}
