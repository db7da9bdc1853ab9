import type { Rule } from "./candidate.js";
import { contentEnd } from "./clause-end.js";
import { isClass, type Reading, sentenceAt, word } from "./reading.js";

/**
 * A question put to the subject by somebody left out: 'Lee was asked whether the bridge is safe', 'Asked about the bridge,
 * Lee …'. The content is the question; there is no source. Refuses 'Lee asked whether …', where Lee is the source.
 */
export const asked: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    const { firstToken, endToken } = sentenceAt(reading, verb.head);
    const opens = word(reading, verb.head) === "asked" && verb.first === firstToken;
    if (verb.entry.class !== "ask" || !(verb.passive || opens) || verb.end >= endToken) return [];
    const isPreposition = /^(about|for)$/.test(word(reading, verb.end));
    const first = isPreposition ? verb.end + 1 : verb.end;
    if (first >= endToken || !(isPreposition || isClass(reading, first, "question"))) return [];
    const whole = contentEnd(reading, first, isPreposition ? "phrase" : "clause", verb.head);
    const end = opens ? firstPause(reading, first, whole) : whole;
    return [
      {
        content: [{ first, end }],
        cue: [{ first: verb.first, end: first }],
        source: [],
        entry: verb.entry,
        by: "quotes/asked",
        strength: 0.72,
      },
    ];
  });

/** The first comma outside quotation marks: 'Asked if it is safe, Lee laughed'. */
function firstPause(reading: Reading, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) if (reading.tokens[i]!.text === "," && reading.quotationOf[i] === -1) return i;
  return end;
}
