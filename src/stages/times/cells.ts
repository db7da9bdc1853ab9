import type { Token, Upos } from "../../model/token.js";
import { isValid } from "./calendar.js";
import type { Cell } from "./cell.js";
import { readNumber } from "./numbers.js";
import { type Facts, maskOf, type Vocabulary } from "./vocabulary.js";

/** Pieces of a token that holds digits or hyphens. */
const PIECE =
  /q[1-4](?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?|\d{4}(?=\/\d{2}(?![\d/]))|\d+\/\d+|\d{1,2}\.\d{2}(?=[ap]m)|\d+(?:[.,]\d+){0,4}(?:st|nd|rd|th|s)?(?![a-z\d])|\d+|[ap]\.m\.?|[ap]m(?![a-z])|[a-z]+\.?|\S/giu;
const NEEDS_CUT = /[\d\-–—]/u;
const DASH = /^[-–—‑]$/u;

/** Cells of one stretch of tokens (`from` to `to`, half open). */
export function cellsOf(tokens: readonly Token[], from: number, to: number, vocabulary: Vocabulary): readonly Cell[] {
  const raw: Cell[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const lower = token.text.toLowerCase();
    const entry = vocabulary.words.get(lower);
    if (entry === undefined && NEEDS_CUT.test(lower)) cut(token, i, vocabulary, raw);
    else raw.push(cell(token.start, token.end, token.text, lower, entry?.facts, entry?.mask ?? 0, token.pos, i));
  }
  return join(raw, vocabulary);
}

function cell(
  start: number,
  end: number,
  text: string,
  lower: string,
  facts: Facts | undefined,
  mask: number,
  pos: Upos,
  token: number,
): Cell {
  const isCapital = text[0] !== lower[0];
  return { start, end, lower, isCapital, facts, mask, pos, token };
}

function cut(token: Token, index: number, vocabulary: Vocabulary, raw: Cell[]): void {
  for (const piece of token.text.matchAll(PIECE)) {
    const lower = piece[0].toLowerCase();
    const start = token.start + piece.index;
    const facts = vocabulary.words.get(lower)?.facts ?? digitFacts(lower);
    raw.push(
      cell(
        start,
        start + lower.length,
        piece[0],
        lower,
        facts,
        facts === undefined ? 0 : maskOf(facts),
        token.pos,
        index,
      ),
    );
  }
}

/** What a piece made of digits may be: a number, a year, a day of a month, a clock time, a date. */
function digitFacts(text: string): Facts | undefined {
  if (/^\d{1,2}$/.test(text)) {
    const n = Number(text);
    return { num: n, ...(n >= 1 && n <= 31 ? { day: n } : {}), ...(n <= 24 ? { hour: n } : {}) };
  }
  if (/^q[1-4]$/.test(text)) return { quarter: Number(text[1]) };
  if (/^[12]\d{3}$/.test(text)) return { num: Number(text), year: Number(text) };
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(text);
  if (ordinal !== null) {
    const n = Number(ordinal[1]);
    return { ordinal: n, ...(n >= 1 && n <= 31 ? { day: n, nth: n } : {}) };
  }
  const decade = /^([12]\d)?(\d0)s$/.exec(text);
  if (decade !== null) return { decade: decade[1] === undefined ? decade[2]! : `${decade[1]}${decade[2]![0]}` };
  if (/^([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?$/.test(text)) return { clock: text };
  const iso = isoDay(text);
  if (iso !== null) return { iso };
  return /^\d+(,\d{3})*(\.\d+)?$/.test(text) ? { num: Number(text.replaceAll(",", "")) } : undefined;
}

/** '2019-05-03' and, as the United States writes it, '5/3/2019'; '25/3/2019' can only have the day first. */
function isoDay(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const isDayFirst = us !== null && Number(us[1]) > 12;
  const [y, m, d] =
    iso !== null
      ? [iso[1], iso[2], iso[3]]
      : us !== null
        ? [us[3], us[isDayFirst ? 2 : 1], us[isDayFirst ? 1 : 2]]
        : [];
  if (y === undefined || m === undefined || d === undefined) return null;
  if (!isValid({ y: Number(y), m: Number(m), d: Number(d) })) return null;
  return `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
}

/** Joins numbers and phrases, and tells a hyphen inside a word from a dash between words. */
function join(raw: readonly Cell[], vocabulary: Vocabulary): readonly Cell[] {
  const marked = markDashes(raw);
  const cells: Cell[] = [];
  let i = 0;
  while (i < marked.length) {
    const first = marked[i]!;
    if (first.facts?.num === undefined && !vocabulary.openers.has(first.lower)) {
      cells.push(first);
      i++;
      continue;
    }
    const phrase = phraseAt(marked, i, vocabulary);
    if (phrase !== null) {
      cells.push(span(marked, i, phrase.end, phrase.facts));
      i = phrase.end;
      continue;
    }
    const number = readNumber(marked, i, vocabulary.numbers);
    if (number !== null && !(number.end === i + 1 && first.facts?.num !== undefined)) {
      cells.push(span(marked, i, number.end, { ...first.facts, ...numberFacts(number.value, number.year) }));
      i = number.end;
      continue;
    }
    cells.push(first);
    i++;
  }
  return cells;
}

const numberFacts = (value: number, year: number | undefined): Facts => ({
  num: value,
  ...(year === undefined ? {} : { year }),
  ...(Number.isInteger(value) && value <= 12 && value >= 1 ? { hour: value } : {}),
});

const isDash = ({ lower }: Cell): boolean => lower.length === 1 && DASH.test(lower);

function markDashes(raw: readonly Cell[]): readonly Cell[] {
  if (!raw.some(isDash)) return raw;
  return raw.map((c, i) => {
    if (!isDash(c)) return c;
    const isTight = raw[i - 1]?.end === c.start && raw[i + 1]?.start === c.end;
    return { ...c, lower: isTight ? "-" : "--" };
  });
}

function phraseAt(cells: readonly Cell[], i: number, vocabulary: Vocabulary): { end: number; facts: Facts } | null {
  for (const phrase of vocabulary.phrases.get(cells[i]!.lower) ?? []) {
    const { words } = phrase;
    if (i + words.length > cells.length) continue;
    let k = 1;
    while (k < words.length && sameWord(cells[i + k]!.lower, words[k]!)) k++;
    if (k === words.length) return { end: i + k, facts: phrase.facts };
  }
  return null;
}

const sameWord = (text: string, word: string): boolean =>
  text === word || (text.startsWith("’") && `'${text.slice(1)}` === word);

function span(cells: readonly Cell[], from: number, to: number, facts: Facts): Cell {
  const [first, last] = [cells[from]!, cells[to - 1]!];
  const lower = cells
    .slice(from, to)
    .map((c) => c.lower)
    .join(" ");
  return { ...first, end: last.end, lower, facts, mask: maskOf(facts) };
}
