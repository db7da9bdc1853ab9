import { type Civil, civilOf, dayNumber, daysInMonth, isoWeek, isValid, mondayOf } from "./calendar.js";

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** Two digits. */
export const two = (n: number): string => pad(n);

/** A year: 2025. */
export const yearValue = (y: number): string => pad(y, 4);

/** A month: 2025-02. */
export const monthValue = (y: number, m: number): string => `${pad(y, 4)}-${pad(m)}`;

/** A day: 2025-02-07. */
export const dayValue = ({ y, m, d }: Civil): string => `${pad(y, 4)}-${pad(m)}-${pad(d)}`;

/** A quarter: 2025-Q1. */
export const quarterValue = (y: number, q: number): string => `${pad(y, 4)}-Q${q}`;

/** A time of day: T09:30, with seconds where there are any. */
export const clockValue = (h: number, min: number, s?: number): string =>
  `T${pad(h)}:${pad(min)}${s === undefined ? "" : `:${pad(s)}`}`;

/** The ISO week that holds a day: 2025-W17. */
export function weekValue(date: Civil): string {
  const { y, w } = isoWeek(date);
  return `${pad(y, 4)}-W${pad(w)}`;
}

/** First and last day or instant, ISO 8601 without zone; `to` is inclusive. */
export interface Instants {
  readonly from: string;
  readonly to: string;
}

/** First month of each season, northern and meteorological, as TimeML's SP SU FA WI are read. */
const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** First and last hour of the parts of a day; a night ends on the next morning. */
const PART_HOURS: Readonly<Record<string, readonly [number, number]>> = {
  MO: [6, 11],
  MI: [12, 12],
  AF: [12, 17],
  EV: [18, 21],
  NI: [20, 28],
  DT: [6, 18],
};

/** Days or instants of a DATE or TIME value; null for values that stand for none (PAST_REF, P3D, XXXX-WXX-5). */
export function instantsOf(value: string): Instants | null {
  const [date, time] = splitTime(value);
  const days = daysOf(date);
  if (days === null) return null;
  return withinYears(time === "" ? { from: dayValue(days[0]), to: dayValue(days[1]) } : timesOf(days[0], time));
}

/** None for what ends after the year 9999, such as that year's winter: a year has four digits. */
export const withinYears = (instants: Instants | null): Instants | null =>
  instants !== null && instants.from <= instants.to ? instants : null;

function splitTime(value: string): readonly [string, string] {
  const t = value.indexOf("T");
  return t < 0 ? [value, ""] : [value.slice(0, t), value.slice(t + 1)];
}

function timesOf(day: Civil, time: string): Instants | null {
  const part = PART_HOURS[time];
  if (part !== undefined) return { from: instant(day, part[0], 0, 0), to: instant(day, part[1], 59, 59) };
  const clock = /^(\d{2})(?::(\d{2}))?(?::(\d{2}))?$/.exec(time);
  if (clock === null) return null;
  const [h, min, s] = [Number(clock[1]), Number(clock[2] ?? 0), Number(clock[3] ?? 0)];
  const from = instant(day, h, min, s);
  return { from, to: clock[2] === undefined ? instant(day, h, 59, 59) : from };
}

/** An instant; hours past 23 fall on the next day. */
function instant(day: Civil, h: number, min: number, s: number): string {
  const date = h < 24 ? day : civilOf(dayNumber(day) + 1);
  return `${dayValue(date)}${clockValue(h % 24, min, s)}`;
}

function daysOf(date: string): readonly [Civil, Civil] | null {
  const whole = /^(\d{2,4})(?:-(.+))?$/.exec(date);
  if (whole === null) return null;
  const digits = whole[1]!;
  if (digits.length < 4) {
    if (whole[2] !== undefined) return null;
    const span = 10 ** (4 - digits.length);
    const y = Number(digits) * span;
    return [
      { y, m: 1, d: 1 },
      { y: y + span - 1, m: 12, d: 31 },
    ];
  }
  return daysInYear(Number(digits), whole[2] ?? "");
}

function daysInYear(y: number, rest: string): readonly [Civil, Civil] | null {
  if (rest === "") return months(y, 1, 12);
  const monthDay = /^(\d{2})(?:-(\d{2}))?$/.exec(rest);
  if (monthDay !== null) {
    const m = Number(monthDay[1]);
    if (m < 1 || m > 12) return null;
    if (monthDay[2] === undefined) return months(y, m, 1);
    const day = { y, m, d: Number(monthDay[2]) };
    return isValid(day) ? [day, day] : null;
  }
  const week = /^W(\d{2})(?:-(WE|[1-7]))?$/.exec(rest);
  if (week !== null) return weekDays(y, Number(week[1]), week[2]);
  const q = /^([QH])([1-4])$/.exec(rest);
  if (q !== null) {
    const length = q[1] === "Q" ? 3 : 6;
    return months(y, (Number(q[2]) - 1) * length + 1, length);
  }
  const season = SEASON_START[rest];
  return season === undefined ? null : months(y, season, 3);
}

function weekDays(y: number, w: number, part: string | undefined): readonly [Civil, Civil] {
  const monday = dayNumber(mondayOf(y, w));
  if (part === undefined) return [civilOf(monday), civilOf(monday + 6)];
  if (part === "WE") return [civilOf(monday + 5), civilOf(monday + 6)];
  const day = civilOf(monday + Number(part) - 1);
  return [day, day];
}

function months(y: number, m: number, count: number): readonly [Civil, Civil] {
  const last = y * 12 + m - 1 + count - 1;
  const ly = Math.floor(last / 12);
  const lm = (last % 12) + 1;
  return [
    { y, m, d: 1 },
    { y: ly, m: lm, d: daysInMonth(ly, lm) },
  ];
}
