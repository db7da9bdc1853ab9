import type { QuoteKind } from "../../model/quote.js";
import type { Span } from "../../model/span.js";

/** What counts as a word in attribution scores: letters and digits, with one apostrophe part ("don't"). */
const WORD = /[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)?/gu;

/** Starts of the words in the spans, each span read by itself. */
export function wordsIn(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { start, end } of spans) {
    for (const { index } of text.slice(start, end).matchAll(WORD)) starts.add(start + index);
  }
  return starts;
}

const FIRST_WORD = new RegExp(WORD.source, "uy");

/** The word that starts at an offset, in small letters; empty when none does. */
function wordAt(text: string, start: number): string {
  FIRST_WORD.lastIndex = start;
  return FIRST_WORD.exec(text)?.[0].toLowerCase() ?? "";
}

/** Words a source may share by chance: articles, possessives, titles. score.py's STOP. */
const STOP = new Set("the a an of s his her their its mr ms mrs".split(" "));

/** The words that tell one source from another; all of them when none does. */
export function tellingWords(text: string, words: ReadonlySet<number>): ReadonlySet<number> {
  const telling = new Set([...words].filter((start) => !STOP.has(wordAt(text, start))));
  return telling.size > 0 ? telling : words;
}

/** How many words two sets share. */
export const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let count = 0;
  for (const start of a) if (b.has(start)) count++;
  return count;
};

/** Starts of the words in double quotation marks, paragraph by paragraph; a mark left open counts to its paragraph's end. */
export function quotedWords(text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { 0: paragraph, index: base } of text.matchAll(/[^\n]+/g)) {
    let open: number | undefined;
    const close = (end: number): void => {
      for (const start of wordsIn(text, [{ start: base + open!, end: base + end }])) starts.add(start);
      open = undefined;
    };
    for (const { 0: mark, index } of paragraph.matchAll(/["“”]/g)) {
      if (mark === "“" || (mark === '"' && open === undefined)) open ??= index + 1;
      else if (open !== undefined) close(index);
    }
    if (open !== undefined) close(paragraph.length);
  }
  return starts;
}

/** By the share of a content's words in quotation marks: over nine tenths is direct, over one tenth mixed. */
export function kindOf(words: ReadonlySet<number>, quoted: ReadonlySet<number>): QuoteKind {
  const share = words.size === 0 ? 0 : common(words, quoted) / words.size;
  return share > 0.9 ? "direct" : share > 0.1 ? "mixed" : "indirect";
}
