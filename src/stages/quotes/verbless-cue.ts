import { ownerBefore } from "./noun-cues.js";
import { nounPhraseEndingAt, nounPhraseStartingAt } from "./noun-phrases.js";
import type { CuedQuotation } from "./quotation-cue.js";
import { isClass, type Reading, type Run, sentenceAt, word, wordCount } from "./reading.js";
import { governorSubject } from "./subjects.js";
import { isTitle } from "./titles.js";

/** Words that may stand before the colon after a name. */
const MAX_LEAD = 14;

/**
 * A quotation that a colon gives to somebody without a verb of saying: 'Lee, on the rust: “Not my problem.”', 'The
 * minister's verdict: “Not my problem.”', 'I changed my answer: “I do.”', 'The minister was blunt: “We failed.”'; and one
 * that answers: 'His answer? “Not my problem.”', 'And Lee? “No comment.”'. Refuses 'On sale now: “The Late Ferry”'.
 */
export function verblessCue(reading: Reading, q: number): CuedQuotation | undefined {
  const { open, first, end, block } = reading.quotations[q]!;
  const mark = reading.tokens[open - 1];
  if (!mark || mark.block !== block || !/^[:?]$/.test(mark.text)) return undefined;
  const from = sentenceAt(reading, open - 1).firstToken;
  const hasVerb = reading.tokens.slice(from, open - 1).some(({ pos }) => pos === "VERB" || pos === "AUX");
  const noun = open - 2;
  const owner = isUtterance(reading, noun) ? ownerBefore(reading, noun, from) : undefined;
  const source =
    owner ??
    (mark.text === "?" ? asked(reading, from, open - 1) : undefined) ??
    (mark.text === ":" && !hasVerb && wordCount(reading, from, open - 1) <= MAX_LEAD
      ? speakerAt(reading, from, open - 1)
      : undefined) ??
    (mark.text === ":" && hasVerb && !isTitle(reading, { first, end }) ? actorOf(reading, from, open - 1) : undefined);
  if (!source) return undefined;
  const cue = [{ first: owner ? noun : open - 1, end: open }];
  return {
    verb: undefined,
    candidate: { content: [{ first, end }], cue, source: [source], by: "quotes/verbless", strength: 0.9 },
  };
}

/** 'Lee' in 'And Lee? “No comment.”'. */
function asked(reading: Reading, from: number, to: number): Run | undefined {
  if (!/^(and|but)$/.test(word(reading, from))) return undefined;
  const phrase = nounPhraseStartingAt(reading, from + 1, to);
  return phrase?.end === to && speaks(reading, to - 1) ? phrase : undefined;
}

/**
 * Who does what leads up to the words: 'The minister was blunt:', 'Lee chose her words:', 'Then came the mayor:'; the
 * owner of a message that is somehow: 'Lee's message was simple:'.
 */
function actorOf(reading: Reading, from: number, to: number): Run | undefined {
  const subject = governorSubject(reading, to - 1, from);
  if (!subject) {
    const last = nounPhraseEndingAt(reading, to - 1, from);
    return reading.tokens[last.first - 1]?.pos === "VERB" && speaks(reading, to - 1) ? last : undefined;
  }
  for (let i = subject.first; i < subject.end; i++) {
    if (isUtterance(reading, i)) return ownerBefore(reading, i, from);
  }
  return speaks(reading, headOf(reading, subject)) ? subject : undefined;
}

/** True for a name, a person's pronoun or a noun that can speak. */
const speaks = (reading: Reading, i: number): boolean =>
  reading.tokens[i]!.pos === "PROPN" ||
  reading.lexicon.sourceNouns.has(word(reading, i)) ||
  /^(he|she|they|i|we)$/.test(word(reading, i));

/** 'answer', 'verdict', 'claim': what one gives in words. */
export const isUtterance = (reading: Reading, i: number): boolean =>
  reading.tokens[i]?.pos === "NOUN" &&
  (reading.lexicon.nouns.has(word(reading, i)) || isClass(reading, i, "utterance"));

/** The name or speaking noun that opens the lead: 'Lee' in 'Lee on the rust'. */
function speakerAt(reading: Reading, from: number, to: number): Run | undefined {
  let first = from;
  if (/^(and|but)$/.test(word(reading, first))) first++;
  const phrase = nounPhraseStartingAt(reading, first, to);
  if (!phrase) return undefined;
  const rest = word(reading, phrase.end);
  const isSpeaker = (i: number): boolean =>
    reading.tokens[i]!.pos === "PROPN" || reading.lexicon.sourceNouns.has(word(reading, i));
  const head = headOf(reading, phrase);
  return isSpeaker(head) && /^(on|about|after|in|at|to|,|:)$/.test(rest) ? { first, end: head + 1 } : undefined;
}

/** The last token before the phrase's first preposition. */
function headOf(reading: Reading, { first, end }: Run): number {
  for (let i = first + 1; i < end; i++) if (/^(on|about|after|in|at|to)$/.test(word(reading, i))) return i - 1;
  return end - 1;
}
