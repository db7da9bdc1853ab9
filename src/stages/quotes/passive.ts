import type { Rule } from "./candidate.js";
import { contentEnd } from "./clause-end.js";
import { skipAdverbs } from "./complements.js";
import { nounPhraseStartingAt } from "./noun-phrases.js";
import { type Reading, type Run, sentenceAt, word } from "./reading.js";
import { subjectBefore } from "./subjects.js";
import { isTitle } from "./titles.js";
import type { CueVerb } from "./verb-groups.js";

const TAKEN = ["np", "to", "clause", "that"];

/**
 * The one spoken of is the subject: 'Lee was accused of fraud by the union', 'Lee is expected to win'. The content is
 * the subject with what follows; the source is behind 'by', or absent. Refuses 'she was told to wait' (a hearer).
 */
export const passive: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    if (
      !verb.passive ||
      !TAKEN.some((form) => verb.entry.complements.has(form)) ||
      verb.entry.complements.has("addressee")
    )
      return [];
    const sentence = sentenceAt(reading, verb.head);
    const subject = subjectBefore(reading, verb.first - 1, sentence.firstToken);
    if (!subject || subject.end > verb.first) return [];
    const by = agentOf(reading, verb, sentence.endToken);
    const next = reading.tokens[verb.end];
    const source = by && nounPhraseStartingAt(reading, by.first + 1, sentence.endToken);
    const rest = restOf(reading, verb, by?.first ?? sentence.endToken) ?? afterAgent(reading, verb, source);
    if ((!rest && !source) || (!source && rest && isNaming(reading, verb, rest))) return [];
    if (!next) return [];
    const isDummy = /^(it|there)$/.test(word(reading, subject.first));
    const that = isDummy && rest && thatAfterOccasion(reading, rest);
    const content = [...(isDummy ? [] : [subject]), ...(that ? [that] : rest ? [rest] : [])];
    if (content.length === 0) return [];
    return [
      {
        content,
        cue: [{ first: verb.first, end: verb.end }],
        source: source ? [source] : [],
        entry: verb.entry,
        by: "quotes/passive",
        ...(isSpokenOf(reading, verb) && { spokenOf: true as const }),
        strength: 0.5,
      },
    ];
  });

/** 'was dubbed “North Wind”': its name, and nobody's words. */
const isNaming = (reading: Reading, { entry }: CueVerb, { first }: Run): boolean => {
  const quotation = reading.quotations[reading.quotationOf[first]!];
  return entry.complements.has("names") && quotation !== undefined && isTitle(reading, quotation);
};

/** 'that he would resign' in 'it was announced on Friday that he would resign'. */
function thatAfterOccasion(reading: Reading, { first, end }: Run): Run | undefined {
  const that = skipAdverbs(reading, first, end);
  return that > first && word(reading, that) === "that" ? { first: that, end } : undefined;
}

/** Refuses 'he's predicted a storm', which may have 'has', and 'she is worried about', where the subject is who feels. */
const isSpokenOf = (reading: Reading, verb: CueVerb): boolean =>
  !/^'s$/.test(word(reading, verb.first)) && !reading.lexicon.adjectives.has(word(reading, verb.head));

function agentOf(reading: Reading, verb: CueVerb, to: number): Run | undefined {
  for (let i = verb.end; i < to; i++) {
    if (reading.quotationOf[i] !== -1) continue;
    if (word(reading, i) === "by" && !reading.tokens[i + 1]?.text.endsWith("ing")) return { first: i, end: i + 1 };
    if (/^[,;]$/.test(reading.tokens[i]!.text)) return undefined;
  }
  return undefined;
}

function restOf(reading: Reading, verb: CueVerb, to: number): Run | undefined {
  const next = reading.tokens[verb.end];
  if (!next || verb.end >= to || next.pos === "PUNCT")
    return reading.quotationOf[verb.end] !== -1 && verb.end < to ? run(reading, verb, to) : undefined;
  return run(reading, verb, to);
}

/** 'as “a hulk”' in 'was described by the inspector as “a hulk”'. */
function afterAgent(reading: Reading, verb: CueVerb, agent: Run | undefined): Run | undefined {
  if (!agent || word(reading, agent.end) !== "as") return undefined;
  const end = contentEnd(reading, agent.end, "phrase", verb.head);
  return end > agent.end + 1 ? { first: agent.end, end } : undefined;
}

function run(reading: Reading, verb: CueVerb, to: number): Run | undefined {
  const end = Math.min(to, contentEnd(reading, verb.end, "phrase", verb.head));
  return end > verb.end ? { first: verb.end, end } : undefined;
}
