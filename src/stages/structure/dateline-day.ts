import type { StructureLexicons } from "../../lexicons/structure.js";
import { firstDate } from "./date-line.js";

const DAY_MS = 86_400_000;
const YEAR = /\d{4}/;

/**
 * The day of a dateline's date, ISO 8601. 'Feb. 7' takes the year that puts it nearest to the publication date; without
 * one it stays unknown (null), as does a date that no calendar has.
 */
export function datelineDay(written: string, published: string | null, lexicons: StructureLexicons): string | null {
  if (YEAR.test(written)) return firstDate(written, lexicons)?.value.slice(0, 10) ?? null;
  if (published === null) return null;
  const anchor = Date.parse(published.slice(0, 10));
  const year = Number(published.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map(
      (candidate) =>
        firstDate(`${written}, ${candidate}`, lexicons)?.value ?? firstDate(`${written} ${candidate}`, lexicons)?.value,
    )
    .filter((day) => day !== undefined);
  const distance = (day: string): number => Math.abs(Date.parse(day) - anchor) / DAY_MS;
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
