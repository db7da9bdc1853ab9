import type { StructureLexicons } from "../../lexicons/structure.js";
import { bylineNames } from "./byline.js";
import { dateOfLine } from "./date-line.js";
import { isNearTop, type LineRule, type Page } from "./page.js";
import type { TextLine } from "./text-lines.js";
import { isClock, isLabelled } from "./turns.js";

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
  const isWhole = !/[.:;,]$/.test(text) || isSentenceDeck(page.lines, index, page.lexicons);
  return isShort && isAbove && /^["“‘\p{Lu}\p{N}]/u.test(text) && isWhole ? "deck" : undefined;
};

/** True for a sentence between a headline and 'By Jane Roe', which is no running text yet. */
export function isSentenceDeck(lines: readonly TextLine[], index: number, lexicons: StructureLexicons): boolean {
  const next = lines[index + 1];
  if (index !== 1 || next === undefined || lines.length < 5) return false;
  const isShort = lines[index]!.words <= MAX_DECK && next.words <= 12;
  return isShort && /\bby\b/i.test(next.text.slice(0, 20)) && bylineNames(next.text, lexicons) !== null;
}

const MAX_SUBHEADING = 12; // words

/** A short line without a stop between paragraphs: 'What comes next'. Refuses lines of tables, lists and verse. */
export const subheadingLine: LineRule = ({ lines, prose, kinds, isInterview }, index) => {
  const { text, words, afterBlank } = lines[index]!;
  const next = lines[index + 1];
  const isFacts = afterBlank && isOverFacts(lines, index);
  const isOverText = prose[index + 1] === true || isFacts;
  if (words > MAX_SUBHEADING || index === 0 || !next || !isOverText || kinds[index + 1] !== undefined) return undefined;
  if (isInterview && isLabelled(text)) return undefined;
  const before = kinds[index - 1] ?? (prose[index - 1] ? "body" : undefined);
  const stands =
    (afterBlank === next.afterBlank && before !== undefined) ||
    isClock(lines[index - 1]!.text) ||
    (before !== undefined && isFacts);
  return stands && TITLE_LIKE.test(text) && !SENTENCE_END.test(text) ? "subheading" : undefined;
};

const FACT = /^\p{Lu}[\p{L} ]{1,20}: \S/u;

/** 'Match facts' over 'Goals: Roe 34', 'Booked: Poe'. */
const isOverFacts = (lines: readonly TextLine[], index: number): boolean =>
  !FACT.test(lines[index]!.text) && [1, 2, 3].every((step) => FACT.test(lines[index + step]?.text ?? ""));

const TITLE_LIKE = /^["“‘\p{Lu}\p{N}].*[\p{L}?!"”’)]$/u;
/** A full stop or comma before the closing marks, a quotation's question, or an interviewer's: 'Q: Why now?'. */
const SENTENCE_END = /[.,?!]["”’)]+$|^["“‘].*[?!]$|^Q\s?[:.].*\?$/u;
