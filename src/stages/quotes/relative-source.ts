import type { Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { firstTokenFrom, tokensIn } from "./head-word.js";

/** Words that a noun phrase before a relative pronoun is made of, 'nervous Democrats on Capitol Hill'. */
const INSIDE = new Set(["ADJ", "ADP", "ADV", "DET", "NOUN", "NUM", "PART", "PROPN"]);
/** Tokens that phrase may have. */
const MAX_PHRASE = 14;
/** Tokens a relative clause before 'and who' may have. */
const MAX_CLAUSE = 25;

/** True for a source that is a relative pronoun, with or without words of its clause: 'who', 'which together'. */
export const isRelative = (tokens: readonly Token[], source: Span): boolean =>
  /^(who|which|that|whom)$/i.test(tokensIn(tokens, source)[0]?.text ?? "") && tokensIn(tokens, source).length < 4;

/**
 * What a relative pronoun may stand for, the nearest noun phrase first, then with what it hangs on: 'Capitol Hill', then
 * 'nervous Democrats on Capitol Hill'. A comma, a dash or brackets may stand between. Empty when no noun is before it.
 */
export function antecedents(tokens: readonly Token[], source: Span): readonly Span[] {
  const pronoun = firstTokenFrom(tokens, source.start);
  if (tokens[pronoun - 1]?.pos === "CCONJ") {
    const before = relativeBefore(tokens, pronoun - 1);
    return before ? antecedents(tokens, before) : [];
  }
  const last = beforeMarks(tokens, pronoun - 1);
  const end = tokens[last]?.end;
  if (end === undefined || tokens[last]!.block !== tokens[pronoun]?.block) return [];
  const found: Span[] = [];
  let first = last;
  for (let i = last; i >= 0 && last - i < MAX_PHRASE && isInside(tokens, i, last); i--) {
    if (tokens[i]!.pos === "ADP") {
      if (first > i) found.push({ start: tokens[first]!.start, end });
    } else first = i;
  }
  if (tokens[first]!.pos !== "ADP" && isInside(tokens, first, last)) found.push({ start: tokens[first]!.start, end });
  return found.filter((span, i) => span.start !== found[i - 1]?.start);
}

/** Index of the last word before commas, dashes and brackets with what is in them: 'the Commission (GFCM), which'. */
function beforeMarks(tokens: readonly Token[], from: number): number {
  let last = from;
  for (let left = MAX_PHRASE; left > 0 && last >= 0; left--) {
    if (tokens[last]!.text === ")") while (last > 0 && left-- > 0 && tokens[last]!.text !== "(") last--;
    else if (!/^[,(—–-]+$/.test(tokens[last]!.text)) break;
    last--;
  }
  return last;
}

/** 'who leads the party and who has vowed': the first of two relative pronouns in a row. */
function relativeBefore(tokens: readonly Token[], from: number): Token | undefined {
  for (let i = from - 1; i >= 0 && from - i < MAX_CLAUSE && tokens[i]!.block === tokens[from]!.block; i--) {
    if (/^[.?!;]$/.test(tokens[i]!.text)) return undefined;
    if (/^(who|which|that|whom)$/i.test(tokens[i]!.text)) return tokens[i];
  }
  return undefined;
}

const isInside = (tokens: readonly Token[], i: number, last: number): boolean => {
  const { pos, text, block } = tokens[i]!;
  return (
    block === tokens[last]!.block && (INSIDE.has(pos) || /^['’]s?$/.test(text) || (i < last && /^[-–&.]$/.test(text)))
  );
};
