import type { Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { partitionPoint } from "../../text/partition-point.js";

/**
 * The word a noun phrase is about: 'official' in 'one former Trump administration official in Ghent', 'Yeo' in 'Andrew
 * Yeo, a chair at …', 'mayor' in 'the city's mayor', 'he' in 'he'. Undefined when the span holds no noun or pronoun.
 */
export function headWord(tokens: readonly Token[], span: Span): Token | undefined {
  const inside = tokensIn(tokens, span);
  let head: Token | undefined;
  for (const [i, token] of inside.entries()) {
    if (head && ENDS_CORE.has(token.pos) && !isPossessive(token)) break;
    if (head && (token.text === "," || token.text === "(" || /^(who|which|that)$/i.test(token.text))) break;
    const isOwner =
      isPossessive(inside[i + 1]) || (token.pos === "PRON" && POSSESSIVE.test(token.text) && i + 1 < inside.length);
    if (NOMINAL.has(token.pos) && !isOwner) head = token;
  }
  return head;
}

/** Tokens that lie wholly inside a span. */
export function tokensIn(tokens: readonly Token[], span: Span): readonly Token[] {
  const first = firstTokenFrom(tokens, span.start);
  let end = first;
  while (end < tokens.length && tokens[end]!.end <= span.end) end++;
  return tokens.slice(first, end);
}

/** Index of the first token that starts at or after an offset; the number of tokens when there is none. */
export const firstTokenFrom = (tokens: readonly Token[], offset: number): number =>
  partitionPoint(tokens, (token) => token.start < offset);

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const ENDS_CORE = new Set(["ADP", "VERB", "AUX", "SCONJ", "CCONJ"]);
const POSSESSIVE = /^(my|your|his|her|its|our|their|whose)$/i;

const isPossessive = (token: Token | undefined): boolean => token !== undefined && /^['’]s?$/.test(token.text);
