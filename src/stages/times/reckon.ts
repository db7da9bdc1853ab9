import {
  type Civil,
  civilOf,
  dayNumber,
  daysInMonth,
  isValid,
  quarterOf,
  shiftDays,
  shiftMonths,
  weekdayOf,
} from "./calendar.js";
import type { Tense } from "./tense.js";
import { dayValue, monthValue, quarterValue, weekValue, yearValue } from "./values.js";

/** Reckons dates from a day, a unit or a tense. All pure; units as in time-units.tsv. */

/** Days from `a` to `b`. */
export const daysBetween = (a: Civil, b: Civil): number => dayNumber(b) - dayNumber(a);

/** The weekday on or before `today` (past), on or after it (future); the same day when it is that weekday. */
export function weekdayFrom(today: Civil, weekday: number, tense: Tense | null): Civil {
  const day = dayNumber(today);
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return civilOf(tense === "future" || tense === "present" ? day + ((7 - back) % 7) : day - back);
}

/** The weekday strictly before (-1) or after (1) a day, or in its Monday-to-Sunday week (0). */
export function weekdayStep(today: Civil, weekday: number, step: number): Civil {
  const day = dayNumber(today);
  if (step === 0) return civilOf(day - weekdayOf(day) + weekday);
  const on = (weekday - weekdayOf(day) + 7) % 7 || 7;
  return civilOf(step > 0 ? day + on : day - ((7 - on) % 7 || 7));
}

/** Year of a bare month: this year's unless it is still to come and the verb is not; next year's when past and the verb looks ahead. */
export function yearOfMonth(today: Civil, m: number, tense: Tense | null): number {
  if (m === today.m) return today.y;
  if (tense === "future" || tense === "present") return m > today.m ? today.y : today.y + 1;
  const isSoon = tense === null && m > today.m && m - today.m <= MONTHS_SOON;
  return m < today.m || isSoon ? today.y : today.y - 1;
}

const MONTHS_SOON = 2; // months ahead within which a month no verb places is the coming one: writers name the year of farther ones

/** Days ahead within which a date without a verb, or with a past one, is still more likely the coming than last year's. */
const NEAR_AHEAD = 100;
const VERY_NEAR = 21; // days ahead within which even a past verb does not point to last year's: newspapers give the year then
const JUST_OVER = 45; // days back, the same for a verb that looks ahead
const FAR = 270; // days beyond which a date without its year is unlikely

/** Year of a bare month and day. */
export function yearOfDay(today: Civil, m: number, d: number, tense: Tense | null): number {
  const inYear = (y: number): number =>
    daysBetween(today, isValid({ y, m, d }) ? { y, m, d } : { y, m, d: daysInMonth(y, m) });
  const past = inYear(today.y) <= 0 ? today.y : today.y - 1;
  const next = inYear(today.y) >= 0 ? today.y : today.y + 1;
  if (tense === "future") return inYear(past) > -JUST_OVER && inYear(next) > FAR ? past : next;
  if (tense === "past") return inYear(next) <= VERY_NEAR && inYear(past) < -FAR ? next : past;
  return inYear(next) <= NEAR_AHEAD && -inYear(past) > inYear(next) ? next : past;
}

/** Year and number of the quarter some quarters from a day's. */
export function quarterStep(today: Civil, n: number): string {
  const total = today.y * 4 + quarterOf(today.m) - 1 + n;
  return quarterValue(Math.floor(total / 4), (total % 4) + 1);
}

/** Year of a bare quarter or half: this year's when begun or the verb looks ahead, else last year's. */
export function yearOfPart(index: number, current: number, today: Civil, tense: Tense | null): number {
  if (index === current) return today.y;
  if (tense === "future") return index > current || current - index < 2 ? today.y : today.y + 1;
  return index < current ? today.y : today.y - 1;
}

