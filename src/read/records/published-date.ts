/**
 * Publication dates as records write them, to ISO 8601. Nothing is invented: no zone where none is given, no day where
 * only the month is, and a form that can be read in two ways is not read.
 */

/** Month names in order; a beginning of three letters or more is the month: 'Sep', 'Sept'. */
const MONTHS = "january february march april may june july august september october november december".split(" ");
/** Zone names of RFC 2822, section 4.3, as hours from UTC. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...(["Z", "UT", "UTC", "GMT"] as const).map((zone) => [zone, 0] as const),
  ...[..."ECMP"].flatMap((zone, index) => [[`${zone}DT`, -4 - index] as const, [`${zone}ST`, -5 - index] as const]),
]);

const TIME = String.raw`(\d{2}):?(\d{2})(?::?(\d{2})([.,]\d{1,9})?)?`;
const ZONE = String.raw`[ ]?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)`;
const ISO = new RegExp(`^(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ]${TIME}(?:${ZONE})?)?)?)?$`, "i");
const BASIC = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:T?${TIME}(?:${ZONE})?)?$`, "i");
const DAY_MONTH_YEAR =
  /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?:,? (.{1,40}))?$/i;
const MONTH_DAY_YEAR = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (.{1,40}))?$/i;
const CLOCK = /^(\d{2}):(\d{2})(?::(\d{2}))? (?:([+-]\d{2}):?(\d{2})|([a-z]{1,3}))(?: \([^()]*\))?$/i;
/** Unix time in seconds (1973 to 2286) and in milliseconds, which pandas writes. */
const SECONDS = /^\d{9,10}$/;
const MILLISECONDS = /^\d{12,13}$/;

/**
 * ISO 8601 for a date in a form that names one day (or month or year) for certain, else undefined.
 * Takes '2025-02-07 10:30:00', 'Fri, 07 Feb 2025 10:30:00 +0100', 'February 7, 2025', 1738924200000; refuses '7/2/2025',
 * 'Friday', '2025-02-30'.
 */
export function publishedDate(given: string | number): string | undefined {
  const text = String(given).trim();
  if (text.length > 80) return undefined;
  if (SECONDS.test(text)) return instant(Number(text) * 1000);
  if (MILLISECONDS.test(text)) return instant(Number(text));
  const iso = ISO.exec(text) ?? (typeof given === "string" ? BASIC.exec(text) : null);
  if (iso !== null) return fromIso(iso);
  const words = text.replace(/\s+/g, " ");
  const dayFirst = DAY_MONTH_YEAR.exec(words);
  if (dayFirst !== null) return fromNames(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, dayFirst[4]);
  const monthFirst = MONTH_DAY_YEAR.exec(words);
  return monthFirst === null ? undefined : fromNames(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!, monthFirst[4]);
}

function fromIso(match: RegExpExecArray): string | undefined {
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  if (month === undefined) return year;
  if (day === undefined) return isDay(year!, month, "01") ? `${year}-${month}` : undefined;
  if (!isDay(year!, month, day)) return undefined;
  if (hour === undefined) return `${year}-${month}-${day}`;
  const time = clock(hour, minute!, second, fraction);
  return time && `${year}-${month}-${day}T${time}${zone === undefined ? "" : offset(zone)}`;
}

/** With the time when it names its zone; else the day alone, for 'ET' or '10:30 am' would have to be guessed. */
function fromNames(year: string, name: string, dayOfMonth: string, rest: string | undefined): string | undefined {
  const month = monthNumber(name);
  const day = dayOfMonth.padStart(2, "0");
  if (month === undefined || !isDay(year, month, day)) return undefined;
  const date = `${year}-${month}-${day}`;
  const match = rest === undefined ? null : CLOCK.exec(rest);
  if (match === null) return date;
  const [, hour, minute, second, sign, minutes, name3] = match;
  const zone = sign === undefined ? zoneByName(name3!) : offset(`${sign}${minutes}`);
  const time = clock(hour!, minute!, second, undefined);
  return time === undefined || zone === undefined ? date : `${date}T${time}${zone}`;
}

function monthNumber(name: string): string | undefined {
  const at = MONTHS.findIndex((month) => name.length >= 3 && month.startsWith(name.toLowerCase()));
  return at === -1 ? undefined : String(at + 1).padStart(2, "0");
}

function isDay(year: string, month: string, day: string): boolean {
  const last = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return last !== undefined && Number(day) >= 1 && Number(day) <= last;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** hh:mm or hh:mm:ss with its fraction; second 60 is a leap second. */
function clock(hour: string, minute: string, second?: string, fraction?: string): string | undefined {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  const seconds = second === undefined ? "" : `:${second}${(fraction ?? "").replace(",", ".")}`;
  return `${hour}:${minute}${seconds}`;
}

function offset(zone: string): string {
  const digits = zone.replace(":", "");
  return /^[+-]/.test(digits) ? `${digits.slice(0, 3)}:${digits.slice(3) || "00"}` : "Z";
}

function zoneByName(name: string): string | undefined {
  const hours = ZONES.get(name.toUpperCase());
  if (hours === undefined) return undefined;
  return hours === 0 ? "Z" : `-${String(-hours).padStart(2, "0")}:00`;
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(".000Z", "Z");
