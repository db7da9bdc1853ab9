import { type Civil, daysInMonth, isValid, nthWeekday, shiftDays } from "./calendar.js";
import { direction } from "./direction.js";
import { after, before, fact, has } from "./pattern.js";
import { periodStep, weekdayFrom, weekdayStep, yearOfMonth } from "./reckon.js";
import { narrated, relative, stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { dayValue, monthValue, yearValue } from "./values.js";

/** Days and periods told by their place beside others: the third Thursday of November, that summer, the day after Christmas. */

const nthOfMonth: TimeRule = {
  name: "told/third-thursday",
  patterns: ["the? @ordinal @weekday of|in @month @year?", "the? last|final @weekday of|in @month @year?"],
  takes: [
    ["It falls on the third Thursday of November 2024.", "the third Thursday of November 2024", "2024-11-21"],
    ["It will open on the last Monday in May.", "the last Monday in May", "2025-05-26"],
    ["The court will meet on the first Monday in October.", "the first Monday in October", "2025-10-06"],
  ],
  refuses: ["The third man came in May.", "He met the first Monday Club member in May."],
  accepts: (match) => match.captures.get("month")?.isCapital === true && (fact(match, "ordinal") ?? 1) <= 5,
  read: (match, scene) => {
    const m = fact(match, "month") ?? 1;
    const stated = fact(match, "year");
    const { today } = scene;
    if (stated === undefined && today === null) return relative("DATE", null);
    const y = stated ?? yearOfMonth(today!, m, direction(match, scene));
    const n = has(match, "last|final") ? -1 : (fact(match, "ordinal") ?? 1);
    const day = nthWeekday(y, m, n, fact(match, "weekday") ?? 1);
    return day.m === m
      ? { ...relative("DATE", dayValue(day)), from: stated === undefined ? "published" : "none" }
      : null;
  },
};

const beforeLast: TimeRule = {
  name: "told/monday-before-last",
  patterns: ["the @weekday|unit before last", "the @weekday|unit after next", "@num @weekdays ago"],
  takes: [
    ["It snowed the Monday before last.", "the Monday before last", "2025-01-27"],
    ["It began the week before last.", "the week before last", "2025-W04"],
    ["He left two Tuesdays ago.", "two Tuesdays ago", "2025-01-28"],
  ],
  refuses: ["The man before last fell.", "He left on Tuesdays.", "The day before last Tuesday's vote he left."],
  accepts: (match) => (after(match)?.facts?.weekday ?? after(match)?.facts?.month) === undefined,
  read: (match, scene) => {
    const { today } = scene;
    const named = match.captures.get("weekday|unit");
    const weekday = named?.facts?.weekday ?? fact(match, "weekdays");
    const step = has(match, "next") ? 2 : has(match, "ago") ? -(fact(match, "num") ?? 1) : -2;
    if (Number.isNaN(step)) return null;
    if (weekday === undefined) {
      return relative("DATE", today === null ? null : periodStep(today, named?.facts?.unit ?? "D", step));
    }
    if (today === null) return relative("DATE", `XXXX-WXX-${weekday}`);
    const nearest = weekdayStep(today, weekday, Math.sign(step));
    return relative("DATE", dayValue(shiftDays(nearest, 7 * (step - Math.sign(step)))));
  },
};

const besideHoliday: TimeRule = {
  name: "told/day-after-christmas",
  patterns: ["the day after|before @holiday", "the @weekday after|before @holiday"],
  takes: [
    ["He left the day after Christmas.", "the day after Christmas", "2024-12-26"],
    ["She came the Friday after Thanksgiving.", "the Friday after Thanksgiving", "2024-11-29"],
  ],
  refuses: ["The day after the vote he left."],
  accepts: (match) => match.captures.get("holiday")?.isCapital === true,
  read: (match, scene) => {
    const { today } = scene;
    if (today === null) return relative("DATE", null);
    const name = fact(match, "holiday") ?? "";
    const ahead = scene.tense(match) === "future";
    const days = [-1, 0, 1].flatMap((n) => scene.holidays(name, today.y + n));
    const isOver = (day: Civil): boolean => dayValue(day) < dayValue(today);
    const day = ahead ? days.find((one) => !isOver(one)) : days.filter(isOver).at(-1);
    if (day === undefined) return relative("DATE", null);
    const step = match.captures.get("after|before")?.lower === "after" ? 1 : -1;
    const weekday = fact(match, "weekday");
    return relative("DATE", dayValue(weekday === undefined ? shiftDays(day, step) : weekdayStep(day, weekday, step)));
  },
};

const thatNamed: TimeRule = {
  name: "told/that-summer",
  patterns: ["that same? @month", "that same? @season", "that same? @weekday", "the same @weekday"],
  takes: [
    ["In 2019 the mill closed. That summer it burned.", "That summer", "2019-SU"],
    ["He left in 2019. It froze that February.", "that February", "2019-02"],
    ["It sank on May 3, 2021. That Friday divers found it.", "That Friday", "2021-05-07"],
  ],
  refuses: ["She said that Friday suits her.", "It froze that February."],
  accepts: (match) =>
    !(before(match)?.pos === "VERB" && ["VERB", "AUX"].includes(after(match)?.pos ?? "")) &&
    (has(match, "season") || match.cells[match.end - 1]?.isCapital === true),
  read: (match, scene) => {
    if (scene.narrative === null) return null;
    const { day, grain } = scene.narrative;
    const weekday = fact(match, "weekday");
    if (weekday !== undefined) {
      return grain === "day" || grain === "week"
        ? narrated("DATE", dayValue(weekdayFrom(day, weekday, "future")))
        : null;
    }
    const season = fact(match, "season");
    const value = season === undefined ? monthValue(day.y, fact(match, "month") ?? 1) : `${yearValue(day.y)}-${season}`;
    return narrated("DATE", value);
  },
};

const yearBefore: TimeRule = {
  name: "told/the-year-before",
  patterns: ["the year|month|week|day before|after"],
  takes: [
    ["In 2019 it closed. The year before, it had thrived.", "The year before", "2018"],
    ["It sank on May 3, 2021. They had sailed the day before.", "the day before", "2021-05-02"],
  ],
  refuses: ["In 2019 it closed. The year before the war it thrived.", "It had sailed the day before."],
  accepts: (match) => {
    const next = after(match);
    return next === undefined || [",", ".", ";", "”", '"'].includes(next.lower);
  },
  read: (match, scene) => {
    const unit = match.cells[match.end - 2]?.facts?.unit ?? "D";
    const { narrative } = scene;
    if (narrative === null || !isFineEnough(narrative, unit)) return null;
    const step = has(match, "before|after") && match.cells[match.end - 1]?.lower === "after" ? 1 : -1;
    return narrated("DATE", periodStep(narrative.day, unit, step));
  },
};

const endOfMonth: TimeRule = {
  name: "told/last-week-of-january",
  patterns: [
    "the @ordinal|edge=n @unit of @month @year?",
    "the last|final|closing|opening|early @unit|units=unit of @month @year?",
    "the @ordinal=n @units=unit of @month @year?",
  ],
  takes: [
    ["It rained in the last week of January.", "the last week of January", "2025-01"],
    ["It froze in the first days of February 2021.", "the first days of February 2021", "2021-02"],
    ["It falls on the last day of March 2024.", "the last day of March 2024", "2024-03-31"],
  ],
  refuses: ["The first man of March left.", "The last year of March's reign."],
  accepts: (match) =>
    ["D", "W"].includes(fact(match, "unit") ?? fact(match, "units", "unit") ?? "") &&
    match.captures.get("month")?.isCapital === true,
  read: (match, scene) => {
    const m = fact(match, "month") ?? 1;
    const { today } = scene;
    const y = fact(match, "year") ?? (today === null ? undefined : yearOfMonth(today, m, direction(match, scene)));
    if (y === undefined) return relative("DATE", null);
    const from = fact(match, "year") === undefined ? "published" : "none";
    const nth = fact(match, "ordinal", "n");
    const isEnd = nth === undefined && !has(match, "early");
    const unit = match.captures.get("unit")?.facts;
    if (unit?.unit === "D" && (nth !== undefined || isEnd)) {
      const day = { y, m, d: nth ?? daysInMonth(y, m) };
      return isValid(day) ? { ...relative("DATE", dayValue(day)), from } : null;
    }
    return { ...relative("DATE", monthValue(y, m), isEnd ? "END" : nth === 1 ? "START" : undefined), from };
  },
};

const GRAINS = ["D", "W", "M", "Q", "Y"];
const GRAIN_OF: Readonly<Record<string, string>> = { day: "D", week: "W", month: "M", quarter: "Q", year: "Y" };

/** True when the date last named is no longer than the unit: no 'following week' can be counted from '2019'. */
export const isFineEnough = (narrative: NonNullable<Scene["narrative"]>, unit: string): boolean => {
  const grain = GRAINS.indexOf(GRAIN_OF[narrative.grain] ?? "");
  const wanted = GRAINS.indexOf(unit);
  return wanted < 0 || (grain >= 0 && grain <= wanted);
};

const someWeekday: TimeRule = {
  name: "told/a-monday",
  patterns: ["a|an|any|one @weekday @part?", "< the @weekday >"],
  takes: [
    ["They told us on a Monday.", "a Monday", "XXXX-WXX-1"],
    ["It always rains on a Friday night.", "a Friday night", "XXXX-WXX-5TNI"],
    ["It sank on May 3, 2021. On the Tuesday they met.", "the Tuesday", "2021-05-04"],
  ],
  refuses: ["A Monday game was lost.", "On the Tuesday ballot are two names.", "The Sun rose."],
  accepts: (match, scene) => {
    const next = after(match);
    const isHead = next === undefined || !["NOUN", "PROPN", "ADJ", "NUM", "X"].includes(next.pos);
    const isNamed = match.captures.get("weekday")?.isCapital === true && next?.lower !== "-" && !scene.isName(match);
    return isHead && isNamed && ["on", "of"].includes(before(match)?.lower ?? "");
  },
  read: (match, scene) => {
    const weekday = fact(match, "weekday") ?? 1;
    const part = fact(match, "part");
    const open = `XXXX-WXX-${weekday}${part === undefined ? "" : `T${part}`}`;
    if (match.cells[match.first]?.lower !== "the") return stated(part === undefined ? "DATE" : "TIME", open);
    return scene.narrative?.grain === "day" || scene.narrative?.grain === "week"
      ? narrated("DATE", dayValue(weekdayFrom(scene.narrative.day, weekday, "future")))
      : stated("DATE", open);
  },
};

const overnight: TimeRule = {
  name: "told/overnight",
  patterns: ["overnight @weekday?", "overnight into|to @weekday"],
  takes: [
    ["Three children were admitted overnight.", "overnight", "2025-02-06TNI"],
    ["Temperatures will drop overnight.", "overnight", "2025-02-07TNI"],
    ["A roof fell overnight Tuesday.", "overnight Tuesday", "2025-02-04TNI"],
  ],
  refuses: ["The overnight train was late.", "He became an overnight success.", "An overnight stay costs $5."],
  accepts: (match) => {
    const next = after(match);
    const isAdverb = next === undefined || !["NOUN", "PROPN", "ADJ"].includes(next.pos) || has(match, "weekday");
    return isAdverb && before(match)?.pos !== "DET" && before(match)?.pos !== "ADJ";
  },
  read: (match, scene) => {
    if (scene.today === null) return relative("TIME", null);
    const weekday = fact(match, "weekday");
    const ahead = scene.tense(match) === "future";
    const night =
      weekday === undefined
        ? shiftDays(scene.today, ahead ? 0 : -1)
        : shiftDays(weekdayFrom(scene.today, weekday, direction(match, scene)), has(match, "into|to") ? -1 : 0);
    return relative("TIME", `${dayValue(night)}TNI`);
  },
};

/** Days and periods by their place beside others. */
export const toldRules: readonly TimeRule[] = [
  nthOfMonth,
  beforeLast,
  besideHoliday,
  thatNamed,
  yearBefore,
  endOfMonth,
  someWeekday,
  overnight,
];
