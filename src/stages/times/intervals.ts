import type { TimeExpression } from "../../model/time-expression.js";
import { parseDay, shiftDays } from "./calendar.js";
import type { Match } from "./pattern.js";
import { dayValue, instantsOf } from "./values.js";

/** A time expression with the match it came from. */
export interface Told {
  readonly time: TimeExpression;
  readonly match: Match;
}

const JOINS = new Set(["to", "through", "thru", "until", "till", "-", "--", "–", "/"]);
const LEADS_AND = "between";

/** True when two neighbours are the ends of one range: 'May 3-5', 'from 2018 to 2021', 'between March and June'; not 'March and June'. */
function isRange(a: Match, b: Match): boolean {
  if (a.cells !== b.cells || b.first - a.end !== 1) return false;
  const join = a.cells[a.end]!.lower;
  return JOINS.has(join) || (join === "and" && a.cells[a.first - 1]?.lower === LEADS_AND);
}

const CLOCK = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d.*)$/;

/** 'from 10 p.m. to 5 a.m.': an end earlier on the clock than the begin is the next morning's. */
function afterMidnight(begin: TimeExpression, end: TimeExpression): TimeExpression {
  const [, day, hour] = CLOCK.exec(begin.value ?? "") ?? [];
  const [, same, late] = CLOCK.exec(end.value ?? "") ?? [];
  const date = day === undefined || day !== same ? null : parseDay(day);
  if (date === null || late === undefined || hour === undefined || late >= hour) return end;
  const value = `${dayValue(shiftDays(date, 1))}${late}`;
  return { ...end, value, ...instantsOf(value) };
}

/**
 * Marks the two ends of each range with the instants of the whole. Ends without instants, or the later one first, make
 * no interval.
 */
export function withIntervals(told: readonly Told[]): readonly TimeExpression[] {
  const times = told.map(({ time }) => time);
  for (let i = 0; i + 1 < told.length; i++) {
    if (!isRange(told[i]!.match, told[i + 1]!.match)) continue;
    const { from } = times[i]!;
    times[i + 1] = afterMidnight(times[i]!, times[i + 1]!);
    const { to } = times[i + 1]!;
    if (from === undefined || to === undefined || from > to) continue;
    times[i] = { ...times[i]!, interval: { role: "begin", from, to } };
    times[i + 1] = { ...times[i + 1]!, interval: { role: "end", from, to } };
  }
  return times;
}
