import type { StructureLexicons } from "../../lexicons/structure.js";
import type { Span } from "../../model/span.js";

/** A dateline at the start of a text; offsets into that text. */
export interface LeadingDateline extends Span {
  readonly place: Span;
  /** The date as written, without its year if it has none: 'Feb. 7'. */
  readonly date?: string;
  /** True when nothing stands after it. */
  readonly alone: boolean;
}

/** Longest dateline: two cities, a state, a date and two agencies. */
const MAX_LENGTH = 90;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]*(?:\s\p{Lu}[\p{Lu}\p{M}.'’-]*){0,3}`;
const TITLE_CASE = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,3}`;
const REGION = String.raw`(?:,\s?\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2})?`;
const CAPITAL_PLACE = new RegExp(`^${CAPITALS}(?:[/](?:${CAPITALS}))?${REGION}`, "u");
const TITLE_PLACE = new RegExp(`^${TITLE_CASE}${REGION}`, "u");
const ISO_DATE = /^\s(\d{4}-\d{2}-\d{2})(?![\d-])/;
const WRITTEN_DATE = /^,?\s(\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s\p{L}{3,9}\.?(?:\s\d{4})?)(?!\d)/u;
const AGENCY = /^,?\s?[([/](\p{Lu}[^()[\]/]{0,40})[)\]/]/u;
const DASH = /^\s?(?:-{1,3}|[–—―_])(?=\s|$|["“‘'(\p{L}])|^\s?:(?=\s|$)/u;

/**
 * The dateline that a line starts with or is: a place in capitals, or a place with a date or an agency, up to its dash.
 * Takes 'SEOUL, Feb. 7 (Yonhap) -- The', 'ST. PAUL, Minn. — The', 'LONDON 1996-08-30'; refuses 'UPDATE — The', 'NATO said'.
 */
export function leadingDateline(text: string, lexicons: StructureLexicons): LeadingDateline | null {
  const head = text.slice(0, MAX_LENGTH);
  return datelineWith(CAPITAL_PLACE, head, text, lexicons) ?? datelineWith(TITLE_PLACE, head, text, lexicons);
}

function datelineWith(
  pattern: RegExp,
  head: string,
  text: string,
  lexicons: StructureLexicons,
): LeadingDateline | null {
  const place = placeOf(pattern, head, lexicons);
  if (place === null) return null;
  let end = place.length;
  end += dashBeforeDate(head.slice(end), lexicons);
  const written = ISO_DATE.exec(head.slice(end)) ?? monthDate(head.slice(end), lexicons);
  end += written?.[0].length ?? 0;
  const agency = AGENCY.exec(head.slice(end));
  end += agency?.[0].length ?? 0;
  const dash = DASH.exec(head.slice(end));
  end += dash?.[0].length ?? 0;
  const rest = text.slice(end);
  const alone = rest.trim() === "";
  const inCapitals = pattern === CAPITAL_PLACE && isCapitalPlace(place);
  const isSigned = written !== null || isWire(agency, lexicons);
  const isBare = inCapitals && dash !== null && !dash[0].includes(":") && (alone || isText(rest));
  const isDateline = isBare || (isSigned && (alone || dash !== null));
  if (!isDateline) return null;
  return {
    start: 0,
    end,
    place: { start: 0, end: place.length },
    alone,
    ...(written?.[1] ? { date: written[1] } : {}),
  };
}

/** The place at the start; null for labels ('BREAKING', 'UPDATE 1'), months, weekdays and single letters. */
function placeOf(pattern: RegExp, head: string, lexicons: StructureLexicons): string | null {
  const found = pattern.exec(head)?.[0];
  if (found === undefined) return null;
  const place = withoutMonth(found, lexicons);
  const [city = ""] = place.toLowerCase().split(",");
  const words = city.split(/\s/);
  if (city.length < 3 || lexicons.datelineStopWords.has(city)) return null;
  if (words.every((word) => lexicons.dateLineWords.has(word))) return null; // 'Published 3 June 2024'
  if (words.some((word) => lexicons.months.has(word) || lexicons.weekdays.has(word))) return null;
  return place;
}

/** Takes a month off the end that the pattern took for a region: 'SEOUL, Feb.' + ' 7'. */
function withoutMonth(place: string, { months }: StructureLexicons): string {
  const comma = place.lastIndexOf(",");
  if (comma < 0) return place;
  const region = place
    .slice(comma + 1)
    .trim()
    .split(/\s/);
  return months.has((region[0] ?? "").toLowerCase()) ? place.slice(0, comma) : place;
}

/** Length of the dash of press releases: 'LEEDS, England – February 18, 2025 – Roe Water said'. The date has its year. */
function dashBeforeDate(text: string, lexicons: StructureLexicons): number {
  const dash = /^\s?[–—-]{1,2}(?=\s)/.exec(text)?.[0].length ?? 0;
  const written = dash === 0 ? null : monthDate(text.slice(dash), lexicons);
  if (!written || !/\d{4}$/.test(written[1]!)) return 0;
  return DASH.test(text.slice(dash + written[0].length)) ? dash : 0;
}

const isCapitalPlace = (place: string): boolean => /^\p{Lu}{2}/u.test(place.replace(/^(?:ST|MT|FT)\.\s/, ""));

function monthDate(text: string, { months }: StructureLexicons): RegExpExecArray | null {
  const found = WRITTEN_DATE.exec(text);
  const month = found?.[1]?.match(/\p{L}+/u)?.[0];
  return found && month && months.has(month.toLowerCase()) ? found : null;
}

/** After a place in capitals comes text, not more of a headline in capitals: 'SOCCER - CUP FINAL RESULT' is no dateline. */
const isText = (rest: string): boolean =>
  /\p{Ll}{2}/u.test(rest.slice(0, 60)) &&
  /\p{Ll}[^\p{Ll}\n]*\p{Ll}[^.,:;?!"”\n]*[.,:;?!"”]|\p{Ll}\s\p{Ll}/u.test(rest.slice(0, 200));

const isWire = (agency: RegExpExecArray | null, { newsAgencies, outletNouns }: StructureLexicons): boolean => {
  const name = agency?.[1]?.toLowerCase() ?? "";
  return newsAgencies.has(name) || outletNouns.has(name.split(" ").at(-1) ?? "");
};
