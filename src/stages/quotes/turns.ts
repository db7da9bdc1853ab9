import type { CuedQuotation } from "./quotation-cue.js";
import { isWord, type Reading, type Run } from "./reading.js";

/** Words a speaker's label in a transcript may have: 'Q', 'LEE', 'SENATOR ANN LEE'. */
const MAX_WORDS = 4;

/** True for a label as transcripts print it: letters in capitals only, few words. */
export function isTurnLabel(reading: Reading, { first, end }: Run): boolean {
  const tokens = reading.tokens.slice(first, end);
  const words = tokens.filter(({ text }) => isWord(text));
  return (
    words.length > 0 &&
    words.length <= MAX_WORDS &&
    tokens.every(({ text }) => text === text.toUpperCase() && !/[:;,?!“”"()]/.test(text)) &&
    words.some(({ text }) => /\p{L}/u.test(text))
  );
}

/**
 * A turn of a transcript that is quoted paragraph by paragraph: '“LEE: I never said that.' and then '“KIM: You did.”'. The
 * label is the source and not part of what is said.
 */
export function turnLabel(reading: Reading, q: number): CuedQuotation | undefined {
  const { open, first, end, block } = reading.quotations[q]!;
  if (reading.tokens[open - 1]?.block === block) return undefined;
  for (let i = first + 1; i < Math.min(end - 1, first + 2 * MAX_WORDS); i++) {
    if (reading.tokens[i]!.text !== ":") continue;
    const label = { first, end: i };
    if (!isTurnLabel(reading, label)) return undefined;
    const candidate = {
      content: [{ first: i + 1, end }],
      cue: [{ first: i, end: i + 1 }],
      source: [label],
      kind: "direct" as const,
      by: "quotes/turn",
      strength: 0.95,
    };
    return { verb: undefined, candidate };
  }
  return undefined;
}

/** '“(LAUGHTER)”', '“[Applause.]”': nobody's words. */
export function isStageDirection(reading: Reading, q: number): boolean {
  const { first, end } = reading.quotations[q]!;
  const last = reading.tokens[end - 1]!.text;
  return (
    (reading.tokens[first]!.text === "(" && /\)$/.test(last)) ||
    (reading.tokens[first]!.text === "[" && /\]$/.test(last))
  );
}
