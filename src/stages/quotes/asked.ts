import type { Rule } from "./candidate.js";
import { contentEnd } from "./clause-end.js";
import { nounPhraseStartingAt } from "./noun-phrases.js";
import { isClass, type Reading, type Run, sentenceAt, word } from "./reading.js";
import { subjectBefore } from "./subjects.js";

/**
 * A question put to the subject: 'Lee was asked by reporters whether the bridge is safe', 'Asked about the bridge, Lee …'.
 * The content is the question; the source stands behind 'by', or is left out. The subject is the addressee. Refuses 'Lee asked whether …', where Lee is the source.
 */
export const asked: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    const { firstToken, endToken } = sentenceAt(reading, verb.head);
    const opens = word(reading, verb.head) === "asked" && verb.first === firstToken;
    if (verb.entry.class !== "ask" || !(verb.passive || opens) || verb.end >= endToken) return [];
    const agent = word(reading, verb.end) === "by" ? nounPhraseStartingAt(reading, verb.end + 1, endToken) : undefined;
    const after = agent?.end ?? verb.end;
    const isPreposition = /^(about|for)$/.test(word(reading, after));
    const first = isPreposition ? after + 1 : after;
    if (first >= endToken || !(isPreposition || isClass(reading, first, "question"))) return [];
    const whole = contentEnd(reading, first, isPreposition ? "phrase" : "clause", verb.head);
    const end = opens ? firstPause(reading, first, whole) : whole;
    const hearer = opens ? subjectAfter(reading, end, endToken) : subjectBefore(reading, verb.first - 1, firstToken);
    return [
      {
        content: [{ first, end }],
        cue: [{ first: verb.first, end: agent ? verb.end : first }],
        source: agent ? [agent] : [],
        ...(hearer && (hearer.end <= verb.first || hearer.first >= end) && { addressee: hearer }),
        entry: verb.entry,
        by: "quotes/asked",
        strength: 0.72,
      },
    ];
  });

/** 'Lee' in 'Asked if it is safe, Lee laughed'. */
const subjectAfter = (reading: Reading, comma: number, to: number): Run | undefined =>
  reading.tokens[comma]?.text === "," ? nounPhraseStartingAt(reading, comma + 1, to) : undefined;

/** The first comma outside quotation marks: 'Asked if it is safe, Lee laughed'. */
function firstPause(reading: Reading, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) if (reading.tokens[i]!.text === "," && reading.quotationOf[i] === -1) return i;
  return end;
}
