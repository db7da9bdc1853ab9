import { dateOfLine } from "./date-line.js";
import { isNearTop, type LineRule, type Page } from "./page.js";

/** Longest headline and deck, in words. */
const MAX_HEADLINE = 32;
const MAX_DECK = 45;
/** Shortest part of a record's title that shows a headline, in characters. */
const MIN_TITLE_PART = 20;

/** The headline: the record's title where it stands in the text; without a record's title, a first line like a headline. */
export const headlineLine: LineRule = (page, index) => {
  if (!isNearTop(page, index) || page.kinds.includes("headline")) return undefined;
  const { title } = page;
  if (title !== "") return isTitle(page.plain[index]!, title) ? "headline" : undefined;
  return isFirstOpen(page, index) && looksLikeHeadline(page, index) ? "headline" : undefined;
};

function isTitle(line: string, title: string): boolean {
  if (line === "") return false;
  if (line === title) return true;
  const isPart = Math.min(line.length, title.length) >= MIN_TITLE_PART;
  return isPart && (title.startsWith(line) || (line.startsWith(title) && line.length < title.length * 1.5));
}

/** True for the first line that no rule has taken and that is no date. */
const isFirstOpen = (page: Page, index: number): boolean =>
  page.lines
    .slice(0, index)
    .every(({ text }, at) => page.kinds[at] !== undefined || dateOfLine(text, page.lexicons) !== null) &&
  dateOfLine(page.lines[index]!.text, page.lexicons) === null;

/** Takes 'Talks on dam resume', 'Will they agree?'; refuses 'The talks resumed on Monday.', 'Dear Ann:', a line without text after it. */
function looksLikeHeadline(page: Page, index: number): boolean {
  const { lines, firstProse, prose } = page;
  const { text, words } = lines[index]!;
  if (prose[index] && !/[?!]["”’]?$/.test(text)) return false;
  const hasText = firstProse > index || lines.some((_, at) => at > index && prose[at]);
  const next = lines[index + 1];
  const stands = next?.afterBlank || prose[index + 1] === true || isAboveHeader(page, index);
  if (!stands || /^\p{Ll}/u.test(next?.text ?? "")) return false;
  return (
    words >= 2 &&
    words <= MAX_HEADLINE &&
    hasText &&
    /^["“‘'(\p{Lu}\p{N}]/u.test(text) &&
    !/(?:[^.][.]|[:;,])["”’]?$/u.test(text)
  );
}

/** True when a byline, dateline, date line or caption stands at most three lines below: 'Bridge closed', a deck, 'By Jane Roe'. */
const isAboveHeader = ({ lines, kinds, prose, lexicons }: Page, index: number): boolean =>
  [1, 2, 3].some((distance) => {
    const at = index + distance;
    const kind = kinds[at];
    if (prose.slice(index + 1, at + 1).includes(true)) return false;
    return (kind !== undefined && kind !== "boilerplate") || dateOfLine(lines[at]?.text ?? "", lexicons) !== null;
  });

/** The line under the headline: more of the record's title, or a line without a full stop above the text or byline. */
export const deckLine: LineRule = (page, index) => {
  const { text, words } = page.lines[index]!;
  if (page.kinds[index - 1] !== "headline") return undefined;
  const line = page.plain[index]!;
  if (line.length > 2 && page.title.endsWith(line)) return "deck";
  const isShort = words >= 4 && words <= MAX_DECK && !page.prose[index];
  const next = page.kinds[index + 1];
  const isAbove =
    page.firstProse > index && (page.lines[index + 1]?.afterBlank === true || next === "byline" || next === "dateline");
  return isShort && isAbove && /^["“‘\p{Lu}\p{N}]/u.test(text) && !/[.:;,]$/.test(text) ? "deck" : undefined;
};

const MAX_SUBHEADING = 12; // words

/** A short line without a stop between paragraphs: 'What comes next'. Refuses lines of tables, lists and verse. */
export const subheadingLine: LineRule = ({ lines, prose, kinds }, index) => {
  const { text, words, afterBlank } = lines[index]!;
  const next = lines[index + 1];
  if (words > MAX_SUBHEADING || index === 0 || !next || !prose[index + 1] || kinds[index + 1] !== undefined)
    return undefined;
  const before = kinds[index - 1] ?? (prose[index - 1] ? "body" : undefined);
  const stands = afterBlank === next.afterBlank && before !== undefined;
  return stands && TITLE_LIKE.test(text) && !SENTENCE_END.test(text) ? "subheading" : undefined;
};

const TITLE_LIKE = /^["“‘\p{Lu}\p{N}].*[\p{L}?!"”’)]$/u;
/** A full stop or comma before the closing marks, a quotation's question, or an interviewer's: 'Q: Why now?'. */
const SENTENCE_END = /[.,?!]["”’)]+$|^["“‘].*[?!]$|^Q\s?[:.].*\?$/u;
