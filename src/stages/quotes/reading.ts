import type { Block } from "../../model/block.js";
import type { Doc } from "../../model/layers.js";
import type { Sentence } from "../../model/sentence.js";
import type { Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import type { CueLexicon } from "./cue-lexicon.js";
import type { Quotation } from "./quote-marks.js";

/** A run of tokens, by index, half-open: never empty. */
export interface Run {
  readonly first: number;
  readonly end: number;
}

/** An article as the attribution rules read it: the layers, the word lists, and what was worked out before the rules run. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly blocks: readonly Block[];
  readonly lexicon: CueLexicon;
  /** Stretches in quotation marks, in text order, never overlapping. */
  readonly quotations: readonly Quotation[];
  /** For each token, the index of the quotation it stands in (marks included), or -1. */
  readonly quotationOf: readonly number[];
  /** For each token, the index of its sentence. */
  readonly sentenceOf: readonly number[];
}

/** Lays out the layers for the rules. */
export function readingOf(
  doc: Doc<"tokens" | "sentences" | "blocks">,
  lexicon: CueLexicon,
  quotations: readonly Quotation[],
): Reading {
  const { article, tokens, sentences, blocks } = doc;
  const quotationOf = tokens.map(() => -1);
  for (const [index, quotation] of quotations.entries()) {
    quotationOf.fill(index, quotation.open, quotation.close + 1);
  }
  const sentenceOf = tokens.map(() => 0);
  for (const [index, sentence] of sentences.entries()) sentenceOf.fill(index, sentence.firstToken, sentence.endToken);
  const named = mended(tokens, sentences, sentenceOf);
  return { text: article.text, tokens: named, sentences, blocks, lexicon, quotations, quotationOf, sentenceOf };
}

/** Share of capitalized words from which a sentence is a headline in title case, where capitals tell nothing. */
const TITLE_CASE = 0.6;

/** The tagger's plainest errors mended: names taken for verbs ('Ted', 'Associated Press'), nouns taken for verbs. */
function mended(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  sentenceOf: readonly number[],
): readonly Token[] {
  const isTitle = sentences.map((sentence) => {
    const words = tokens.slice(sentence.firstToken, sentence.endToken).filter((token) => /\p{L}/u.test(token.text));
    return words.filter((token) => /^\p{Lu}/u.test(token.text)).length > TITLE_CASE * words.length;
  });
  return tokens.map((token, i) => {
    if (token.pos === "VERB" && isNounPlace(tokens, i)) return { ...token, pos: "NOUN" };
    if (token.pos === "VERB" && /^further$/.test(token.text)) return { ...token, pos: "ADV" };
    if (i === sentences[sentenceOf[i]!]!.firstToken && isNameFirst(tokens, i)) return { ...token, pos: "PROPN" };
    const isSuspect = token.pos === "VERB" || token.pos === "ADJ" || token.pos === "AUX";
    if (!isSuspect || !/^\p{Lu}\p{Ll}/u.test(token.text) || isTitle[sentenceOf[i]!]) return token;
    const opens = i === sentences[sentenceOf[i]!]!.firstToken || !/[\p{L}\p{N},)]$/u.test(tokens[i - 1]!.text);
    const isAbbreviation = /^\p{Lu}\p{L}*\.$/u.test(tokens[i - 1]?.text ?? "");
    return opens && !isAbbreviation ? token : { ...token, pos: "PROPN" };
  });
}

/** 'Welch added', 'Lynch calls': a capital at the start, no participle, and a finite verb right after it. */
function isNameFirst(tokens: readonly Token[], i: number): boolean {
  const { text, pos } = tokens[i]!;
  const next = tokens[i + 1];
  if ((pos !== "VERB" && pos !== "ADJ") || !/^\p{Lu}\p{Ll}+$/u.test(text) || /(ing|ed)$/.test(text)) return false;
  return next?.pos === "VERB" && /(s|ed|id|old|ote)$/.test(next.text);
}

/** True for a bare or -s form after 'the', 'his', “'s” or a preposition: 'the official’s comment', 'with think tanks'. */
function isNounPlace(tokens: readonly Token[], i: number): boolean {
  const { text, lemma } = tokens[i]!;
  const before = tokens[i - 1];
  if (!before || !(text.toLowerCase() === lemma || /s$/.test(text))) return false;
  if (before.pos === "PART") return /^['’]s$/.test(before.text);
  if (before.pos === "DET") return /^(a|an|the)$/i.test(before.text);
  return /^(my|your|his|its|our|their|with|of|from|in|by|for|on|at|about)$/i.test(before.text);
}

/** A token's word in lower case, with curly apostrophes made straight; empty beyond the ends of the text. */
export const word = (reading: Reading, index: number): string =>
  reading.tokens[index]?.text.toLowerCase().replaceAll("’", "'") ?? "";

/** Tokens to either side that a rule looks at, so that one endless sentence cannot take endless time. */
const REACH = 400;

/** The ends of the sentence a token stands in, at most {@link REACH} tokens away. */
export function sentenceAt(reading: Reading, index: number): Pick<Sentence, "firstToken" | "endToken"> {
  const { firstToken, endToken } = reading.sentences[reading.sentenceOf[index]!]!;
  return { firstToken: Math.max(firstToken, index - REACH), endToken: Math.min(endToken, index + REACH) };
}

/** The characters a run of tokens stands for, without a quotation mark that the tagger left on its first word. */
export function spanOfRun(reading: Reading, run: Run): Span {
  const { start, text } = reading.tokens[run.first]!;
  const mark = /^["“‘'`]+(?=[\p{Lu}\p{N}])/u.exec(text)?.[0].length ?? 0;
  return { start: start + mark, end: reading.tokens[run.end - 1]!.end };
}

/** True for a token with a letter or digit in it: what counts as a word. */
export const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The number of words among the tokens from `first` up to `end`. */
export function wordCount(reading: Reading, first: number, end: number): number {
  let count = 0;
  for (let i = first; i < end; i++) if (isWord(reading.tokens[i]!.text)) count++;
  return count;
}
