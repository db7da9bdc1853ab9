import type { Rule } from "./candidate.js";
import { contentEnd } from "./clause-end.js";
import { startsClause } from "./complements.js";
import { nounPhraseStartingAt } from "./noun-phrases.js";
import { isClass, sentenceAt, word } from "./reading.js";
import { subjectBefore } from "./subjects.js";

/**
 * What the subject is told: 'Passengers were told that the ferry had sunk', '… were warned by the captain that …'. The
 * subject is the addressee; the source stands behind 'by', or is absent. Refuses 'they were told to wait'.
 */
export const told: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    const { complements } = verb.entry;
    if (!verb.passive || !complements.has("addressee") || !complements.has("clause")) return [];
    const { firstToken, endToken } = sentenceAt(reading, verb.head);
    const agent = word(reading, verb.end) === "by" ? nounPhraseStartingAt(reading, verb.end + 1, endToken) : undefined;
    const first = agent?.end ?? verb.end;
    const opens =
      word(reading, first) === "that" ||
      isClass(reading, first, "question") ||
      (/^(DET|PRON|PROPN|NOUN)$/.test(reading.tokens[first]?.pos ?? "") && startsClause(reading, first, endToken));
    if (first >= endToken || !opens) return [];
    const addressee = subjectBefore(reading, verb.first - 1, firstToken);
    return [
      {
        content: [{ first, end: contentEnd(reading, first, "clause", verb.head) }],
        cue: [{ first: verb.first, end: verb.end }],
        source: agent ? [agent] : [],
        ...(addressee && addressee.end <= verb.first && { addressee }),
        entry: verb.entry,
        by: "quotes/told",
        strength: 0.72,
      },
    ];
  });
