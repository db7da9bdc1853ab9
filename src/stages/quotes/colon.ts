import type { Sentence } from "../../model/sentence.js";
import type { Token } from "../../model/token.js";
import type { Candidate, Rule } from "./candidate.js";
import { trimEnd } from "./clause-end.js";
import { nounPhraseEndingAt } from "./noun-phrases.js";
import { isClass, type Reading, type Run, word, wordCount } from "./reading.js";
import { isTitle } from "./titles.js";
import { endOfBlock, type Labelled, partsOf, turnsAmong } from "./transcript.js";
import { isTurnLabel } from "./turns.js";

/** Words a name before a colon may have: 'SENATOR ELIZABETH WARREN:', 'The New York Times editorial board:'. */
const MAX_LABEL = 6;
/** Words that must follow a label that takes no turns. */
const MIN_CONTENT = 3;
/** How sure a label alone is, and one that takes turns. */
const ALONE = 0.6;
const IN_TURN = 0.95;

/**
 * A block that opens with a speaker and a colon: 'LEE: I never said that.', 'Q: Why?', 'PolitiFact: Lee is right'; and a
 * headline that ends in a source: 'Lee open to talks: official', 'Lee open to talks – official'. What stands behind labels
 * that take turns (`turnsAmong`) is direct speech. Refuses 'Correction: An earlier version …', 'Note: …', 'Price: $30'.
 */
export const colon: Rule = (reading) => {
  const openings = reading.sentences.filter(({ firstToken }) => opensBlock(reading, firstToken));
  return [...labels(reading, openings), ...openings.flatMap((sentence) => tail(reading, sentence))];
};

const opensBlock = ({ tokens }: Reading, i: number): boolean => tokens[i - 1]?.block !== tokens[i]?.block;

function labels(reading: Reading, openings: Reading["sentences"]): readonly Candidate[] {
  const all = openings.flatMap((sentence) => labelOf(reading, sentence) ?? []);
  const taken = turnsAmong(reading, all);
  const turns = [...taken];
  const next = new Map(all.map((each, i) => [each, all[i + 1]]));
  const inTurn = turns.flatMap((turn): Candidate[] => {
    const content = partsOf(reading, turn, taken.has(next.get(turn)!) ? next.get(turn) : undefined, turns.length);
    const cue = isLettered(reading, turn) ? turn.label : markOf(turn);
    if (content.length === 0) return [];
    return [{ content, cue: [cue], source: [turn.label], kind: "direct", by: "quotes/turn", strength: IN_TURN }];
  });
  const alone = all.filter((each) => !taken.has(each) && speaksAlone(reading, each));
  return [...inTurn, ...alone.map((each) => proposal(each.said, markOf(each), each.label, "quotes/colon"))];
}

const markOf = ({ said }: Labelled): Run => ({ first: said.first - 1, end: said.first });

/** 'Q. Why?': the letter is label and cue. */
const isLettered = (reading: Reading, { label, said }: Labelled): boolean =>
  reading.tokens[said.first - 1]!.text !== ":" && label.end === label.first + 1;

/** The label and what follows it, when the block opens with one. */
function labelOf(reading: Reading, sentence: Sentence): Labelled | undefined {
  const { firstToken, endToken, block } = sentence;
  const blockEnd = endOfBlock(reading, firstToken);
  const letter = /^([QA])(\.?)$/.exec(reading.tokens[firstToken]!.text);
  const stop = letter && (letter[2] ? firstToken : firstToken + 1);
  if (letter && /^([QA]?\.)$/.test(reading.tokens[stop!]?.text ?? "") && stop! + 1 < blockEnd) {
    return { label: { first: firstToken, end: firstToken + 1 }, said: { first: stop! + 1, end: blockEnd }, block };
  }
  const at = colonIn(reading, firstToken, endToken);
  if (at === undefined || at + 1 >= blockEnd) return undefined;
  const label = { first: firstToken, end: at };
  const isLabel = isTurnLabel(reading, label) || isCapitalized(reading, label) || isSpeaker(reading, label);
  return isLabel && !isNoSpeaker(reading, label) ? { label, said: { first: at + 1, end: blockEnd }, block } : undefined;
}

/** Words a label that is no name in capitals may have, where it comes back: 'Ann Lee'. */
const MAX_NAME = 3;

