import type { Header } from "../../model/header.js";
import type { Anchor } from "../../model/time-expression.js";
import { type Civil, dayNumber, parseDay } from "./calendar.js";
import { dayValue } from "./values.js";

/** The day an article was written on, and its clock time when the record gives one. */
export interface Writing {
  readonly anchor: Anchor;
  readonly today: Civil | null;
  readonly clock: { readonly h: number; readonly min: number } | null;
}

const MAX_FILED_BEFORE = 3; // days; a dateline older than that is of another story

/**
 * The dateline's date when it lies on the day of publication or shortly before it (agencies file one day, papers print
 * the next), else the publication date; neither when the article has none. Never the clock.
 */
export function writingOf(header: Header): Writing {
  const published = header.published === null ? null : parseDay(header.published);
  const filed = header.dateline?.date === undefined ? null : parseDay(header.dateline.date);
  if (filed !== null && (published === null || isShortlyBefore(filed, published))) {
    return { anchor: { kind: "dateline", value: dayValue(filed) }, today: filed, clock: null };
  }
  if (published === null) return { anchor: { kind: "none" }, today: null, clock: null };
  const clock = /[T ](\d{2}):(\d{2})/.exec(header.published ?? "");
  return {
    anchor: { kind: "published", value: dayValue(published) },
    today: published,
    clock: clock === null ? null : { h: Number(clock[1]), min: Number(clock[2]) },
  };
}

const isShortlyBefore = (filed: Civil, published: Civil): boolean => {
  const days = dayNumber(published) - dayNumber(filed);
  return days >= 0 && days <= MAX_FILED_BEFORE;
};
