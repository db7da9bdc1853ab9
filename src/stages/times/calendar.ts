/**
 * Civil dates of the proleptic Gregorian calendar as plain numbers: no Date object, no time zone, no locale.
 * Day numbers count from 1970-01-01 (day 0, a Thursday).
 */
export interface Civil {
  readonly y: number;
  /** 1 to 12. */
  readonly m: number;
  /** 1 to 31. */
  readonly d: number;
}

const DAYS_PER_ERA = 146097; // days in 400 Gregorian years
const EPOCH_SHIFT = 719468; // days from 0000-03-01 to 1970-01-01

/** Days since 1970-01-01 (Hinnant's days_from_civil). */
export function dayNumber({ y, m, d }: Civil): number {
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The civil date of a day number (Hinnant's civil_from_days). */
export function civilOf(day: number): Civil {
  const z = day + EPOCH_SHIFT;
  const era = Math.floor(z / DAYS_PER_ERA);
  const doe = z - era * DAYS_PER_ERA;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return { y: yoe + era * 400 + (m <= 2 ? 1 : 0), m, d: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** ISO weekday: Monday 1 to Sunday 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;

/** Days in a month; m may be outside 1 to 12 and is carried over. */
export function daysInMonth(y: number, m: number): number {
  const { y: year, m: month } = shiftMonths({ y, m, d: 1 }, 0);
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The same day some months on; a day the month does not have becomes its last. */
export function shiftMonths(date: Civil, months: number): Civil {
  const total = date.y * 12 + (date.m - 1) + months;
  const y = Math.floor(total / 12);
  const m = total - y * 12 + 1;
  const last = m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return { y, m, d: Math.min(date.d, last) };
}

/** So many days later; earlier when negative. */
export const shiftDays = (date: Civil, days: number): Civil => civilOf(dayNumber(date) + days);

/** True for a day that exists. */
export const isValid = ({ y, m, d }: Civil): boolean => m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);

/** ISO 8601 week and its year. */
export function isoWeek(date: Civil): { readonly y: number; readonly w: number } {
  const day = dayNumber(date);
  const thursday = day - weekdayOf(day) + 4;
  const { y } = civilOf(thursday);
  return { y, w: Math.floor((thursday - dayNumber({ y, m: 1, d: 1 })) / 7) + 1 };
}

/** Monday of an ISO week. */
export function mondayOf(y: number, w: number): Civil {
  const fourth = dayNumber({ y, m: 1, d: 4 });
  return civilOf(fourth - weekdayOf(fourth) + 1 + (w - 1) * 7);
}

/** The quarter of a month, 1 to 4. */
export const quarterOf = (m: number): number => Math.floor((m - 1) / 3) + 1;

/** Western Easter Sunday (Meeus, Jones and Butcher). */
export function easter(y: number): Civil {
  const a = y % 19;
  const b = Math.floor(y / 100);
  const c = y % 100;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = Math.floor((a + 11 * h + 19 * l) / 433);
  const m = Math.floor((h + l - 7 * n + 90) / 25);
  return { y, m, d: (h + l - 7 * n + 33 * m + 19) % 32 };
}

/** The nth weekday of a month; n = -1 for the last. */
export function nthWeekday(y: number, m: number, n: number, weekday: number): Civil {
  if (n < 0) {
    const last = dayNumber({ y, m, d: daysInMonth(y, m) });
    return civilOf(last - ((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = dayNumber({ y, m, d: 1 });
  return civilOf(first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

/** Reads the day of an ISO 8601 date or date and time; null when it names no existing day. */
export function parseDay(iso: string): Civil | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return null;
  const date = { y: Number(match[1]), m: Number(match[2]), d: Number(match[3]) };
  return isValid(date) ? date : null;
}
