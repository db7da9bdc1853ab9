import { type Reading, type Run, sentenceAt, word } from "./reading.js";
import { governorSubject, subjectOf } from "./subjects.js";
import { type CueVerb, verbsBetween } from "./verb-groups.js";

/** Sentences of a paragraph, outside quotation marks, among which a source is looked for. */
const MAX_SENTENCES = 3;

/**
 * Who is shown to speak in the paragraph of a quotation that has no cue: the subject of the sentence before it ('Lee was
 * glad. “We won.”', 'Lee said they had won. “We won.”'), or, when the paragraph opens with the quotation, of the one after
 * ('“We won.” Lee laughed.'). Only names and persons' pronouns; undefined in a paragraph that tells more.
 */
export function uncuedSource(reading: Reading, verbs: readonly CueVerb[], q: number): Run | undefined {
  const { open, close, block } = reading.quotations[q]!;
  const inBlock = (i: number): boolean => reading.tokens[i]?.block === block;
  if (inBlock(open - 1)) return reading.quotationOf[open - 1] === -1 ? actor(reading, verbs, open - 1) : undefined;
  const next = close + 1;
  return inBlock(next) && reading.quotationOf[next] === -1 && isShort(reading, next)
    ? actor(reading, verbs, next)
    : undefined;
}

/** True when the paragraph holds few sentences from there on. */
function isShort(reading: Reading, from: number): boolean {
  const { block } = reading.tokens[from]!;
  const first = reading.sentenceOf[from]!;
  return reading.sentences[first + MAX_SENTENCES]?.block !== block;
}

/** The subject of a sentence's first cue verb, else of its first verb, when it is a name or 'she'. */
function actor(reading: Reading, verbs: readonly CueVerb[], at: number): Run | undefined {
  const { firstToken, endToken } = sentenceAt(reading, at);
  const cue = verbsBetween(verbs, firstToken, endToken).find(({ passive }) => !passive);
  let verb = firstToken;
  while (verb < endToken && !/^(VERB|AUX)$/.test(reading.tokens[verb]!.pos)) verb++;
  const own = cue && subjectOf(reading, cue);
  const subject = own ?? (verb < endToken ? governorSubject(reading, verb, firstToken) : undefined);
  return subject && isPerson(reading, subject) ? subject : undefined;
}

const isPerson = (reading: Reading, { first, end }: Run): boolean =>
  /^(he|she)$/.test(word(reading, first)) ||
  (reading.tokens[end - 1]!.pos === "PROPN" && reading.quotationOf[first] === -1);
