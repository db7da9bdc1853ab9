import { type Civil, shiftDays } from "./calendar.js";
import { direction } from "./direction.js";
import { before, fact, has } from "./pattern.js";
import { daysBetween, weekdayFrom, weekdayStep } from "./reckon.js";
import { narrated, relative, type TimeRule } from "./rule.js";
import type { Tense } from "./tense.js";
import { dayValue } from "./values.js";

/** Weekdays, and days named from today or from the day last spoken of. */

const weekday: TimeRule = {
  name: "days/weekday",
  patterns: ["@early? -? @weekday"],
  takes: [
    ["They met Tuesday.", "Tuesday", "2025-02-04"],
    ["They will meet Tuesday.", "Tuesday", "2025-02-11"],
    ["She resigned Friday.", "Friday", "2025-02-07"],
    ["He was due in court Wednesday.", "Wednesday", "2025-02-05"],
    ["He had been scheduled to speak Monday.", "Monday", "2025-02-10"],
    ["Voters go to the polls on Sunday.", "Sunday", "2025-02-09"],
  ],
  refuses: ["The Sun rose.", "He wed Ann.", "He reads the Sunday Times."],
  accepts: (match, scene) => match.captures.get("weekday")?.isCapital === true && !scene.isName(match),
  read: (match, scene) => {
    const day = fact(match, "weekday") ?? 0;
    const mod = fact(match, "early");
    if (scene.today === null) return relative("DATE", `XXXX-WXX-${day}`, mod);
    const verb = scene.governor(match);
    const toward = verb === null || verb.wasPlanned === true ? nearer(scene.today, day) : direction(match, scene);
    return relative("DATE", dayValue(weekdayFrom(scene.today, day, toward)), mod);
  },
};

/** Which of the last and the next such weekday is fewer days off. */
const nearer = (today: Civil, weekday: number): Tense =>
  daysBetween(weekdayFrom(today, weekday, "past"), today) <= daysBetween(today, weekdayFrom(today, weekday, "future"))
    ? "past"
    : "future";

const steppedWeekday: TimeRule = {
  name: "days/last-weekday",
  patterns: ["the? last|past|previous|this|next|coming|following @weekday"],
  takes: [
    ["He left last Wednesday.", "last Wednesday", "2025-02-05"],
    ["He leaves next Friday.", "next Friday", "2025-02-14"],
    ["The court sits this Saturday.", "this Saturday", "2025-02-08"],
  ],
  refuses: ["Last week he left."],
  read: (match, scene) => {
    const day = fact(match, "weekday") ?? 0;
    const word = match.cells[match.end - 2]?.lower ?? "";
    const step = word === "this" ? 0 : ["last", "past", "previous"].includes(word) ? -1 : 1;
    if (scene.today === null) return relative("DATE", `XXXX-WXX-${day}`);
    if (word === "following" && scene.narrative !== null) {
      return narrated("DATE", dayValue(weekdayStep(scene.narrative.day, day, 1)));
    }
    return relative("DATE", dayValue(weekdayStep(scene.today, day, step)));
  },
};

const weekdayOfWeek: TimeRule = {
  name: "days/weekday-of-week",
  patterns: ["@weekday of? last|this|next week", "last|this|next week on @weekday", "@weekday , last|this|next week"],
  takes: [
    ["It began Tuesday of last week.", "Tuesday of last week", "2025-01-28"],
    ["He arrives Monday next week.", "Monday next week", "2025-02-10"],
  ],
  refuses: ["Tuesday was cold."],
  read: (match, scene) => {
    if (scene.today === null) return relative("DATE", `XXXX-WXX-${fact(match, "weekday")}`);
    const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
    const weeks = words.includes("last") ? -1 : words.includes("next") ? 1 : 0;
    return relative("DATE", dayValue(shiftDays(weekdayStep(scene.today, fact(match, "weekday") ?? 1, 0), 7 * weeks)));
  },
};

const today: TimeRule = {
  name: "days/today",
  patterns: ["@relday", "the day before yesterday", "the day after tomorrow"],
  takes: [
    ["Rain fell today.", "today", "2025-02-07"],
    ["It closed yesterday.", "yesterday", "2025-02-06"],
    ["She sings the day after tomorrow.", "the day after tomorrow", "2025-02-09"],
  ],
  refuses: ["He reads USA Today."],
  accepts: (match) => !(match.captures.get("relday")?.isCapital === true && before(match)?.lower === "usa"),
  read: (match, scene) => {
    const step = has(match, "relday") ? (fact(match, "relday") ?? 0) : has(match, "yesterday") ? -2 : 2;
    return relative("DATE", scene.today === null ? null : dayValue(shiftDays(scene.today, step)));
  },
};

/** Weekdays, today and its like. */
export const dayRules: readonly TimeRule[] = [weekday, steppedWeekday, weekdayOfWeek, today];
