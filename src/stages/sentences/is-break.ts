import type { SentenceLexicons } from "../../lexicons/sentences.js";
import type { Token } from "../../model/token.js";

const CLOSING = /^["'”’»)\]]+$/u;
const ENDS = /^(?:[.?!…]+)$/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;
/** What a sentence never begins with. */
const CONTINUES = /^[,;:)\]}.?!%]/;

/**
 * True when a sentence ends after token `i`. Reads 'Corp. “We', '5 p.m. He' and 'Rome. [4] It' as breaks, 'Gov. Smith',
 * 'tango?” he', 'No. 4' and '5 p.m. Monday' as none.
 */
export function isBreak(tokens: readonly Token[], i: number, options: SentenceLexicons): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1]!;
  if (token.block !== next.block) return true;
  if (CONTINUES.test(next.text) || (CLOSING.test(next.text) && next.start === token.end)) return false;
  const end = endMark(tokens, i);
  const mark = tokens[end]!;
  const isAbbreviation = mark.text.length > 1 && mark.text.endsWith(".") && !ENDS.test(mark.text);
  if (!isAbbreviation && !ENDS.test(mark.text)) return false;
  if (end === i && next.start === token.end) return false;
  if (isReference(tokens, i + 1) || isSignature(tokens, i + 1)) return false;
  if (startsLow(next)) return end === i && isPlainEnd(tokens, i, options);
  if (end < i) return true;
  const stop = isAbbreviation ? mark.text : `${tokens[end - 1]?.text ?? ""}${mark.text}`;
  return endsWithStop(stop, tokens, i + 1, options);
}

/** Whether a stop that may belong to an abbreviation ends the sentence, by the word after it, at `at`. */
function endsWithStop(stop: string, tokens: readonly Token[], at: number, options: SentenceLexicons): boolean {
  const lower = stop.toLowerCase();
  if (options.abbreviations.has(lower)) return false;
  if (options.beforeNumbers.has(lower) && /^\d/.test(tokens[at]!.text)) return false;
  if (options.atEnd.has(lower)) return startsSentence(tokens[at]!) || isSubject(tokens, at);
  return !INITIALS.test(stop) || startsSentence(tokens[at]!);
}

/** Index of the mark that the closing marks and references ('[17]') up to `i` stand after. */
function endMark(tokens: readonly Token[], i: number): number {
  let at = i;
  while (at > 0 && tokens[at]!.block === tokens[i]!.block) {
    const opening = referenceStart(tokens, at);
    if (opening > 0) at = opening - 1;
    else if (CLOSING.test(tokens[at]!.text) && tokens[at - 1]!.end === tokens[at]!.start) at--;
    else break;
  }
  return at;
}

/** Index of the '[' of a reference that ends at `at`; -1 when none does. */
const referenceStart = (tokens: readonly Token[], at: number): number =>
  tokens[at]!.text === "]" && isReference(tokens, at - 2) ? at - 2 : -1;

/** True for '[17]' and '[…]' from `at` on: they belong to the sentence before. */
const isReference = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "[" && /^(?:\d+|\.{3}|…)$/.test(tokens[at + 1]?.text ?? "") && tokens[at + 2]?.text === "]";

/** True for a dash and a name after a saying: '“So be it.” — Ann Roe'. */
const isSignature = (tokens: readonly Token[], at: number): boolean =>
  /^[-–—]+$/.test(tokens[at]!.text) && tokens[at + 1]?.pos === "PROPN";

/** True for a word in small letters; 'iPhone' and 'eBay' may begin a sentence. */
const startsLow = ({ text }: Token): boolean => /^\p{Ll}/u.test(text) && !/^\p{Ll}{1,4}\p{Lu}/u.test(text);

/** A full stop after a common word ends a sentence in hasty writing even before a small letter: 'it works. they like it'. */
function isPlainEnd(tokens: readonly Token[], i: number, { abbreviations, atEnd }: SentenceLexicons): boolean {
  const word = tokens[i - 1]?.text ?? "";
  const stop = `${word}.`;
  return tokens[i]!.text === "." && /^\p{Ll}{3,}$/u.test(word) && !abbreviations.has(stop) && !atEnd.has(stop);
}

const OPENERS: ReadonlySet<string> = new Set(["DET", "PRON", "ADV", "CCONJ", "SCONJ", "ADP", "AUX"]);

/** After initials ('U.S.', 'J.') only a word that seldom continues a name starts a sentence. */
const startsSentence = ({ pos, text }: Token): boolean => OPENERS.has(pos) || /^["“‘]/u.test(text);

/** A capitalized word with a verb after it: 'Inc. Shares rose', not 'Inc. Chairman Roe'. */
const isSubject = (tokens: readonly Token[], at: number): boolean =>
  /^\p{Lu}/u.test(tokens[at]!.text) && ["VERB", "AUX"].includes(tokens[at + 1]?.pos ?? "");
