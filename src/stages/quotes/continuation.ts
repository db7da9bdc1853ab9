import { lastInside, SIGNATURE } from "./quotation-cue.js";
import type { Quotation } from "./quote-marks.js";
import { type Reading, sentenceAt } from "./reading.js";
import type { Utterance } from "./utterance.js";

/**
 * True when quotation `q`, which has no cue, goes on with the utterance before it: it starts a sentence right after the
 * cue's ('“…,” he said. “…”'), or it opens the next paragraph when the paragraph before held nothing after that speech
 * but its cue, or was left open. Refuses a paragraph that first tells something else, one in other marks ('A Long Wait' as
 * a heading between paragraphs of speech in double ones), what follows a signed quotation, and the answer to a question.
 */
export function continuation(reading: Reading, utterance: Utterance, q: number): boolean {
  if (utterance.candidate.by === SIGNATURE) return false;
  const before = reading.quotations[utterance.quotations.at(-1)!]!;
  const here = reading.quotations[q]!;
  const sentence = sentenceAt(reading, here.open);
  const startsHere = here.open === sentence.firstToken || reading.tokens[here.open - 1]!.text.endsWith(".");
  if (!startsHere || !endsLikeSpeech(reading, here.end)) return false;
  const cueEnd = Math.max(before.close, ...utterance.candidate.cue.map((run) => run.end - 1));
  const lastSentence = reading.sentenceOf[cueEnd]!;
  const isNext = reading.sentenceOf[here.open]! === lastSentence + 1 || reading.sentenceOf[here.open] === lastSentence;
  if (here.block === before.block) return isNext || actsBetween(reading, utterance, lastSentence, here.open);
  if (answers(reading, utterance, before)) return false;
  if (before.unclosed) return reading.tokens[before.end]?.block === here.block;
  return isNext && opensBlock(reading, here.open) && markOf(reading, before) === markOf(reading, here);
}

/** Tokens of a sentence that tells what the speaker does meanwhile. */
const MAX_ACTION = 14;

/** 'He lit a cigarette.' between the cue's sentence and the quotation: the speaker is still the one who acts. */
function actsBetween(reading: Reading, { candidate }: Utterance, last: number, open: number): boolean {
  const between = reading.sentences[last + 1];
  if (!between || reading.sentenceOf[open] !== last + 2 || between.endToken - between.firstToken > MAX_ACTION)
    return false;
  const name = candidate.source[0] && reading.tokens[candidate.source[0].end - 1]!.text;
  const opening = reading.tokens[between.firstToken]!.text;
  return /^(He|She|They)$/.test(opening) || opening === name;
}

/** True when the last words were a question, or had no cue at all: the next paragraph, opened anew, is another's answer. */
function answers(reading: Reading, { candidate, quotations }: Utterance, before: Quotation): boolean {
  if (before.unclosed) return false;
  const isAsked = candidate.entry?.class === "ask" && lastInside(reading, before.first, before.end) === "?";
  return isAsked || (candidate.cue.length === 0 && candidate.source.length === 0 && quotations.length > 0);
}

/** The opening mark as printed. */
const markOf = ({ tokens }: Reading, { open, first }: Quotation): string =>
  tokens
    .slice(open, first)
    .map(({ text }) => text)
    .join("");

const opensBlock = (reading: Reading, token: number): boolean =>
  reading.tokens[token - 1]?.block !== reading.tokens[token]!.block;

/** Scare quotes seldom end like a sentence. */
const endsLikeSpeech = (reading: Reading, end: number): boolean =>
  /^[.?!…,—–-]/.test(lastInside(reading, end - 3, end)) || /^[.?!…]/.test(reading.tokens[end + 1]?.text ?? ".");