/** The calendar period some units from a day: ('W', -1) is last week. Null for units that are no calendar period. */
export function periodStep(today: Civil, unit: string, n: number): string | null {
  switch (unit) {
    case "Y":
      return yearValue(today.y + n);
    case "M": {
      const { y, m } = shiftMonths(today, n);
      return monthValue(y, m);
    }
    case "W":
      return weekValue(shiftDays(today, 7 * n));
    case "WE":
      return `${weekValue(shiftDays(today, 7 * n))}-WE`;
    case "D":
      return dayValue(shiftDays(today, n));
    case "Q":
      return quarterStep(today, n);
    case "DE":
      return String(Math.floor(today.y / 10) + n).padStart(3, "0");
    case "CE":
      return String(Math.floor(today.y / 100) + n).padStart(2, "0");
    default:
      return null;
  }
}

/** Months or days in one unit; both undefined for clock units. */
const LENGTHS: Readonly<Record<string, { readonly months?: number; readonly days?: number }>> = {
  Y: { months: 12 },
  M: { months: 1 },
  Q: { months: 3 },
  SM: { months: 6 },
  DE: { months: 120 },
  CE: { months: 1200 },
  ML: { months: 12000 },
  W: { days: 7 },
  FN: { days: 14 },
  D: { days: 1 },
  WE: { days: 7 },
};

/** The day some units away; null for clock units and for dates beyond four-digit years. */
export function dayStep(day: Civil, unit: string, n: number): Civil | null {
  const length = LENGTHS[unit];
  if (length === undefined || !Number.isFinite(n)) return null;
  if (Math.abs(n) * (length.months ?? 0) > 24000 || Math.abs(n) * (length.days ?? 0) > 730000) return null;
  const moved =
    length.months === undefined
      ? shiftDays(day, Math.round((length.days ?? 0) * n))
      : shiftMonths(day, Math.round(length.months * n));
  return moved.y >= 1 && moved.y <= 9999 ? moved : null;
}

/** A day as a value of a unit's grain: years for Y, decades and centuries, months for M and Q. */
export function valueAt(day: Civil, unit: string): string {
  if (unit === "Y" || unit === "DE" || unit === "CE" || unit === "ML") return yearValue(day.y);
  if (unit === "Q") return quarterValue(day.y, quarterOf(day.m));
  if (unit === "M" || unit === "SM") return monthValue(day.y, day.m);
  if (unit === "W" || unit === "FN") return weekValue(day);
  if (unit === "WE") return `${weekValue(day)}-WE`;
  return dayValue(day);
}

/** A TIMEX3 duration: (4, 'Y') is P4Y, (NaN, 'W') PXW, (1.5, 'H') PT1H30M, (2, 'DE') P20Y. */
export function durationValue(n: number, unit: string): string {
  const scale: Readonly<Record<string, readonly [number, string]>> = {
    DE: [10, "Y"],
    CE: [100, "Y"],
    ML: [1000, "Y"],
    FN: [2, "W"],
    SM: [6, "M"],
  };
  const [factor, base] = scale[unit] ?? [1, unit];
  if (Number.isNaN(n)) return unit === "DE" || unit === "CE" || unit === "ML" ? `PX${unit}` : withUnit("X", base);
  const whole = Math.floor(n * factor);
  const rest = n * factor - whole;
  if (rest === 0) return withUnit(String(whole), base);
  if (base === "Y") return `P${whole === 0 ? "" : `${whole}Y`}${Math.round(rest * 12)}M`;
  if (base === "H") return `PT${whole === 0 ? "" : `${whole}H`}${Math.round(rest * 60)}M`;
  return withUnit(String(n * factor), base);
}

function withUnit(n: string, unit: string): string {
  if (unit === "H" || unit === "S") return `PT${n}${unit}`;
  if (unit === "MIN") return `PT${n}M`;
  if (unit === "WE") return `P${n}WE`;
  return `P${n}${unit}`;
}
