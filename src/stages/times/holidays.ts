import type { TimeLexicons } from "../../lexicons/time-lexicons.js";
import { type Civil, easter, nthWeekday, parseDay, shiftDays } from "./calendar.js";
import { before, fact, has } from "./pattern.js";
import { daysBetween } from "./reckon.js";
import { type Reading, relative, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { dayValue, weekValue, yearValue } from "./values.js";

/** Named days, fixed and moving. */

/** A look-up of a holiday's days in a year; empty for years the tables do not reach. */
export function holidayCalendar(lexicons: Pick<TimeLexicons, "holidays" | "movingDays">): Scene["holidays"] {
  return (name, year) => {
    const [kind, ...args] = lexicons.holidays.get(name) ?? [];
    const [a = 0, b = 0, c = 0, d = 0] = args.map(Number);
    switch (kind) {
      case "fixed":
        return [{ y: year, m: a, d: b }];
      case "nth":
        return [nthWeekday(year, a, b, c)];
      case "after-nth":
        return [shiftDays(nthWeekday(year, a, b, c), d)];
      case "easter":
        return [shiftDays(easter(year), a)];
      default:
        return (lexicons.movingDays.get(`${args[0]} ${year}`) ?? []).flatMap((iso) => parseDay(iso) ?? []);
    }
  };
}

/** The holiday that ends one which lasts ('eid al - fitr' for 'ramadan'); undefined for single days. */
export const holidayEnds =
  (lexicons: Pick<TimeLexicons, "holidays">): Scene["holidayEnd"] =>
  (name) =>
    lexicons.holidays.get(name)?.[0] === "table" ? lexicons.holidays.get(name)?.[2] : undefined;

const named: TimeRule = {
  name: "holidays/thanksgiving",
  patterns: [
    "@holiday ,? @year",
    "last|this|next @holiday",
    "@holiday",
    "@holiday week|weekend",
    "@holiday of? last|this|next year",
  ],
  takes: [
    ["He was found on Thanksgiving Day.", "Thanksgiving Day", "2024-11-28"],
    ["It will open by Easter.", "Easter", "2025-04-20"],
    ["It will close during Ramadan.", "Ramadan", "2025"],
    ["Lunar New Year 2024 fell in February.", "Lunar New Year 2024", "2024-02-10"],
  ],
  refuses: ["He lives on Easter Island.", "The thanksgiving was warm."],
  accepts: (match) =>
    match.captures.get("holiday")?.isCapital === true &&
    match.cells[match.end]?.lower !== "island" &&
    before(match)?.lower !== "mr.",
  read: (match, scene) => {
    const name = fact(match, "holiday") ?? "";
    const year = fact(match, "year");
    if (year !== undefined) {
      const day = scene.holidays(name, year)[0];
      return day === undefined ? null : { ...lasting(scene, name, day), from: "none" };
    }
    const { today } = scene;
    if (today === null) return relative("DATE", null);
    const step = match.captures.get("last|this|next")?.lower;
    const day = has(match, "year")
      ? scene.holidays(name, today.y + (step === "last" ? -1 : step === "next" ? 1 : 0))[0]
      : nearest(scene, name, today, step, scene.tense(match) === "future");
    if (day === undefined) return relative("DATE", null);
    if (has(match, "week|weekend"))
      return relative("DATE", match.cells[match.end - 1]?.lower === "week" ? weekValue(day) : `${weekValue(day)}-WE`);
    return lasting(scene, name, day);
  },
};

/** A holiday's day; of one that lasts the year as value, as TIMEX3 has no other, with its first and last day. */
function lasting(scene: Scene, name: string, day: Civil): Reading {
  const end = scene.holidayEnd(name);
  const next = end === undefined ? undefined : [0, 1].flatMap((n) => scene.holidays(end, day.y + n));
  const over = next?.find((one) => daysBetween(day, one) > 0);
  if (over === undefined) return relative("DATE", dayValue(day));
  const instants = { from: dayValue(day), to: dayValue(shiftDays(over, -1)) };
  return { ...relative("DATE", yearValue(day.y)), instants };
}

const JUST_OVER = 14; // days in which a holiday just past is still the one meant by a verb that looks ahead
const SOON = 30; // days in which a coming holiday is the one meant whatever the verb

function nearest(
  scene: Scene,
  name: string,
  today: Civil,
  step: string | undefined,
  isAhead: boolean,
): Civil | undefined {
  const days = [-1, 0, 1].flatMap((n) => scene.holidays(name, today.y + n));
  const last = days.filter((d) => daysBetween(d, today) >= (step === "last" ? 1 : 0)).at(-1);
  const next = days.find((d) => daysBetween(today, d) >= (step === "next" ? 1 : 0));
  if (step === "last") return last;
  if (step === "next" || last === undefined) return next;
  if (next === undefined) return last;
  if (isAhead) return daysBetween(last, today) < JUST_OVER && daysBetween(today, next) > 300 ? last : next;
  return daysBetween(today, next) <= SOON && daysBetween(last, today) > SOON ? next : last;
}

/** Holidays by name. */
export const holidayRules: readonly TimeRule[] = [named];
