import { type Civil, isValid, shiftMonths } from "./calendar.js";
import { direction } from "./direction.js";
import { after, before, fact, has, type Match } from "./pattern.js";
import { yearOfDay } from "./reckon.js";
import { narrated, relative, stated, type TimeRule } from "./rule.js";
import { dayValue, two } from "./values.js";

/** Dates by month and day, in words or digits. */

const dayOf = (match: Match): Civil => ({
  y: fact(match, "year") ?? 2000,
  m: fact(match, "month") ?? 0,
  d: fact(match, "day") ?? 0,
});

/** True when the month is written with a capital: May, not may. */
export const isMonthWord = (match: Match): boolean => match.captures.get("month")?.isCapital === true;

const monthDayYear: TimeRule = {
  name: "dates/month-day-year",
  patterns: [
    "@month .? @day ,? @year",
    "< @month .? @day > to|and|through|-|-- @day=to ,? @year",
    "< the? @day > to|and|through|-|-- @day=to @month ,? @year",
    "@weekday ,? @month .? @day ,? @year",
    "the? @day of? @month ,? @year",
    "@weekday ,? the? @day of? @month ,? @year",
    "@day - @month - @year",
  ],
  takes: [
    ["She was born on May 3, 1981, in Lodz.", "May 3, 1981", "1981-05-03"],
    ["It opened on 4 July 1976.", "4 July 1976", "1976-07-04"],
    ["The fair of May 3-5, 2019, is over.", "May 3", "2019-05-03"],
    ["They met Friday, Oct. 23, 1998.", "Friday, Oct. 23, 1998", "1998-10-23"],
  ],
  refuses: ["He may 3, 1981 times."],
  accepts: (match) => isMonthWord(match) && isValid(dayOf(match)),
  read: (match) => stated("DATE", dayValue(dayOf(match))),
};

const monthDay: TimeRule = {
  name: "dates/month-day",
  patterns: [
    "@month .? @day",
    "@weekday ,? @month .? @day",
    "the? @day of @month",
    "@weekday ,? the? @day of? @month",
    "@day @month",
    "< @day > to|and|through|-|-- @day=to @month",
  ],
  takes: [
    ["The plant opened on March 5.", "March 5", "2024-03-05"],
    ["The trial will begin March 5.", "March 5", "2025-03-05"],
    ["He died on Monday, Feb. 3.", "Monday, Feb. 3", "2025-02-03"],
  ],
  refuses: ["They may 5 times a day.", "It rose to 45 in the March 99 report."],
  accepts: (match) => has(match, "month") && isMonthWord(match) && isValid(dayOf(match)) && after(match)?.lower !== "%",
  read: (match, scene) => {
    const { m, d } = dayOf(match);
    if (scene.today === null) return relative("DATE", `XXXX-${two(m)}-${two(d)}`);
    const toward = direction(match, scene);
    const named = toward === "future" ? undefined : scene.years.get(`${m}-${d}`);
    const y = named ?? yearOfDay(scene.today, m, d, toward);
    return isValid({ y, m, d }) ? relative("DATE", dayValue({ y, m, d })) : null;
  },
};

const dayAlone: TimeRule = {
  name: "dates/the-21st",
  patterns: ["the @nth"],
  takes: [
    ["He was seen on May 3, 2001, and again on the 21st.", "the 21st", "2001-05-21"],
    ["The vote is set for the 14th.", "the 14th", "2025-02-14"],
    ["They will meet on the 5th.", "the 5th", "2025-03-05"],
  ],
  refuses: [
    "He came on the 21st floor.",
    "He lives on the 3rd.",
    "She made a birdie on the 15th.",
    "It ends in the 5th.",
  ],
  accepts: (match) => {
    const next = after(match);
    const isEnd = next === undefined || ["PUNCT", "CCONJ", "ADP", "VERB", "AUX"].includes(next.pos);
    return isEnd && before(match)?.pos === "ADP" && !isHole(match);
  },
  read: (match, scene) => {
    const d = fact(match, "nth") ?? 0;
    if (scene.narrative?.grain === "day" || scene.narrative?.grain === "month") {
      const date = { ...scene.narrative.day, d };
      return isValid(date) ? narrated("DATE", dayValue(date)) : null;
    }
    const toward = direction(match, scene);
    const isDated = toward === "future" && ["on", "for", "until", "by", "before"].includes(before(match)?.lower ?? "");
    if (scene.today === null || !isDated) return null;
    const month = d < scene.today.d ? shiftMonths({ ...scene.today, d: 1 }, 1) : scene.today;
    const date = { ...month, d };
    return isValid(date) ? relative("DATE", dayValue(date)) : null;
  },
};

const GOLF = new Set(["birdie", "birdies", "bogey", "bogeys", "eagle", "hole", "par", "putt"]);

/** 'a birdie on the 15th': a hole of a golf course. */
const isHole = ({ cells }: Match): boolean => cells.some(({ lower }) => GOLF.has(lower));

const secondDay: TimeRule = {
  name: "dates/second-day",
  patterns: [
    "@month .? @day=before and|to|-|--|or|through < @day ,? @year",
    "@month .? @day=before and|to|-|--|or|through < @day >",
  ],
  takes: [["The fair on Jan. 3-5 was cancelled.", "5", "2025-01-05"]],
  refuses: ["On March 3 and 5 percent less."],
  accepts: (match) => {
    const next = after(match);
    return (
      isMonthWord(match) &&
      isValid(dayOf(match)) &&
      (next === undefined || has(match, "year") || !isCounted(next.lower, next.pos))
    );
  },
  read: (match, scene) => {
    const { m, d } = dayOf(match);
    const year = fact(match, "year");
    if (year !== undefined) return stated("DATE", dayValue({ y: year, m, d }));
    if (scene.today === null) return relative("DATE", `XXXX-${two(m)}-${two(d)}`);
    const isNamed = scene.narrative?.grain === "day" && scene.narrative.day.m === m;
    const y = isNamed ? scene.narrative.day.y : yearOfDay(scene.today, m, d, direction(match, scene));
    return isValid({ y, m, d }) ? relative("DATE", dayValue({ y, m, d })) : null;
  },
};

/** 'and 5 percent', 'and 12 people': a number that counts what follows. */
const isCounted = (next: string, pos: string): boolean =>
  next === "%" || pos === "NOUN" || pos === "ADJ" || pos === "NUM";

const digits: TimeRule = {
  name: "dates/digits",
  patterns: ["@iso"],
  takes: [
    ["Filed 2019-05-03 in court.", "2019-05-03", "2019-05-03"],
    ["Due 5/31/2019 at noon.", "5/31/2019", "2019-05-31"],
  ],
  refuses: ["Serial 2019-15-03 is void."],
  read: (match) => stated("DATE", fact(match, "iso") ?? ""),
};

/** Days of a month, by words and digits. */
export const dateRules: readonly TimeRule[] = [monthDayYear, monthDay, dayAlone, secondDay, digits];
