import { shiftDays } from "./calendar.js";
import { before, fact, has, type Match } from "./pattern.js";
import { dayStep, durationValue, periodStep, valueAt } from "./reckon.js";
import { narrated, type Reading, relative, stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { isFineEnough } from "./told.js";
import { clockValue, dayValue } from "./values.js";

/** Periods and days placed against the day of writing ('last week', 'two years ago') or of the story ('a day later'). */

const CALENDAR_UNITS = ["Y", "M", "W", "D", "Q", "DE", "CE", "WE"];

/** Length of the stretch 'the past year' or 'over the next week' speaks of. */
const stretch = (match: Match): Reading => relative("DURATION", durationValue(1, fact(match, "unit") ?? "Y"));

const deicticUnit: TimeRule = {
  name: "relative/last-unit",
  patterns: ["earlier|later? @deictic @unit", "@early -? @deictic @unit"],
  takes: [
    ["It was sold last month.", "last month", "2025-01"],
    ["Late last week it fell.", "Late last week", "2025-W05"],
    ["It opens next year.", "next year", "2026"],
    ["Earlier this month it closed.", "Earlier this month", "2025-02"],
  ],
  refuses: ["It will last week after week.", "This second one is better.", "It may last days."],
  accepts: (match) =>
    CALENDAR_UNITS.includes(fact(match, "unit") ?? "") &&
    !NEED_ARTICLE.includes(match.captures.get("deictic")?.lower ?? "") &&
    !isVerbLast(match) &&
    match.captures.get("unit")?.isCapital === false,
  read: (match, scene) => {
    const unit = fact(match, "unit") ?? "Y";
    const lead = match.captures.get("earlier|later")?.lower;
    const mod = lead === undefined ? fact(match, "early") : lead === "earlier" ? "START" : "END";
    const step = fact(match, "deictic") ?? 0;
    return relative("DATE", scene.today === null ? null : periodStep(scene.today, unit, step), mod);
  },
};

const NEED_ARTICLE = ["same", "present", "ensuing", "preceding", "prior"]; // no period without one: 'same year'

const MODALS = ["will", "would", "may", "can", "could", "should", "must", "might"];

/** 'It may last week after week': last as a verb. */
const isVerbLast = (match: Match): boolean => {
  const last = match.cells[match.end - 2];
  return last?.lower === "last" && match.end - match.first === 2 && MODALS.includes(before(match)?.lower ?? "");
};

const STRETCH_PREPOSITIONS = ["over", "during", "within", "for", "in", "throughout"];

const theUnit: TimeRule = {
  name: "relative/the-next-unit",
  patterns: ["@early? the|this @deictic @unit", "@early? the @deictic fiscal|calendar|business @unit"],
  takes: [
    ["It grew over the past year.", "the past year", "P1Y"],
    ["On May 3, 2001, he left. The next day he was back.", "The next day", "2001-05-04"],
    ["In June 2001 it rose. The following month it fell.", "The following month", "2001-07"],
    ["In the current fiscal year it will grow.", "the current fiscal year", "2025"],
  ],
  refuses: ["The last man left."],
  accepts: (match) => CALENDAR_UNITS.includes(fact(match, "unit") ?? ""),
  read: (match, scene) => {
    const lead = match.captures.get("deictic")?.lower ?? "";
    const unit = fact(match, "unit") ?? "Y";
    if (lead === "current" || lead === "present") return fromToday(scene, unit, 0);
    if (match.captures.get("the|this")?.lower === "this")
      return fromToday(scene, unit, lead === "coming" || lead === "next" ? 1 : -1);
    if (lead === "past" || lead === "last") return stretch(match);
    if (lead === "coming")
      return STRETCH_PREPOSITIONS.includes(before(match)?.lower ?? "") ? stretch(match) : fromToday(scene, unit, 1);
    if (lead === "next" && STRETCH_PREPOSITIONS.includes(before(match)?.lower ?? "") && unit !== "D")
      return stretch(match);
    const step = ["previous", "prior", "preceding"].includes(lead) ? -1 : lead === "same" ? 0 : 1;
    return fromStory(match, scene, unit, step);
  },
};

const fromToday = (scene: Scene, unit: string, step: number): Reading =>
  relative("DATE", scene.today === null ? null : periodStep(scene.today, unit, step));

/** A period some steps from the last date named; from the day of writing when none was, or only a longer one ('in 2019'). */
function fromStory(match: Match, scene: Scene, unit: string, step: number): Reading {
  if (scene.narrative !== null && isFineEnough(scene.narrative, unit))
    return narrated("DATE", periodStep(scene.narrative.day, unit, step));
  const isTold = step === 0 || (step > 0 && scene.tense(match) === "past"); // 'she left the following week'
  return isTold ? narrated("DATE", null) : fromToday(scene, unit, step);
}

const ago: TimeRule = {
  name: "relative/ago",
  patterns: [
    "@amount? @num more? @unit|units=unit ago",
    "@amount? a|an|one @unit ago",
    "@amount? a @num @unit|units=unit ago",
    "@amount? half a @unit ago",
    "@amount? @num @unit|units=unit and a half ago",
    "@units=unit ago",
  ],
  takes: [
    ["It began five years ago.", "five years ago", "2020"],
    ["It ended three weeks ago.", "three weeks ago", "2025-W03"],
    ["He left 11 days ago.", "11 days ago", "2025-01-27"],
    ["She retired several years ago.", "several years ago", "PAST_REF"],
  ],
  refuses: ["He went a long way."],
  read: (match, scene) => {
    const unit = fact(match, "unit") ?? fact(match, "units", "unit") ?? "Y";
    const count = has(match, "half")
      ? 0.5
      : (fact(match, "num") ?? (has(match, "num") ? Number.NaN : fact(match, "units", "unit") ? Number.NaN : 1));
    const mod = fact(match, "amount");
    if (Number.isNaN(count)) return relative("DATE", "PAST_REF");
    if (scene.today === null) return relative("DATE", null, mod);
    if (["H", "MIN", "S"].includes(unit)) return clockAgo(scene, unit, count);
    if (unit === "Y" && count === 1 && scene.period?.includes("-Q"))
      return relative("DATE", yearBefore(scene.period), mod);
    const day = dayStep(scene.today, unit, -count);
    const grain = unit === "Y" && !Number.isInteger(count) ? "M" : unit;
    return relative("DATE", day === null ? null : valueAt(day, grain), mod);
  },
};

/** The same quarter or year, one year earlier. */
export const yearBefore = (period: string): string =>
  `${String(Number(period.slice(0, 4)) - 1).padStart(4, "0")}${period.slice(4)}`;

const MINUTES: Readonly<Record<string, number>> = { H: 60, MIN: 1, S: 1 / 60 };

/** A clock time some hours or minutes before publication; the day alone when the record gives no clock time. */
function clockAgo(scene: Scene, unit: string, count: number): Reading {
  const { today, clock } = scene;
  if (today === null) return relative("TIME", null);
  if (clock === null) return relative("TIME", dayValue(today));
  const minutes = clock.h * 60 + clock.min - Math.round(count * (MINUTES[unit] ?? 60));
  const day = shiftDays(today, Math.floor(minutes / 1440));
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return relative("TIME", `${dayValue(day)}${clockValue(Math.floor(inDay / 60), inDay % 60)}`);
}

const hence: TimeRule = {
  name: "relative/from-now",
  patterns: ["@amount? @num @unit|units=unit from now|today", "@amount? a|an|one @unit from now|today"],
  takes: [["Two weeks from now the court will hear it.", "Two weeks from now", "2025-W08"]],
  refuses: ["Two weeks from the sea."],
  read: (match, scene) => {
    const unit = fact(match, "unit") ?? fact(match, "units", "unit") ?? "Y";
    const day = scene.today === null ? null : dayStep(scene.today, unit, fact(match, "num") ?? 1);
    const isVague = Number.isNaN(fact(match, "num"));
    return relative("DATE", isVague ? "FUTURE_REF" : day === null ? null : valueAt(day, unit), fact(match, "amount"));
  },
};

const laterOrEarlier: TimeRule = {
  name: "relative/a-day-later",
  patterns: [
    "@amount? @num @unit|units=unit later|earlier",
    "@amount? a|an|one @unit later|earlier",
    "@amount? a|an|one @unit and a half later|earlier",
    "@amount? a @num @unit|units=unit later|earlier",
  ],
  takes: [
    ["On May 3, 2001, he left. Two days later he was back.", "Two days later", "2001-05-05"],
    ["In 1999 it was 4%, up from 2% a year earlier.", "a year earlier", "1998"],
  ],
  refuses: ["Years of later works."],
  read: (match, scene) => {
    const unit = fact(match, "unit") ?? fact(match, "units", "unit") ?? "Y";
    const count = fact(match, "num") ?? (has(match, "half") ? 1.5 : 1);
    const isLater = match.cells[match.end - 1]?.lower === "later";
    const mod = fact(match, "amount");
    const isOpen = Number.isNaN(count) || ["H", "MIN", "S"].includes(unit);
    if (isOpen || (scene.narrative === null && isLater) || (unit !== "Y" && scene.narrative?.grain !== "day")) {
      return { ...stated("DURATION", durationValue(count, unit), mod), cut: 1 };
    }
    if (unit === "Y" && count === 1 && !isLater && scene.period !== null) {
      return narrated("DATE", yearBefore(scene.period), mod);
    }
    const origin = scene.narrative?.day ?? scene.today;
    if (origin === null) return relative("DATE", null, mod);
    const day = dayStep(origin, unit, isLater ? count : -count);
    const value = day === null ? null : valueAt(day, unit === "Y" && !Number.isInteger(count) ? "M" : unit);
    const isTooLate = isLater && scene.today !== null && day !== null && dayValue(day) > dayValue(scene.today);
    if (isTooLate && scene.tense(match) === "past")
      return { ...stated("DURATION", durationValue(count, unit), mod), cut: 1 };
    return scene.narrative === null ? relative("DATE", value, mod) : narrated("DATE", value, mod);
  },
};

const thatUnit: TimeRule = {
  name: "relative/that-unit",
  patterns: [
    "earlier|later? that same? year|month|week|day|weekend|quarter",
    "earlier|later the same year|month|week|day",
  ],
  takes: [
    ["In 1988 it grew. Exports fell that year.", "that year", "1988"],
    ["He left on May 3, 2001. Later that day he was seen.", "Later that day", "2001-05-03"],
  ],
  refuses: ["He said that years pass."],
  read: (match, scene) => {
    const unit = match.cells[match.end - 1]?.facts?.unit ?? "D";
    if (scene.narrative === null) return null;
    if (unit === "D" && scene.narrative.grain !== "day") return null;
    return narrated("DATE", periodStep(scene.narrative.day, unit, 0));
  },
};

const inTheUnit: TimeRule = {
  name: "relative/earlier-in-the-unit",
  patterns: ["earlier|later|early|late in the|this year|month|week|quarter"],
  takes: [["Rains came earlier in the year.", "earlier in the year", "2025"]],
  refuses: ["Earlier in the game he fell."],
  read: (match, scene) => {
    const lead = match.cells[match.first]?.lower ?? "";
    const unit = match.cells[match.end - 1]?.facts?.unit ?? "Y";
    const mod = lead.startsWith("ear") ? "START" : "END";
    const { today } = scene;
    return relative("DATE", today === null ? null : periodStep(today, unit, 0), mod);
  },
};

/** What counts from the day of writing or from a date named before. */
export const relativeRules: readonly TimeRule[] = [
  deicticUnit,
  theUnit,
  ago,
  hence,
  laterOrEarlier,
  thatUnit,
  inTheUnit,
];
