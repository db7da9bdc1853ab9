import type { Candidate, Rule } from "./candidate.js";
import { trimEnd } from "./clause-end.js";
import { nounPhraseEndingAt } from "./noun-phrases.js";
import { type Reading, type Run, word, wordCount } from "./reading.js";
import { isTurnLabel } from "./turns.js";

/** Words a name before a colon may have: 'SENATOR ELIZABETH WARREN:', 'The New York Times editorial board:'. */
const MAX_LABEL = 6;
const MIN_CONTENT = 3;

/**
 * A block that opens with a speaker and a colon: 'LEE: I never said that.', 'Q: Why?', 'PolitiFact: Lee is right'; and a
 * headline that ends in one: 'Lee open to talks: official'. Where two labels or more are letters or in capitals they are
 * turns, and what follows is direct speech; so where one asks and the next answers. Refuses 'Correction: An earlier version …' and 'Note: …'.
 */
export const colon: Rule = (reading) => {
  const proposals = [...labelled(reading), ...questionsAndAnswers(reading)];
  const turns = proposals.filter(({ by }) => by === TURN);
  const printed = turns.filter(({ source }) => source.every((label) => isTurnLabel(reading, label)));
  if (printed.length < MIN_TURNS && !hasQuestion(reading, turns)) return proposals;
  const blocks = new Set(turns.map((turn) => blockOf(reading, turn)));
  const isTurn = (proposal: Candidate) => {
    const block = blockOf(reading, proposal);
    return printed.includes(proposal) || (proposal.by === TURN && (blocks.has(block - 1) || blocks.has(block + 1)));
  };
  return proposals.map((proposal) => (isTurn(proposal) ? { ...proposal, kind: "direct" as const } : proposal));
};

/** Labels in one article that make a transcript. */
const MIN_TURNS = 2;
const TURN = "quotes/colon";

const blockOf = ({ tokens }: Reading, { content }: Candidate): number => tokens[content[0]!.first]!.block;

/** A turn that asks, with another right after it: 'Gazette: Who signed it?', 'Ann Lee: I did.' */
const hasQuestion = (reading: Reading, turns: readonly Candidate[]): boolean =>
  turns.some(
    (turn) =>
      reading.tokens[turn.content[0]!.end]?.text === "?" &&
      turns.some((other) => blockOf(reading, other) === blockOf(reading, turn) + 1),
  );

/** 'Q. Why?' and 'A. For the rain.': letters with a full stop, where both occur. Refuses 'A. Lee won.' alone. */
function questionsAndAnswers(reading: Reading): readonly Candidate[] {
  const found = reading.sentences.flatMap((sentence): Candidate[] => {
    const at = sentence.firstToken;
    if (at > 0 && reading.tokens[at - 1]!.block === sentence.block) return [];
    const letter = /^([QA])\.?$/.exec(reading.tokens[at]?.text ?? "");
    const stop = letter && reading.tokens[at]!.text.length === 1 ? at + 1 : at;
    if (!letter || !reading.tokens[stop]?.text.endsWith(".")) return [];
    const end = trimEnd(reading, stop + 1, endOfBlock(reading, at));
    return end > stop + 1 ? [{ ...proposal({ first: stop + 1, end }, at, { first: at, end: at + 1 }, TURN) }] : [];
  });
  const letters = new Set(found.map(({ source }) => reading.tokens[source[0]!.first]!.text[0]));
  return letters.size === 2 ? found : [];
}

const labelled = (reading: Reading): readonly Candidate[] =>
  reading.sentences.flatMap((sentence) => {
    if (sentence.firstToken > 0 && reading.tokens[sentence.firstToken - 1]!.block === sentence.block) return [];
    const blockEnd = endOfBlock(reading, sentence.firstToken);
    const at = colonIn(reading, sentence.firstToken, sentence.endToken);
    if (at === undefined) return [];
    const label: Run = { first: sentence.firstToken, end: at };
    if (isSpeaker(reading, label) && wordCount(reading, at + 1, blockEnd) >= MIN_CONTENT) {
      return [proposal({ first: at + 1, end: trimEnd(reading, at + 1, blockEnd) }, at, label, TURN)];
    }
    const tail: Run = { first: at + 1, end: trimEnd(reading, at + 1, sentence.endToken) };
    if (blockEnd === sentence.endToken && isSourceTail(reading, tail)) {
      return [proposal({ first: sentence.firstToken, end: at }, at, tail, "quotes/colon-tail")];
    }
    return [];
  });

const proposal = (content: Run, at: number, source: Run, by: string) => ({
  content: [content],
  cue: [{ first: at, end: at + 1 }],
  source: [source],
  by,
  strength: 0.6,
});

function endOfBlock(reading: Reading, from: number): number {
  let end = from;
  while (end < reading.tokens.length && reading.tokens[end]!.block === reading.tokens[from]!.block) end++;
  return end;
}

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
