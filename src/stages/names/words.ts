import type { Sentence } from "../../model/sentence.js";
import type { Token, Upos } from "../../model/token.js";

/** How a word is written: Title, UPPER, lower, num(ber) or punct(uation). */
export type Shape = "title" | "upper" | "lower" | "num" | "punct";

/** A word as names need it: tokens joined by a hyphen inside a name are one word ('Jong-un', 'Wal-Mart'). */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly shape: Shape;
  readonly pos: Upos;
  /** Index of its sentence. */
  readonly sentence: number;
  /** True for the first word of a sentence or of a quotation in it: its capital tells nothing. */
  readonly opens: boolean;
  /** How its sentence is written: a line all in capitals, a headline with most words capitalized, or running text. */
  readonly style: "upper" | "title" | "text";
}

/** A syllable of a Korean or Chinese given name: 'un' in 'Jong-un'; refuses 'led', 'based'. */
const SYLLABLE = /^[bcdghjklmnpstwxyz]{0,3}[aeiouy]{1,3}(n|ng|k|l|m|p|t|h)?$/;

/** The words of all sentences, in order. */
export function wordsOf(text: string, tokens: readonly Token[], sentences: readonly Sentence[]): readonly Word[] {
  return sentences.flatMap((sentence, index) => sentenceWords(text, tokens, sentence, index));
}

function sentenceWords(text: string, tokens: readonly Token[], sentence: Sentence, index: number): Word[] {
  const spans: { start: number; end: number; pos: Upos }[] = [];
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const { start, pos } = tokens[i]!;
    while (isJoint(tokens, i + 1, sentence.endToken)) i += 2;
    spans.push({ start, end: tokens[i]!.end, pos });
  }
  const shapes = spans.map((span) => shapeOf(text.slice(span.start, span.end)));
  const style = styleOf(shapes);
  let opens = true;
  return spans.map((span, i) => {
    const shape = shapes[i]!;
    const word: Word = { ...span, text: text.slice(span.start, span.end), shape, sentence: index, opens, style };
    if (shape !== "punct") opens = false;
    else if (/^["“”‘:•–—-]+$/u.test(word.text)) opens = true;
    return word;
  });
}

/** True when token `i` is a hyphen that joins the tokens around it into one name. */
function isJoint(tokens: readonly Token[], i: number, end: number): boolean {
  const [before, hyphen, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!before || !hyphen || !after || i + 1 >= end || !/^[-‐‑]$/.test(hyphen.text)) return false;
  if (before.end !== hyphen.start || hyphen.end !== after.start || !/^\p{Lu}/u.test(before.text)) return false;
  if (/^\p{Lu}/u.test(after.text)) return true;
  return SYLLABLE.test(after.text) && /^\p{Lu}/u.test(tokens[i - 2]?.text ?? "");
}

function shapeOf(word: string): Shape {
  const letters = word.replace(/[^\p{L}]/gu, "");
  if (letters === "") return /\p{N}/u.test(word) ? "num" : "punct";
  if (!/\p{Lu}/u.test(word)) return "lower";
  if (/^\p{Lu}+s?$/u.test(letters) && (letters.length > 1 || word.length > 1)) return "upper";
  return /^[^\p{Ll}]*\p{Lu}/u.test(word) || /^(al|el)-\p{Lu}/u.test(word) || /^[a-z]\p{Lu}/u.test(word)
    ? "title"
    : "lower";
}

function styleOf(shapes: readonly Shape[]): Word["style"] {
  const letters = shapes.filter((shape) => shape !== "punct" && shape !== "num");
  const count = (shape: Shape): number => letters.filter((other) => other === shape).length;
  if (letters.length >= 3 && count("upper") > 0.7 * letters.length) return "upper";
  return letters.length >= 4 && count("lower") < 0.4 * letters.length ? "title" : "text";
}
