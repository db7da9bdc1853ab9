import type { Candidate, Rule } from "./candidate.js";
import { startsSecondPredicate } from "./clause-end.js";
import { type Complement, complementOf } from "./complements.js";
import type { Reading } from "./reading.js";
import { subjectOf } from "./subjects.js";
import type { CueVerb } from "./verb-groups.js";

/** How sure each form of content is, measured on PolNeAR's train split: a that-clause hardly errs, an object often does. */
const STRENGTH: Record<Complement["form"], number> = {
  that: 0.9,
  clause: 0.8,
  wh: 0.7,
  to: 0.65,
  preposition: 0.6,
  np: 0.5,
};

/**
 * Source, cue, then what was said, thought or wanted: that-clause, bare clause, question, infinitive, object. Takes 'the
 * mayor said the bridge is safe', 'she called for an inquiry'; refuses 'the mayor said.'.
 */
export const cueBefore: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    if (verb.entry.complements.has("seem") || verb.entry.complements.has("according")) return [];
    const complement = complementOf(reading, verb);
    if (complement && isReduced(reading, verb, complement)) return [];
    return complement ? [candidate(reading, verb, complement)] : [];
  });

/** A participle that only describes its noun: 'talks focused on trade could fail', where the verb comes later. */
function isReduced(reading: Reading, verb: CueVerb, { content, form }: Complement): boolean {
  const before = reading.tokens[verb.head - 1]?.pos;
  if (verb.first !== verb.head || before !== "NOUN" || (form !== "np" && form !== "preposition")) return false;
  if (!reading.tokens[verb.head]!.text.endsWith("ed")) return false;
  for (let i = content.first + 1; i < content.end; i++)
    if (startsSecondPredicate(reading, content.first, i)) return true;
  return false;
}

function candidate(reading: Reading, verb: CueVerb, complement: Complement): Candidate {
  const source = subjectOf(reading, verb);
  return {
    content: [complement.content],
    cue: [{ first: verb.first, end: complement.cueEnd }],
    source: source ? [source] : [],
    ...(complement.addressee && { addressee: complement.addressee }),
    entry: verb.entry,
    by: `quotes/${complement.form === "np" ? "object" : complement.form}`,
    strength: STRENGTH[complement.form],
  };
}
