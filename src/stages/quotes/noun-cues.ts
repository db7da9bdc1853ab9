import type { Rule } from "./candidate.js";
import { contentEnd, startsSecondPredicate, trimEnd } from "./clause-end.js";
import { nounPhraseEndingAt, nounPhraseStartingAt } from "./noun-phrases.js";
import { type Reading, type Run, sentenceAt, word } from "./reading.js";

/**
 * A noun of saying, thinking or wanting with its content: 'the mayor's claim that the bridge is safe', 'her call for an
 * inquiry', 'a claim by the union that …'. Refuses 'the report that he wrote' only when no subject follows 'that'.
 */
export const nounCues: Rule = (reading) =>
  reading.tokens.flatMap((token, i) => {
    const entry = token.pos === "NOUN" ? reading.lexicon.nouns.get(token.lemma.toLowerCase()) : undefined;
    if (!entry || reading.quotationOf[i] !== -1) return [];
    const { endToken, firstToken } = sentenceAt(reading, i);
    const by =
      word(reading, i + 1) === "by" || word(reading, i + 1) === "from"
        ? nounPhraseStartingAt(reading, i + 2, endToken)
        : undefined;
    const at = by?.end ?? i + 1;
    const text = word(reading, at);
    const isThat =
      text === "that" && entry.complements.has("that") && !/^(VERB|AUX)$/.test(reading.tokens[at + 1]?.pos ?? "VERB");
    const isTo = text === "to" && entry.complements.has("to") && reading.tokens[at]?.pos === "PART";
    const isQuestion = entry.complements.has("wh") && /^(whether|how|why)$/.test(text);
    const owner = by ?? ownerBefore(reading, i, firstToken);
    const isPreposition = entry.prepositions.has(text) && owner !== undefined;
    if (at >= endToken || !(isThat || (isTo && owner) || isQuestion || isPreposition)) return [];
    const first = isPreposition ? at + 1 : at;
    const whole = contentEnd(reading, first, isThat ? "clause" : "phrase", i);
    const end = isThat && isSubject(reading, i, firstToken) ? beforePredicate(reading, first, whole) : whole;
    if (end <= first || first >= endToken) return [];
    return [
      {
        content: [{ first, end }],
        cue: [{ first: i, end: isPreposition ? first : i + 1 }],
        source: owner ? [owner] : [],
        entry,
        by: "quotes/noun-cue",
        strength: isThat ? 0.9 : 0.45,
      },
    ];
  });

/** True for a noun with no verb before it: 'the claim that …' before its verb, not 'she made the claim that …'. */
const isSubject = ({ tokens }: Reading, noun: number, from: number): boolean =>
  tokens.slice(from, noun).every(({ pos }) => pos !== "VERB" && pos !== "AUX");

/** Where the clause ends whose noun is the subject: before 'was' in 'the claim that the dam leaked was false'. */
function beforePredicate(reading: Reading, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) if (startsSecondPredicate(reading, first, i)) return trimEnd(reading, first, i);
  return end;
}

/** The possessor before the noun, or its name: 'the mayor's repeated claim', 'their fear', 'a Gazette report'. */
export function ownerBefore(reading: Reading, noun: number, from: number): Run | undefined {
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) {
    const token = reading.tokens[i]!;
    if (/^(my|your|his|her|its|our|their|whose)$/.test(word(reading, i))) return { first: i, end: i + 1 };
    if (token.pos === "PART" && /^['’]s?$/.test(token.text) && i > from)
      return nounPhraseEndingAt(reading, i - 1, from);
    if (/^['’]$/.test(token.text) && i > from) return nounPhraseEndingAt(reading, i - 1, from);
    if (token.pos === "PROPN" && i === noun - 1) return nounPhraseEndingAt(reading, i, from);
    if (token.pos !== "ADJ" && token.pos !== "NOUN" && token.pos !== "ADV" && token.pos !== "VERB") return undefined;
  }
  return undefined;
}
