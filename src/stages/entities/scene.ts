import { table } from "../../lexicons/lexicon.js";
import type { Standing } from "../../model/entity.js";
import type { Doc } from "../../model/layers.js";
import type { Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { type NameLexicons, nameLexicons } from "../names/lexicons.js";
import { firstTokenFrom } from "../quotes/head-word.js";
import { findQuotations } from "../quotes/quote-marks.js";

/** 'City' takes up any city named before, 'court' only one with the word in its name. */
export interface GroupNoun {
  readonly type: "organization" | "place";
  readonly isFree: boolean;
}

/** What the rules for entities know of words, besides what those for names know. */
export interface EntityLexicons extends NameLexicons {
  /** 'company' -> organization, 'city' -> place. */
  readonly groups: ReadonlyMap<string, GroupNoun>;
  /** 'Sen.' -> 'senator': titles that are an office, not a courtesy. */
  readonly offices: ReadonlyMap<string, string>;
  /** 'ex' -> 'former'. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** Reads the lists from src/lexicons/en. Throws a LexiconError when one breaks the rules of lists. */
export const entityLexicons = (): EntityLexicons => ({
  ...nameLexicons(),
  groups: new Map(
    [...table("group-nouns")].map(([noun, [type, free]]) => [
      noun,
      { type: type as GroupNoun["type"], isFree: free === "any" },
    ]),
  ),
  offices: new Map([...table("title-offices")].map(([title, [noun]]) => [title, noun!])),
  standings: new Map([...table("role-standings")].map(([word, [standing]]) => [word, standing as Standing])),
});

/** An article as the rules for entities read it. */
export interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicons: EntityLexicons;
  /** For each token, the index of its sentence. */
  readonly sentenceOf: readonly number[];
  /** For each token, the index of the quotation it stands in, or -1. */
  readonly quotationOf: readonly number[];
}

/** Lays out the layers for the rules. */
export function sceneOf(doc: Doc<"tokens" | "sentences">, lexicons: EntityLexicons): Scene {
  const { article, tokens, sentences } = doc;
  const sentenceOf = tokens.map(() => 0);
  for (const [index, sentence] of sentences.entries()) sentenceOf.fill(index, sentence.firstToken, sentence.endToken);
  const quotationOf = tokens.map(() => -1);
  // Stray marks are reported by the stage that finds quotations.
  for (const [index, { open, close }] of findQuotations(tokens, () => undefined).entries()) {
    quotationOf.fill(index, open, close + 1);
  }
  return { text: article.text, tokens, lexicons, sentenceOf, quotationOf };
}

/** Index of the first token that reaches into a span, and one past the last; equal when no token does. */
export function tokenRange({ tokens }: Scene, span: Span): { readonly first: number; readonly end: number } {
  let first = firstTokenFrom(tokens, span.start);
  if (first > 0 && tokens[first - 1]!.end > span.start) first--;
  let end = first;
  while (end < tokens.length && tokens[end]!.start < span.end) end++;
  return { first, end };
}

/** The text from token `first` up to token `end`. */
export const slice = ({ text, tokens }: Scene, first: number, end: number): string =>
  text.slice(tokens[first]!.start, tokens[end - 1]!.end);

/** A token's text in lower case; empty outside the text. */
export const wordAt = ({ tokens }: Scene, index: number): string => tokens[index]?.text.toLowerCase() ?? "";

/** True for the mark of a possessive: 's, ’s, ’. */
export const isPossessive = (token: Token | undefined): boolean => token !== undefined && /^['’]s?$/.test(token.text);
