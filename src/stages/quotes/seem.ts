import type { Rule } from "./candidate.js";
import { contentEnd } from "./clause-end.js";
import { type Run, word } from "./reading.js";
import { subjectOf } from "./subjects.js";

/** 'Lee seems to agree', 'it appears that …': the writer's own impression, so no source. Refuses 'Lee appeared on television'. */
export const seem: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    const next = reading.tokens[verb.end];
    if (!verb.entry.complements.has("seem") || !next || next.pos === "PUNCT") return [];
    if (next.pos === "ADP" && word(reading, verb.end) !== "like") return [];
    const end = contentEnd(reading, verb.end, "phrase", verb.head);
    if (end <= verb.end) return [];
    const subject = subjectOf(reading, verb);
    const named: Run[] = subject && !/^(it|there)$/.test(word(reading, subject.first)) ? [subject] : [];
    return [
      {
        content: [...named, { first: verb.end, end }],
        cue: [{ first: verb.first, end: verb.end }],
        source: [],
        entry: verb.entry,
        by: "quotes/seem",
        strength: 0.5,
      },
    ];
  });
