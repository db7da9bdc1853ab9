import { trimEnd } from "./clause-end.js";
import type { Reading, Run } from "./reading.js";
import { isTurnLabel } from "./turns.js";

/** A block that opens with a label and a colon: 'LEE: I never said that.', 'Score: 3-1'. */
export interface Labelled {
  readonly label: Run;
  /** The tokens behind the colon, up to the block's end. */
  readonly said: Run;
  readonly block: number;
}

/** Blocks without a label that may stand between two turns. */
const MAX_GAP = 4;
/** Turns from which such blocks belong to the turn before them. */
const MIN_LONG = 4;

/**
 * Those of the labelled blocks that are turns of a transcript or an interview: two neighbours with different labels, both
 * in capitals or both come back, or where one asks and the other answers; and what stands beside a turn. Refuses 'SCORE: 3-1' and 'CROWD: 4,000', which
 * neither come back nor make a sentence.
 */
export function turnsAmong(reading: Reading, all: readonly Labelled[]): ReadonlySet<Labelled> {
  const counts = new Map<string, number>();
  const key = ({ label }: Labelled): string => textOf(reading, label);
  for (const each of all) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  const takeTurns = (a: Labelled, b: Labelled): boolean => {
    if (key(a) === key(b) || b.block - a.block > MAX_GAP + 1) return false;
    const comeBack = counts.get(key(a))! > 1 && counts.get(key(b))! > 1;
    if (comeBack || (asks(reading, a) && b.block === a.block + 1)) return true;
    const arePrinted = isTurnLabel(reading, a.label) && isTurnLabel(reading, b.label);
    return arePrinted && (isSentence(reading, a) || isSentence(reading, b));
  };
  const turns = new Set(all.slice(1).flatMap((b, i) => (takeTurns(all[i]!, b) ? [all[i]!, b] : [])));
  const isBeside = (each: Labelled, other: Labelled | undefined): boolean =>
    other !== undefined && turns.has(other) && Math.abs(other.block - each.block) === 1;
  return new Set(all.filter((each, i) => turns.has(each) || isBeside(each, all[i - 1]) || isBeside(each, all[i + 1])));
}

/** What is said in a turn: its own block and, in a long transcript, the blocks before the `next` labelled one. */
export function partsOf(reading: Reading, turn: Labelled, next: Labelled | undefined, turns: number): readonly Run[] {
  const parts: Run[] = [turn.said];
  const gap = next ? next.block - turn.block - 1 : 0;
  if (next && turns >= MIN_LONG && gap <= MAX_GAP) {
    for (let first = turn.said.end; first < next.label.first; first = endOfBlock(reading, first)) {
      parts.push({ first, end: endOfBlock(reading, first) });
    }
  }
  return parts
    .filter((part) => !isDirection(reading, part))
    .map(({ first, end }) => ({ first, end: trimEnd(reading, first, end) }));
}

/** One past the last token of the block that a token stands in. */
export function endOfBlock({ tokens }: Reading, from: number): number {
  let end = from;
  while (end < tokens.length && tokens[end]!.block === tokens[from]!.block) end++;
  return end;
}

const textOf = ({ tokens }: Reading, { first, end }: Run): string =>
  tokens
    .slice(first, end)
    .map(({ text }) => text.toLowerCase())
    .join(" ");

const asks = ({ tokens }: Reading, { said }: Labelled): boolean => tokens[said.end - 1]?.text === "?";

const isSentence = (reading: Reading, turn: Labelled): boolean =>
  asks(reading, turn) ||
  reading.tokens.slice(turn.said.first, turn.said.end).some(({ pos }) => pos === "VERB" || pos === "AUX");

/** A block all in brackets, or one that announces the next: '(Laughter.)', '[He pauses.]', 'BY MR. LEE:'. */
const isDirection = ({ tokens }: Reading, { first, end }: Run): boolean =>
  tokens[end - 1]!.text === ":" ||
  (/^[([]$/.test(tokens[first]!.text) &&
    tokens.slice(Math.max(first, end - 2), end).some(({ text }) => /^[)\]]$/.test(text)));
