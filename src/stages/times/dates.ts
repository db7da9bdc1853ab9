import { type Civil, isValid } from "./calendar.js";
import { after, before, fact, has, type Match } from "./pattern.js";
import { yearOfDay, yearOfMonth } from "./reckon.js";
import { relative, stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { isDeadline, type Tense } from "./tense.js";
import { dayValue, monthValue } from "./values.js";

/** Dates by month and day, in words or digits. */

const number = (n: number): string => String(n).padStart(2, "0");

/** Where a date lies: behind us after 'since' or as owner ('Wednesday's ruling'), ahead after 'by', else as the verb says. */
export function direction(match: Match, scene: Scene): Tense | null {
  const previous = leadWord(match);
  if (previous === "since" || (previous === "of" && before(match, 2)?.lower === "as")) return "past";
  if (["'s", "’s"].includes(after(match)?.lower ?? "") || isModifier(match)) return null;
  const verb = scene.governor(match);
  if (isDeadline(previous) && !(verb?.tense === "past" && (verb.isNear || verb.isAfter))) return "future";
  if (verb === null || verb.tense === "present") return null;
  return verb.tense === "future" || verb.isNear ? verb.tense : null;
}

/** The word before an expression, a clock time before it skipped: 'until' in 'until 9 a.m. Tuesday'. */
function leadWord(match: Match): string {
  let back = 1;
  while (
    before(match, back)?.facts?.ampm ??
    before(match, back)?.facts?.zone ??
    before(match, back)?.facts?.hour ??
    before(match, back)?.facts?.clock
  )
    back++;
  return before(match, back)?.lower ?? "";
}

/** 'the Tuesday deadline', 'his late-November trip': part of a name for something. */
const isModifier = (match: Match): boolean =>
  after(match)?.pos === "NOUN" && ["DET", "ADJ", "PART", "PRON"].includes(before(match)?.pos ?? "");

const dayOf = (match: Match): Civil => ({
  y: fact(match, "year") ?? 2000,
  m: fact(match, "month") ?? 0,
  d: fact(match, "day") ?? 0,
});

const isMonthWord = (match: Match): boolean => match.captures.get("month")?.isCapital === true;

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
    if (scene.today === null) return relative("DATE", `XXXX-${number(m)}-${number(d)}`);
    const y = yearOfDay(scene.today, m, d, direction(match, scene));
    return isValid({ y, m, d }) ? relative("DATE", dayValue({ y, m, d })) : null;
  },
};

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
    if (scene.today === null) return relative("DATE", `XXXX-${number(m)}-${number(d)}`);
    const isNamed = scene.narrative?.grain === "day" && scene.narrative.day.m === m;
    const y = isNamed ? scene.narrative.day.y : yearOfDay(scene.today, m, d, direction(match, scene));
    return isValid({ y, m, d }) ? relative("DATE", dayValue({ y, m, d })) : null;
  },
};

/** 'and 5 percent', 'and 12 people': a number that counts what follows. */
const isCounted = (next: string, pos: string): boolean =>
  next === "%" || pos === "NOUN" || pos === "ADJ" || pos === "NUM";

const monthYear: TimeRule = {
  name: "dates/month-year",
  patterns: [
    "@early? -? @month ,? @year",
    "@early? -? @month of @year",
    "< @early? -? @month > to|and|through|-|-- @month=to ,? @year",
  ],
  takes: [
    ["Prices fell in August 2023.", "August 2023", "2023-08"],
    ["It closed in late May 2019.", "late May 2019", "2019-05"],
    ["It ran from March to June 2019.", "March", "2019-03"],
  ],
  refuses: ["They may 2019 times."],
  accepts: isMonthWord,
  read: (match) =>
    stated("DATE", monthValue(fact(match, "year") ?? 0, fact(match, "month") ?? 0), fact(match, "early")),
};

/** 'the March for Life': a walk. */
const isMarch = (match: Match): boolean =>
  match.captures.get("month")?.lower === "march" &&
  ["for", "of", "on"].includes(after(match)?.lower ?? "") &&
  before(match)?.pos !== "ADP";

const month: TimeRule = {
  name: "dates/month",
  patterns: ["@early? -? @month"],
  takes: [
    ["It snowed in December.", "December", "2024-12"],
    ["The talks will end in May.", "May", "2025-05"],
    ["The early March storms were bad.", "early March", "2024-03"],
  ],
  refuses: ["They may go.", "They march on.", "April Smith sang.", "Mayor May spoke."],
  accepts: (match, scene) => isMonthWord(match) && !scene.isName(match) && !isMarch(match),
  read: (match, scene) => {
    const m = fact(match, "month") ?? 0;
    const mod = fact(match, "early");
    if (scene.today === null) return relative("DATE", `XXXX-${number(m)}`, mod);
    const toward = direction(match, scene);
    const named = toward === null ? scene.years.get(m) : undefined;
    return relative("DATE", monthValue(named ?? yearOfMonth(scene.today, m, toward), m), mod);
  },
};

const steppedMonth: TimeRule = {
  name: "dates/last-october",
  patterns: [
    "last|this|next|past @month",
    "last|this|next @month .? @day",
    "@early? -? @month last|this|next year",
    "@month .? @day last|this|next year",
    "@month .? of last|this|next year",
  ],
  takes: [
    ["He was shot last October.", "last October", "2024-10"],
    ["It opens next May.", "next May", "2025-05"],
    ["It joins in April next year.", "April next year", "2026-04"],
    ["It was founded in early March last year.", "early March last year", "2024-03"],
  ],
  refuses: ["At last March came home."],
  accepts: (match) =>
    isMonthWord(match) && !(match.cells[match.first]?.lower === "last" && before(match)?.lower === "at"),
  read: (match, scene) => {
    const m = fact(match, "month") ?? 0;
    const d = fact(match, "day");
    const mod = fact(match, "early");
    const { today } = scene;
    if (today === null) return relative("DATE", `XXXX-${number(m)}${d === undefined ? "" : `-${number(d)}`}`, mod);
    const y = has(match, "year") ? today.y + stepOf(match) : steppedYear(today, m, stepOf(match));
    if (d === undefined) return relative("DATE", monthValue(y, m), mod);
    return isValid({ y, m, d }) ? relative("DATE", dayValue({ y, m, d })) : null;
  },
};

/** -1, 0 or 1 for last, this and next. */
function stepOf(match: Match): number {
  const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
  return words.includes("last") || words.includes("past") ? -1 : words.includes("next") ? 1 : 0;
}

/** 'last October' is the latest October over, 'next' the coming one, 'this' the one of this year. */
function steppedYear(today: Civil, m: number, step: number): number {
  if (step === 0) return today.y;
  if (step < 0) return m < today.m ? today.y : today.y - 1;
  return m > today.m ? today.y : today.y + 1;
}

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

export const dateRules: readonly TimeRule[] = [
  monthDayYear,
  monthDay,
  secondDay,
  monthYear,
  steppedMonth,
  month,
  digits,
];
