import { quarterOf, shiftMonths } from "./calendar.js";
import { after, before, fact, has, type Match } from "./pattern.js";
import { periodStep, quarterStep } from "./reckon.js";
import { yearBefore } from "./relative.js";
import { narrated, type Reading, relative, stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { quarterValue, yearValue } from "./values.js";

/** The periods that company reports speak of: the latest, the one a year earlier, the fiscal year. */

const compared: TimeRule = {
  name: "reports/year-earlier",
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
    const period = scene.period ?? periodAtHand(match, scene);
    if (period === null) return narrated("DATE", null);
    if (stated !== undefined) return narrated("DATE", `${yearValue(stated)}${period.slice(4)}`);
    return narrated("DATE", yearBefore(period));
  },
};

/** Without a report's period: the quarter just named, the last one over, or this year. */
function periodAtHand(match: Match, { narrative, today }: Scene): string | null {
  if (narrative?.grain === "quarter") return narrative.value;
  if (today === null) return null;
  return match.cells[match.end - 1]?.lower === "quarter" ? quarterStep(today, -1) : yearValue(today.y);
}

const latest: TimeRule = {
  name: "reports/the-latest-quarter",
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
    ["In the quarter ended July 31 it lost money.", "the quarter", "2024-Q2"],
    ["In the quarter ended Sept. 30 it lost money.", "the quarter", "2024-Q3"],
  ],
  refuses: ["The Latin Quarter is old."],
  accepts: (match) => match.cells[match.end - 1]?.isCapital === false && !(match.cells[match.first]?.lower === "their"),
  read: (match, scene) => {
    const ended = endedMonth(match);
    if (ended !== null && scene.today !== null) {
      const y = ended.y ?? (ended.m <= scene.today.m ? scene.today.y : scene.today.y - 1);
      const middle = shiftMonths({ y, m: ended.m, d: 1 }, ended.isEarly ? -2 : -1);
      return relative("DATE", quarterValue(middle.y, quarterOf(middle.m)));
    }
    if (match.cells[match.first]?.lower === "this")
      return relative("DATE", scene.today === null ? null : quarterStep(scene.today, 0));
    if (scene.period?.includes("-Q")) return narrated("DATE", scene.period);
    return relative("DATE", scene.today === null ? null : quarterStep(scene.today, -1));
  },
};

/** Month in which a quarter ended, whether early in it, and the year when given. */
interface QuarterEnd {
  readonly m: number;
  readonly isEarly: boolean;
  readonly y: number | undefined;
}

/** The end of 'quarter ended July 31'. Such a quarter is named after the month in its middle: most of it lies in that one's. */
function endedMonth(match: Match): QuarterEnd | null {
  if (!["ended", "ending"].includes(after(match)?.lower ?? "")) return null;
  const at = ["in", "on"].includes(after(match, 1)?.lower ?? "") ? 2 : 1;
  const m = after(match, at)?.facts?.month;
  if (m === undefined) return null;
  const y = [1, 2, 3, 4].map((k) => after(match, at + k)?.facts?.year).find((n) => n !== undefined);
  const day = [1, 2].map((k) => after(match, at + k)?.facts?.day).find((n) => n !== undefined);
  return { m, isEarly: day !== undefined && day <= 15, y };
}

const fiscalYear: TimeRule = {
  name: "reports/fiscal-year",
  patterns: ["fiscal year? @year", "fy -? @year", "fy -? @num=short"],
  takes: [
    ["In fiscal 1989 it earned more.", "fiscal 1989", "1989"],
    ["Sales for FY25 were flat.", "FY25", "2025"],
  ],
  refuses: ["Fiscal policy tightened.", "The FY 250 model sold."],
  accepts: (match) => !has(match, "short") || /^\d\d$/.test(match.captures.get("short")?.lower ?? ""),
  read: (match) => stated("DATE", yearValue(fact(match, "year") ?? 2000 + (fact(match, "num", "short") ?? 0))),
};

const theYear: TimeRule = {
  name: "reports/the-year",
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

/** Periods that companies report on. */
export const reportRules: readonly TimeRule[] = [compared, latest, fiscalYear, theYear];
