import type { StructureLexicons } from "../../lexicons/structure.js";

/** A date that a line gives, ISO 8601: a day, or a day and local time ('2025-02-07T09:30', with 'Z' for UTC). */
export interface LineDate {
  readonly value: string;
  /** Day and month cannot be told apart: '04/05/2025'. The value then reads it the American way. */
  readonly ambiguous: boolean;
}

/** Longest line of date and time: two of them with labels and zones. */
const MAX_LENGTH = 110;
const WORD = /[\p{L}.']+|\d+(?:st|nd|rd|th)\b|\d+|[^\s\p{L}\d]+/giu;

/**
 * The date of a line that gives a date and nothing else but its weekday, time and labels. Takes 'Updated 9:30 a.m. EST,
 * Feb. 7, 2025' and '2025.02.07 18:27'; refuses 'June 30, 2019, was a cold day' and 'Friday'.
 */
export function dateOfLine(line: string, lexicons: StructureLexicons): LineDate | null {
  if (line.length > MAX_LENGTH || !/\d{4}/.test(line)) return null;
  const date = firstDate(line, lexicons);
  if (date === null) return null;
  const words = line.replace(/(\d)T(\d)/g, "$1 $2").match(WORD) ?? [];
  return words.every((word) => belongsToDate(word.toLowerCase(), lexicons)) ? date : null;
}

function belongsToDate(word: string, lexicons: StructureLexicons): boolean {
  if (/^\d/.test(word)) return word.length <= 4 || /^\d{1,2}(st|nd|rd|th)$/.test(word) || /^\d{8}$/.test(word);
  if (!/\p{L}/u.test(word)) return /^[.,:;/|•·()[\]–—+-]+$/u.test(word);
  return (
    lexicons.months.has(word) ||
    lexicons.weekdays.has(word) ||
    lexicons.timeZones.has(word) ||
    lexicons.dateLineWords.has(word) ||
    lexicons.dateLineWords.has(word.replace(/\.$/, ""))
  );
}

const NUMERIC = /(?<!\d)(\d{4})([-./])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/;
const NUMERIC_YEAR_LAST = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;
const MONTH_DAY = /(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu;
const DAY_MONTH = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:\s+|-)(\p{L}{3,9})\.?,?(?:\s+|-)(\d{4})(?!\d)/gu;

/** The first full date of a line, with its time if the line has one; null without a year. */
export function firstDate(line: string, lexicons: StructureLexicons): LineDate | null {
  const found = numericDate(line) ?? writtenDate(line, lexicons);
  if (found === null) return null;
  const time = timeOf(line);
  return { value: time === null ? found.value : `${found.value}T${time}`, ambiguous: found.ambiguous };
}

function numericDate(line: string): LineDate | null {
  const iso = NUMERIC.exec(line);
  if (iso) return day(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const last = NUMERIC_YEAR_LAST.exec(line);
  if (!last) return null;
  const [first, second, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
  if (first > 12 || last[2] === ".") return day(year, second, first);
  return day(year, first, second, first !== second && second <= 12);
}

function writtenDate(line: string, { months }: StructureLexicons): LineDate | null {
  for (const [, name = "", dayNumber, year] of line.matchAll(MONTH_DAY)) {
    const month = months.get(name.toLowerCase());
    if (month !== undefined) return day(Number(year), month, Number(dayNumber));
  }
  for (const [, dayNumber, name = "", year] of line.matchAll(DAY_MONTH)) {
    const month = months.get(name.toLowerCase());
    if (month !== undefined) return day(Number(year), month, Number(dayNumber));
  }
  return null;
}

/** An ISO day, or null for one that no calendar has. Years before newspapers and of science fiction are no dates of articles. */
function day(year: number, month: number, dayNumber: number, ambiguous = false): LineDate | null {
  if (year < 1600 || year > 2199 || month < 1 || month > 12 || dayNumber < 1 || dayNumber > daysIn(year, month))
    return null;
  return { value: `${year}-${two(month)}-${two(dayNumber)}`, ambiguous };
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (number: number): string => String(number).padStart(2, "0");

const CLOCK = /(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s?(?:([ap])\.?m\b)?/i;
/** British papers' point, which needs a zone or half of the day to be a time: '19.31 GMT', '6.15pm'. */
const POINTED = /(?<![\d.:])(\d{1,2})\.(\d{2})(?:\s?([ap])\.?m\b|(?=\s?(?:GMT|BST|UTC|CES?T)\b))/i;
const HOUR = /(?<![\d:])(\d{1,2})\s?([ap])\.?m\b/i;

function timeOf(line: string): string | null {
  const clock = CLOCK.exec(line) ?? POINTED.exec(line);
  const [, hours, minutes, half] = clock ?? hourOnly(line);
  if (hours === undefined || minutes === undefined) return null;
  const hour = (half ? Number(hours) % 12 : Number(hours)) + (half?.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  const utc = /\d\s?Z\b|\b(?:GMT|UTC)\b(?!\s?[+-])/.test(line) ? "Z" : "";
  return `${two(hour)}:${minutes}${utc}`;
}

function hourOnly(line: string): readonly (string | undefined)[] {
  const [, hours, half] = HOUR.exec(line) ?? [];
  return ["", hours, hours === undefined ? undefined : "00", half];
}
