import type { Block } from "../../model/block.js";
import type { Doc } from "../../model/layers.js";
import type { Sentence } from "../../model/sentence.js";
import type { Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import type { CueLexicon } from "./cue-lexicon.js";
import { firstTokenFrom } from "./head-word.js";
import { mendedTags } from "./mended-tags.js";
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
  /** First token behind the dateline; 0 without one. */
  readonly bodyStart: number;
}

/**
 * Lays out the layers for the rules. A dateline is a sentence of its own, and so is what labels a block: 'GHENT, May 3 (AP)
 * -', '14:32', 'EXCLUSIVE:' are nobody's words.
 */
export function readingOf(
  doc: Doc<"tokens" | "sentences" | "blocks" | "header">,
  lexicon: CueLexicon,
  quotations: readonly Quotation[],
): Reading {
  const { article, tokens, blocks, header } = doc;
  const bodyStart = header.dateline ? firstTokenFrom(tokens, header.dateline.span.end) : 0;
  const sentences = withoutLabels(splitAt(doc.sentences, tokens, bodyStart), tokens, lexicon);
  const quotationOf = tokens.map(() => -1);
  for (const [index, quotation] of quotations.entries()) {
    quotationOf.fill(index, quotation.open, quotation.close + 1);
  }
  const sentenceOf = tokens.map(() => 0);
  for (const [index, sentence] of sentences.entries()) sentenceOf.fill(index, sentence.firstToken, sentence.endToken);
  const named = mendedTags(tokens, sentences, sentenceOf, lexicon);
  return {
    text: article.text,
    tokens: named,
    sentences,
    blocks,
    lexicon,
    quotations,
    quotationOf,
    sentenceOf,
    bodyStart,
  };
}

/** Cuts the sentence around a token in two there. */
const splitAt = (sentences: readonly Sentence[], tokens: readonly Token[], at: number): readonly Sentence[] =>
  sentences.flatMap((sentence) =>
    at > sentence.firstToken && at < sentence.endToken
      ? [
          { ...sentence, end: tokens[at - 1]!.end, endToken: at },
          { ...sentence, start: tokens[at]!.start, firstToken: at },
        ]
      : [sentence],
  );

/** A time of day as a live blog puts it before an entry. */
const CLOCK = /^\d{1,2}[:.]\d{2}([ap]m)?$/i;

/** Cuts '14:32' and 'EXCLUSIVE:' off the sentence that opens a block. */
const withoutLabels = (
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  { words }: CueLexicon,
): readonly Sentence[] =>
  sentences.flatMap((sentence) => {
    const { firstToken: first } = sentence;
    if (first > 0 && tokens[first - 1]!.block === sentence.block) return [sentence];
    const opening = tokens[first]!.text;
    const isLabel = tokens[first + 1]?.text === ":" && words.get(opening.toLowerCase())?.has("no-speaker") === true;
    const next = isLabel
      ? first + 2
      : CLOCK.test(opening) && /^\p{Lu}/u.test(tokens[first + 1]?.text ?? "")
        ? first + 1
        : first;
    return splitAt([sentence], tokens, next);
  });

/** A token's word in lower case, with curly apostrophes made straight; empty beyond the ends of the text. */
export const word = (reading: Reading, index: number): string =>
  reading.tokens[index]?.text.toLowerCase().replaceAll("’", "'") ?? "";

/** Tokens to either side that a rule looks at, so that one endless sentence cannot take endless time. */
const REACH = 200;

/** True when `attribution-words.tsv` gives the token's word that class, such as `hearer`. */
export const isClass = (reading: Reading, index: number, name: string): boolean =>
  reading.lexicon.words.get(word(reading, index))?.has(name) === true;

/** The ends of the sentence a token stands in, at most {@link REACH} tokens away. */
export function sentenceAt(reading: Reading, index: number): Pick<Sentence, "firstToken" | "endToken"> {
  const sentence = reading.sentences[reading.sentenceOf[index] ?? -1];
  if (!sentence) return { firstToken: index, endToken: index };
  const { firstToken, endToken } = sentence;
  return { firstToken: Math.max(firstToken, index - REACH), endToken: Math.min(endToken, index + REACH) };
}

/** The characters a run of tokens stands for, without a quotation mark that the tagger left on its first word. */
export function spanOfRun(reading: Reading, run: Run): Span {
  const { start, text } = reading.tokens[run.first]!;
  const mark = /^["“‘'`]+(?=[\p{Lu}\p{N}])/u.exec(text)?.[0].length ?? 0;
  const last = reading.tokens[run.end - 1]!;
  // 'he was ill.', which the tagger takes for the state of Illinois
  const endsSentence = reading.sentences[reading.sentenceOf[run.end - 1]!]!.endToken === run.end;
  const isStopped = endsSentence && /^\p{Ll}{2,}\.$/u.test(last.text);
  return { start: start + mark, end: isStopped ? last.end - 1 : last.end };
}

/** True for a token with a letter or digit in it: what counts as a word. */
export const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The number of words among the tokens from `first` up to `end`. */
export function wordCount(reading: Reading, first: number, end: number): number {
  let count = 0;
  for (let i = first; i < end; i++) if (isWord(reading.tokens[i]!.text)) count++;
  return count;
}
