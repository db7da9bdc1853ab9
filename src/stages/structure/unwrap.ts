import type { TextLine } from "./text-lines.js";

/** Widest lines that wires and e-mail wrap at; longer lines are paragraphs. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 45;
/** Line pairs needed before a text can be taken for a wrapped one. */
const MIN_PAIRS = 3;

/**
 * Joins the lines of a paragraph where the text is hard-wrapped (e-mail, agency wires): a line goes on into the next
 * when the next one's first word would not have fitted on it. In any other text every line stays as it is.
 */
export function unwrapped(article: string, lines: readonly TextLine[]): readonly TextLine[] {
  const width = wrapWidth(article, lines);
  if (width === null) return lines;
  const paragraphs: TextLine[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const paragraph = paragraphs.at(-1);
    if (before && paragraph && goesOn(article, before, line, width)) {
      const text = article.slice(paragraph.textStart, line.textStart + line.text.length);
      paragraphs[paragraphs.length - 1] = { ...paragraph, end: line.end, text, words: paragraph.words + line.words };
    } else paragraphs.push(line);
  }
  return paragraphs;
}

/** The column a text is wrapped at, or null when it is not: most lines before another line end in mid-sentence near it. */
function wrapWidth(article: string, lines: readonly TextLine[]): number | null {
  const width = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (width > MAX_WIDTH || width < MIN_WIDTH) return null;
  let pairs = 0;
  let wrapped = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || next.afterBlank || line.words < 3) continue;
    pairs++;
    if (MID_SENTENCE.test(line.text) && goesOn(article, line, next, width)) wrapped++;
  }
  return pairs >= MIN_PAIRS && wrapped >= pairs * WRAPPED_SHARE ? width : null;
}

/** Share of the lines before another line that end in mid-sentence near the edge; sentences end at the rest by chance. */
const WRAPPED_SHARE = 0.6;
const MID_SENTENCE = /[\p{L}\p{N},;–—-]$/u;

/** Room that ragged lines leave at their end: editors do not break long words. */
const SLACK = 4;

function goesOn(article: string, line: TextLine, next: TextLine, width: number): boolean {
  const indented = /[ \t]{2}$/.test(article.slice(Math.max(0, next.textStart - 2), next.textStart));
  if (next.afterBlank || indented) return false;
  const [firstWord = ""] = /^\S+/.exec(next.text) ?? [];
  return line.text.length + 1 + firstWord.length > width - SLACK;
}
