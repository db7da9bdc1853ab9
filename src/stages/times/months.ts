import { type Civil, isValid } from "./calendar.js";
import { isMonthWord } from "./dates.js";
import { direction } from "./direction.js";
import { after, before, fact, has, type Match } from "./pattern.js";
import { yearOfMonth } from "./reckon.js";
import { relative, stated, type TimeRule } from "./rule.js";
import { dayValue, monthValue, two } from "./values.js";

/** Months, with a year, alone, and last or next. */

const monthYear: TimeRule = {
  name: "months/month-year",
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
  name: "months/month",
  patterns: ["@early? -? @month"],
  takes: [
    ["It snowed in December.", "December", "2024-12"],
    ["The talks will end in May.", "May", "2025-05"],
    ["The army puts aside five days in May.", "May", "2025-05"],
    ["The early December storms were bad.", "early December", "2024-12"],
  ],
  refuses: [
    "Sen. Ada May left. Aides to May, who spoke, said May fell.",
    "They may go.",
    "They march on.",
    "April Smith sang.",
    "Mayor May spoke.",
  ],
  accepts: (match, scene) => isMonthWord(match) && !scene.isName(match) && !isMarch(match),
  read: (match, scene) => {
    const m = fact(match, "month") ?? 0;
    const mod = fact(match, "early");
    if (scene.today === null) return relative("DATE", `XXXX-${two(m)}`, mod);
    const toward = direction(match, scene);
    const named = toward === null ? scene.years.get(`${m}`) : undefined;
    const isAhead = named === undefined && toward === null && scene.tense(match) === "present";
    const y = named ?? (isAhead ? nearestYear(scene.today, m) : yearOfMonth(scene.today, m, toward));
    return relative("DATE", monthValue(y, m), mod);
  },
};

/** Under a present verb ('it sets aside a week in May') the nearest month of the name. */
const nearestYear = ({ y, m: current }: Civil, m: number): number =>
  m - current > 6 ? y - 1 : current - m > 6 ? y + 1 : y;

const steppedMonth: TimeRule = {
  name: "months/last-october",
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
    if (today === null) return relative("DATE", `XXXX-${two(m)}${d === undefined ? "" : `-${two(d)}`}`, mod);
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

/** Months. */
export const monthRules: readonly TimeRule[] = [monthYear, steppedMonth, month];
