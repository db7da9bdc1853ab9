import type { Span } from "../../model/span.js";

/** A line of the text, or a paragraph of several lines where the text is hard-wrapped. */
export interface TextLine extends Span {
  /** The words without the blanks around them; a wrapped paragraph keeps its line ends. */
  readonly text: string;
  /** Offset of `text` in the article. */
  readonly textStart: number;
  /** How many runs of non-blanks `text` has. */
  readonly words: number;
  /** True when an empty line, or the start of the text, stands before it. */
  readonly afterBlank: boolean;
}

/** CR LF, LF, CR, form feed, vertical tab, or Unicode's next line, line separator and paragraph separator. */
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

/**
 * Lines that hold words, each with its line end and the empty lines after it; empty lines at the start belong to the
 * first. Together they cover the text; only an empty text has none. A text without words is one line.
 */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  let blank = true;
  for (const raw of rawLines(text)) {
    const [from, to] = trim(text, raw.start, raw.end);
    const isBlank = from === to;
    const last = lines.at(-1);
    if (isBlank && last) lines[lines.length - 1] = { ...last, end: raw.end };
    if (!isBlank) {
      const content = text.slice(from, to);
      lines.push({
        start,
        end: raw.end,
        text: content,
        textStart: from,
        words: countWords(content),
        afterBlank: blank,
      });
    }
    if (!isBlank || last) start = raw.end;
    blank = isBlank;
  }
  if (lines.length > 0 || text === "") return lines;
  return [{ start: 0, end: text.length, text: "", textStart: 0, words: 0, afterBlank: true }];
}

/** How many runs of non-blanks a text has. */
const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** The words of a text in lower case, without marks and brackets at its ends and with single blanks. */
export const normalized = (text: string): string =>
  trimMarks(text.normalize("NFC").replace(/[‘’]/g, "'")).replace(/\s+/g, " ").toLowerCase();

function rawLines(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(LINE_END)) {
    lines.push({ start, end: index + end.length });
    start = index + end.length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
}

/** The ends of a stretch of text without the blanks and unseen marks around its words; equal when it has none. */
export function trim(text: string, start: number, end: number): readonly [start: number, end: number] {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

/** True for code units that show nothing: blanks, controls, zero-width characters, byte order mark. */
const isBlank = (unit: number): boolean =>
  unit <= 0x20 ||
  unit === 0x85 ||
  unit === 0xa0 ||
  unit === 0xad ||
  unit === 0xfeff ||
  unit === 0x3000 ||
  unit === 0x2060 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200f) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f;

const MARK = /[\s\p{P}\p{S}]/u;
/** Marks that belong to words at a line's ends. */
const KEPT = /[@#&%$+©°]/;

function trimMarks(text: string): string {
  let from = 0;
  let to = text.length;
  const isMark = (at: number): boolean => MARK.test(text.charAt(at)) && !KEPT.test(text.charAt(at));
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to - 1)) to--;
  return text.slice(from, to);
}
