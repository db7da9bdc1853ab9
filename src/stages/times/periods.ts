import { quarterOf } from "./calendar.js";
import { after, before, fact, has, type Match } from "./pattern.js";
import { periodStep, quarterStep, yearOfPart } from "./reckon.js";
import { yearBefore } from "./relative.js";
import { narrated, type Reading, relative, stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { quarterValue, yearValue } from "./values.js";

/** Business periods: quarters, halves, fiscal years, and the periods reports are compared with. */

const year = (match: Match, scene: Scene): number | null => {
  const stated = fact(match, "year");
  if (stated !== undefined) return stated;
  const step = match.captures.get("last|this|next")?.lower;
  if (step === undefined || scene.today === null) return null;
  return scene.today.y + (step === "last" ? -1 : step === "next" ? 1 : 0);
};

const quarter: TimeRule = {
  name: "periods/third-quarter",
  patterns: [
    "the|its|their? fiscal? -? @ordinal=n -? fiscal? quarter",
    "the|its|their? fiscal? @ordinal=n -? quarter of|, fiscal? @year",
    "the|its|their? fiscal? @ordinal=n -? quarter @year",
    "the? @year fiscal? @ordinal=n -? quarter",
    "last|this|next year 's fiscal? @ordinal=n -? quarter",
    "the? @ordinal=n -? quarter of last|this|next year",
    "< the? @ordinal=n > and|or|to|through @ordinal=m -? quarter|quarters",
    "< the? @ordinal=n > and|or|to|through @ordinal=m -? quarter|quarters of @year",
    "the? @ordinal=n -? quarters of? @year?",
    "@quarter=q of? @year?",
    "@num=number q @year?",
    "the? year - ago|earlier @ordinal=n -? quarter",
  ],
  takes: [
    ["Profit rose in the fourth quarter.", "the fourth quarter", "2024-Q4"],
    ["Sales fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"],
    ["It said third-quarter profit fell.", "third-quarter", "2024-Q3"],
    ["It starts in next year's first quarter.", "next year's first quarter", "2026-Q1"],
  ],
  refuses: ["The third man left.", "He lives in the Latin Quarter."],
  accepts: (match) => (quarterNumber(match) ?? 9) <= 4,
  read: (match, scene) => {
    const q = quarterNumber(match) ?? 1;
    const y = year(match, scene);
    if (y !== null)
      return has(match, "year") && fact(match, "year") !== undefined
        ? stated("DATE", quarterValue(y, q))
        : relative("DATE", quarterValue(y, q));
    if (scene.today === null) return relative("DATE", `XXXX-Q${q}`);
    const own = yearOfPart(q, quarterOf(scene.today.m), scene.today, scene.tense(match));
    return relative("DATE", quarterValue(has(match, "ago|earlier") ? own - 1 : own, q));
  },
};

const quarterNumber = (match: Match): number | undefined =>
  fact(match, "ordinal", "n") ?? fact(match, "quarter", "q") ?? fact(match, "num", "number");

const half: TimeRule = {
  name: "periods/first-half",
  patterns: [
    "the? fiscal? first|second|latter -? half of @year",
    "the? first|second -? half of last|this|next year",
    "the? first|second -? half of the year",
    "first|second - half",
    "the first|second half",
    "last|this|next year 's first|second -? half",
  ],
  takes: [
    ["Sales fell in the second half of 1990.", "the second half of 1990", "1990-H2"],
    ["It said first-half profit rose.", "first-half", "2024-H1"],
  ],
  refuses: ["Smith scored in the second half.", "Half of it fell."],
  accepts: (match) => isBusinessHalf(match),
  read: (match, scene) => {
    const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
    const h = words.includes("first") ? 1 : 2;
    const y = year(match, scene);
    if (y !== null)
      return has(match, "year") && fact(match, "year") !== undefined
        ? stated("DATE", `${yearValue(y)}-H${h}`)
        : relative("DATE", `${yearValue(y)}-H${h}`);
    if (scene.today === null) return relative("DATE", `XXXX-H${h}`);
    const current = scene.today.m <= 6 ? 1 : 2;
    const ofYear = words.includes("year")
      ? scene.today.y
      : yearOfPart(
          h,
          current + (h === 1 && current === 1 && scene.tense(match) === "past" ? -1 : 0),
          scene.today,
          scene.tense(match),
        );
    return relative("DATE", `${yearValue(ofYear)}-H${h}`);
  },
};

const MONEY_NOUNS = [
  "profit",
  "profits",
  "earnings",
  "sales",
  "revenue",
  "revenues",
  "results",
  "net",
  "loss",
  "losses",
  "income",
  "growth",
  "gdp",
  "output",
  "pretax",
  "operating",
  "figures",
];

/** A half of a year, not of a match: a year or a word of business stands beside it. */
const isBusinessHalf = (match: Match): boolean =>
  match.cells[match.end - 1]?.lower !== "half" ||
  MONEY_NOUNS.includes(after(match)?.lower ?? "") ||
  match.cells.slice(match.first, match.end).some((c) => c.lower === "year");

const compared: TimeRule = {
  name: "periods/year-earlier",
  patterns: [
    "the? year - ago|earlier|before period|quarter|half",
    "year - ago|earlier",
    "the? same|corresponding|comparable|like|similar period|quarter|months|half of? the? last year|year-ago?",
    "the? same|corresponding|comparable|like period|quarter|time a year ago|earlier|before",
    "the quarter|period a year ago|earlier|before",
    "last year 's quarter|period",
    "the prior - year period|quarter?",
    "the @year period|quarter",
  ],
  takes: [
    [
      "It lost $5 million in the third quarter of 2019, more than in the year-earlier period.",
      "the year-earlier period",
      "2018-Q3",
    ],
    [
      "In the third quarter of 2019 it earned more than in the corresponding period last year.",
      "the corresponding period last year",
      "2018-Q3",
    ],
  ],
  refuses: ["A year-end party."],
  read: (match, scene) => {
    const stated = fact(match, "year");
    const period = scene.period ?? (scene.today === null ? null : yearValue(scene.today.y));
    if (period === null) return narrated("DATE", null);
    if (stated !== undefined) return narrated("DATE", `${yearValue(stated)}${period.slice(4)}`);
    return narrated("DATE", yearBefore(period));
  },
};

const latest: TimeRule = {
  name: "periods/the-latest-quarter",
  patterns: [
    "the latest quarter|period",
    "the most recent quarter|period",
    "the|this|its|their latest? fiscal? quarter",
  ],
  takes: [
    [
      "It earned $5 million in the third quarter of 2019. Sales in the latest quarter rose.",
      "the latest quarter",
      "2019-Q3",
    ],
  ],
  refuses: ["The Latin Quarter is old."],
  accepts: (match) => match.cells[match.end - 1]?.isCapital === false && !(match.cells[match.first]?.lower === "their"),
  read: (match, scene) => {
    const ended = endedMonth(match);
    if (ended !== null && scene.today !== null) {
      const y = ended.y ?? (ended.m <= scene.today.m ? scene.today.y : scene.today.y - 1);
      return relative("DATE", quarterValue(y, quarterOf(ended.m)));
    }
    if (match.cells[match.first]?.lower === "this")
      return relative("DATE", scene.today === null ? null : quarterStep(scene.today, 0));
    if (scene.period?.includes("-Q")) return narrated("DATE", scene.period);
    return relative("DATE", scene.today === null ? null : quarterStep(scene.today, -1));
  },
};

/** The month in 'quarter ended Sept. 30', with its year when given. */
function endedMonth(match: Match): { readonly m: number; readonly y: number | undefined } | null {
  if (!["ended", "ending"].includes(after(match)?.lower ?? "")) return null;
  const at = ["in", "on"].includes(after(match, 1)?.lower ?? "") ? 2 : 1;
  const m = after(match, at)?.facts?.month;
  if (m === undefined) return null;
  const y = [1, 2, 3, 4].map((k) => after(match, at + k)?.facts?.year).find((n) => n !== undefined);
  return { m, y };
}

const fiscalYear: TimeRule = {
  name: "periods/fiscal-year",
  patterns: ["fiscal year? @year", "fy -? @year"],
  takes: [["In fiscal 1989 it earned more.", "fiscal 1989", "1989"]],
  refuses: ["Fiscal policy tightened."],
  read: (match) => stated("DATE", yearValue(fact(match, "year") ?? 0)),
};

const theYear: TimeRule = {
  name: "periods/the-year",
  patterns: ["the|its full|fiscal|whole|entire? year", "the|its full? month|week"],
  takes: [
    ["For the full year it lost money.", "the full year", "2025"],
    ["In the year ended March 31 it grew.", "the year", "P1Y"],
  ],
  refuses: ["The man of the year spoke.", "The years passed."],
  accepts: (match) => {
    const next = after(match);
    if (["ended", "ending", "to"].includes(next?.lower ?? "") && has(match, "year")) return true;
    return (
      match.end - match.first === 3 ||
      (before(match)?.lower === "for" && (next === undefined || next.lower === "," || next.lower === "."))
    );
  },
  read: (match, scene): Reading | null => {
    const unit = match.cells[match.end - 1]?.facts?.unit ?? "Y";
    if (["ended", "ending", "to"].includes(after(match)?.lower ?? ""))
      return { type: "DURATION", value: `P1${unit}`, from: "none" };
    if (has(match, "full|fiscal|whole|entire") && match.captures.get("full|fiscal|whole|entire")?.lower !== "full")
      return { type: "DURATION", value: `P1${unit}`, from: "none" };
    return relative("DATE", scene.today === null ? null : periodStep(scene.today, unit, 0));
  },
};

const weekend: TimeRule = {
  name: "periods/the-weekend",
  patterns: ["the? @early? weekend", "the? holiday|long weekend"],
  takes: [["Over the weekend it snowed.", "the weekend", "2025-W05-WE"]],
  refuses: ["A weekend house."],
  accepts: (match) => match.cells[match.first]?.lower === "the",
  read: (match, scene) => {
    if (scene.today === null) return relative("DATE", "XXXX-WXX-WE");
    const ahead = scene.tense(match) === "future";
    return relative("DATE", periodStep(scene.today, "WE", ahead ? 0 : -1));
  },
};

const weekOf: TimeRule = {
  name: "periods/the-week-of",
  patterns: ["the week of @month .? @day"],
  takes: [["It is set for the week of March 6.", "the week of March 6", "2025-W10"]],
  refuses: ["The week of rain ended."],
  read: (match, scene) => {
    const [m, d] = [fact(match, "month") ?? 1, fact(match, "day") ?? 1];
    if (scene.today === null) return relative("DATE", "XXXX-WXX");
    const ahead = m > scene.today.m || (m === scene.today.m && d >= scene.today.d);
    const y = scene.tense(match) === "past" && ahead ? scene.today.y - 1 : scene.today.y;
    return relative("DATE", periodStep({ y, m, d }, "W", 0));
  },
};

export const periodRules: readonly TimeRule[] = [quarter, half, compared, latest, fiscalYear, theYear, weekend, weekOf];
