import { ATTITUDES, type Attitude } from "../../model/quote.js";
import type { Candidate, Rule } from "./candidate.js";
import { contentEnd } from "./clause-end.js";
import { nounPhraseEndingAt } from "./noun-phrases.js";
import { type Reading, type Run, sentenceAt, word } from "./reading.js";

/**
 * 'The envoy also reportedly visited Ghent': said by somebody the article leaves out, so no source. The content is the
 * clause around the adverb. Refuses 'reportedly' before a bare adjective or noun ('a reportedly angry letter').
 */
export const hearsay: Rule = (reading) =>
  reading.tokens.flatMap((_, i) => {
    const attitude = reading.lexicon.hearsay.get(word(reading, i))?.[0] as Attitude | undefined;
    return attitude && ATTITUDES.includes(attitude) ? proposal(reading, i, attitude) : [];
  });

function proposal(reading: Reading, i: number, attitude: Attitude): readonly Candidate[] {
  const { firstToken, endToken } = sentenceAt(reading, i);
  const next = reading.tokens[i + 1];
  const isVerbal = next !== undefined && (next.pos === "VERB" || next.pos === "AUX" || word(reading, i - 1) === "is");
  if (reading.quotationOf[i] !== -1 || !isVerbal || i + 1 >= endToken) return [];
  let before = i;
  while (before > firstToken && ["AUX", "ADV", "PART"].includes(reading.tokens[before - 1]!.pos)) before--;
  const subject = before > firstToken ? subjectRun(reading, before, firstToken) : undefined;
  const auxiliaries: Run[] = before < i ? [{ first: before, end: i }] : [];
  const end = contentEnd(reading, i + 1, "phrase", i);
  return [
    {
      content: [...(subject ? [subject] : []), ...auxiliaries, { first: i + 1, end }],
      cue: [{ first: i, end: i + 1 }],
      source: [],
      entry: { lemma: word(reading, i), class: "say", attitude, complements: new Set(), prepositions: new Set() },
      spokenOf: true,
      by: "quotes/hearsay",
      strength: 0.9,
    },
  ];
}

function subjectRun(reading: Reading, before: number, from: number): Run | undefined {
  if (reading.tokens[before - 1]!.text !== ",") return nounPhraseEndingAt(reading, before - 1, from);
  return { first: from, end: before - 1 };
}