/** 'Lee', 'Ann Lee', whatever the tagger takes them for. */
const isCapitalized = ({ tokens }: Reading, { first, end }: Run): boolean =>
  end - first < 2 * MAX_NAME && tokens.slice(first, end).every(({ text }) => /^(\p{Lu}[\p{L}’'-]*\.?|-)$/u.test(text));

/** 'Note', 'WHERE', 'Monday': opens a list or a remark of the editors. */
const isNoSpeaker = (reading: Reading, { first, end }: Run): boolean =>
  (isClass(reading, first, "no-speaker") && reading.tokens[first]!.text !== "THE") ||
  (isClass(reading, first, "question") && reading.tokens[first]!.text !== "WHO") ||
  (end === first + 1 &&
    reading.lexicon.occasions.has(word(reading, first)) &&
    !reading.lexicon.sourceNouns.has(word(reading, first)));

/** Tokens of a headline. */
const MAX_HEADLINE = 25;

/** True for a speaker whom nobody answers: what a single name says makes a clause or stands in quotation marks. */
function speaksAlone(reading: Reading, { label, said }: Labelled): boolean {
  const isMarked = reading.tokens[said.first - 1]!.text === ":";
  if (!isMarked || !isSpeaker(reading, label) || wordCount(reading, said.first, said.end) < MIN_CONTENT) return false;
  const isSure = label.end > label.first + 1 || reading.lexicon.sourceNouns.has(word(reading, label.first));
  const isClause = ({ pos }: Token, i: number): boolean =>
    pos === "VERB" || pos === "AUX" || reading.quotationOf[said.first + i] !== -1;
  return isSure || reading.tokens.slice(said.first, said.end).some(isClause);
}

/** 'Lee open to talks: official': a block of one sentence that ends in its source. */
function tail(reading: Reading, { firstToken, endToken }: Sentence): readonly Candidate[] {
  if (endOfBlock(reading, firstToken) !== endToken) return [];
  const at = colonIn(reading, firstToken, endToken) ?? dashIn(reading, firstToken, endToken);
  const source = at === undefined ? undefined : { first: at + 1, end: trimEnd(reading, at + 1, endToken) };
  if (!source || !isSourceTail(reading, source)) return [];
  const whole = reading.quotations[reading.quotationOf[firstToken]!];
  if (whole?.open === firstToken && whole.close + 1 === at && isTitle(reading, whole)) return []; // '‘The Late Ferry’: a review'
  return [proposal({ first: firstToken, end: at! }, { first: at!, end: at! + 1 }, source, "quotes/colon-tail")];
}

/** The spaced dash of a headline or of a line like one, which no full stop ends: 'Bridge unsafe – report'. */
function dashIn(reading: Reading, first: number, end: number): number | undefined {
  if (end - first > MAX_HEADLINE || /[.?!]$/.test(reading.tokens[end - 1]!.text)) return undefined;
  for (let i = end - 2; i > first && i >= end - MAX_LABEL; i--) {
    const { text, start } = reading.tokens[i]!;
    if (/^(—|–|--|-)$/.test(text) && reading.tokens[i - 1]!.end < start) return i;
  }
  return undefined;
}

const proposal = (said: Run, cue: Run, source: Run, by: string): Candidate => ({
  content: [said],
  cue: [cue],
  source: [source],
  by,
  strength: ALONE,
});

function colonIn(reading: Reading, first: number, end: number): number | undefined {
  for (let i = first + 1; i + 1 < end; i++) {
    if (reading.tokens[i]!.text === ":" && reading.quotationOf[i] === -1) return i;
  }
  return undefined;
}

/** A name in capitals, a short name, 'Q', or a noun that can speak. */
function isSpeaker(reading: Reading, label: Run): boolean {
  if (label.end - label.first > MAX_LABEL) return false;
  const tokens = reading.tokens.slice(label.first, label.end);
  const words = tokens.filter((token) => /\p{L}/u.test(token.text));
  if (words.length === 0 || tokens.some((token) => token.pos === "VERB" || token.pos === "AUX" || token.text === ","))
    return false;
  const last = words.at(-1)!;
  if (words.length === 1 && /^[QA]$/.test(last.text)) return true;
  if (reading.lexicon.sourceNouns.has(last.text.toLowerCase())) return true;
  const isUpper = words.every((token) => token.text === token.text.toUpperCase()) && last.text.length > 2;
  return isUpper
    ? words.length <= 4 && words.every((token) => token.pos === "PROPN" || token.pos === "NOUN")
    : words.every((token) => token.pos === "PROPN") &&
        words.length <= 3 &&
        words.length >= 1 &&
        reading.lexicon.words.get(words[0]!.text.toLowerCase())?.has("no-speaker") !== true;
}

/** ': official', ': report', ': Pew survey'. */
function isSourceTail(reading: Reading, tail: Run): boolean {
  if (tail.end - tail.first > MAX_LABEL || tail.end <= tail.first) return false;
  const last = tail.end - 1;
  if (
    !reading.lexicon.sourceNouns.has(reading.tokens[last]!.lemma.toLowerCase()) &&
    !reading.lexicon.sourceNouns.has(word(reading, last))
  )
    return false;
  return nounPhraseEndingAt(reading, last, tail.first).first === tail.first;
}
