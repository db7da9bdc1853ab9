import type { Token } from "../../model/token.js";

/** Runs of tokens, by index into the piece, half-open. */
export interface Part {
  readonly first: number;
  readonly end: number;
}

/** A clause in rough parts. `predicate` is undefined when no finite verb was found; then there are no arguments. */
export interface ClauseParts {
  readonly subject: Part | undefined;
  readonly predicate: Part | undefined;
  readonly arguments: readonly Part[];
}

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM"]);
const OPENERS = new Set(["SCONJ", "CCONJ", "ADV", "INTJ"]);

/**
 * Subject, predicate and arguments of a piece's main clause, by word classes: 'the bridge | will not open | before May |
 * in Ghent'. A first version without syntax: a side clause or phrase before the first comma is passed over when a verb
 * follows. 'to leave' gives a predicate without a subject.
 */
export function clauseParts(tokens: readonly Token[]): ClauseParts {
  const start = clauseStart(tokens);
  const verb = mainVerb(tokens, start);
  if (verb === undefined) return { subject: undefined, predicate: undefined, arguments: [] };
  const end = predicateEnd(tokens, verb);
  const subject = trimmed(tokens, start, verb);
  return { subject, predicate: { first: verb, end }, arguments: argumentsOf(tokens, end) };
}

const isVerb = (token: Token | undefined): boolean => token?.pos === "VERB" || token?.pos === "AUX";
const isTo = (token: Token | undefined): boolean => token?.pos === "PART" && token.text.toLowerCase() === "to";

function clauseStart(tokens: readonly Token[]): number {
  let start = 0;
  while (
    start < tokens.length &&
    (OPENERS.has(tokens[start]!.pos) || tokens[start]!.pos === "PUNCT" || isThat(tokens, start))
  )
    start++;
  const opener = tokens[0];
  if (opener?.pos !== "SCONJ" && opener?.pos !== "ADP") return start;
  const comma = tokens.findIndex((token) => token.text === ",");
  return comma > 0 && !isThat(tokens, 0) && tokens.slice(comma).some(isVerb) ? comma + 1 : start;
}

const isThat = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.text.toLowerCase() === "that" && tokens[i + 1] !== undefined && !isVerb(tokens[i + 1]);

/** The first verb that is not in a relative clause of the subject: 'won' in 'the man who left won'. */
function mainVerb(tokens: readonly Token[], start: number): number | undefined {
  let relative = false;
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (i > start && /^(who|which|that|whose)$/i.test(token.text)) relative = true;
    const opens = isVerb(token) || (isTo(token) && isVerb(tokens[i + 1]));
    if (!opens) continue;
    const groupEnd = predicateEnd(tokens, i);
    if (relative) {
      relative = false;
      if (tokens.slice(groupEnd).some(isVerb)) {
        i = groupEnd - 1;
        continue;
      }
    }
    return i;
  }
  return undefined;
}

/** One past a verb group: auxiliaries, 'not', adverbs between, and infinitives that hang on it ('plans to leave'). */
function predicateEnd(tokens: readonly Token[], verb: number): number {
  let end = verb + 1;
  for (let i = verb; i < tokens.length; i++) {
    const token = tokens[i]!;
    const isPart = token.pos === "PART" && !/^['’]s?$/.test(token.text);
    if (isVerb(token) || (isPart && isTo(token) && isVerb(tokens[i + 1]))) end = i + 1;
    else if (!isPart && token.pos !== "ADV") break;
    if (isPart && !isTo(token)) end = i + 1;
  }
  return end;
}

/** What follows the predicate: an object, then one argument for each preposition; a clause stays whole. */
function argumentsOf(tokens: readonly Token[], from: number): readonly Part[] {
  const parts: Part[] = [];
  let first = from;
  for (let i = from; i <= tokens.length; i++) {
    const token = tokens[i];
    const breaks =
      token === undefined ||
      (i > first && token.pos === "ADP" && !/^of$/i.test(token.text)) ||
      /^[,;:—–]$/.test(token.text);
    if (!breaks) {
      if (token.pos === "SCONJ" || isVerb(token))
        return [...parts, trimmed(tokens, first, tokens.length)].filter(isPart);
      continue;
    }
    const part = trimmed(tokens, first, i);
    if (part) parts.push(part);
    if (token && token.pos !== "ADP") return parts;
    first = i;
  }
  return parts;
}

const isPart = (part: Part | undefined): part is Part => part !== undefined;

/** The run without punctuation at its ends; undefined when nothing nominal or verbal is left. */
function trimmed(tokens: readonly Token[], from: number, to: number): Part | undefined {
  let first = from;
  let end = to;
  while (first < end && (tokens[first]!.pos === "PUNCT" || tokens[first]!.pos === "CCONJ")) first++;
  while (end > first && (tokens[end - 1]!.pos === "PUNCT" || tokens[end - 1]!.pos === "ADV")) end--;
  return tokens.slice(first, end).some((token) => NOMINAL.has(token.pos) || isVerb(token)) ? { first, end } : undefined;
}
