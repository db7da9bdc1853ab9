import type { Rule } from "./candidate.js";
import { contentEnd } from "./clause-end.js";
import { type Reading, sentenceAt, word } from "./reading.js";
import { spellings } from "./spellings.js";
import { subjectBefore } from "./subjects.js";

/** Verbs that link a subject to an adjective, beside forms of 'be'. */
const LINKING = new Set(["feel", "remain", "seem", "become", "get"]);

/**
 * An adjective of thinking, wanting or judging with its content: 'is confident that the bridge is safe', 'was critical of
 * the plan', 'are eager to leave'. Refuses the adjective before a noun ('a critical reader of papers').
 */
export const adjectiveCues: Rule = (reading) =>
  reading.tokens.flatMap((token, i) => {
    const { adjectives } = reading.lexicon;
    const known = spellings(word(reading, i)).find((form) => adjectives.has(form));
    const entry = known === undefined ? undefined : adjectives.get(known);
    if (!entry || token.pos === "NOUN" || reading.quotationOf[i] !== -1) return [];
    const { firstToken, endToken } = sentenceAt(reading, i);
    const first = linkBefore(reading, i, firstToken);
    const at = i + 1;
    if (first === undefined || at >= endToken) return [];
    const isPreposition = entry.prepositions.has(word(reading, at));
    const isThat = word(reading, at) === "that" && entry.complements.has("that");
    const isTo = word(reading, at) === "to" && entry.complements.has("to");
    const isBare = entry.complements.has("clause") && reading.tokens[at]!.pos === "PRON";
    if (!(isPreposition || isThat || isTo || isBare)) return [];
    const start = isPreposition ? at + 1 : at;
    if (start >= endToken) return [];
    const end = contentEnd(reading, start, isThat || isBare ? "clause" : "phrase", i);
    const source = subjectBefore(reading, first - 1, firstToken);
    return [
      {
        content: [{ first: start, end }],
        cue: [{ first, end: isPreposition ? start : at }],
        source: source ? [source] : [],
        entry,
        by: "quotes/adjective-cue",
        strength: isThat ? 0.75 : 0.5,
      },
    ];
  });

/** First token of the linking verb's group before the adjective: 'has long been' in 'has long been critical of'. */
function linkBefore(reading: Reading, adjective: number, from: number): number | undefined {
  let first = adjective;
  let isLinked = false;
  while (first > from) {
    const token = reading.tokens[first - 1]!;
    const isLink = token.lemma === "be" || LINKING.has(token.lemma);
    if (!isLink && !["AUX", "ADV", "PART"].includes(token.pos)) break;
    isLinked ||= isLink;
    first--;
  }
  return isLinked ? first : undefined;
}
