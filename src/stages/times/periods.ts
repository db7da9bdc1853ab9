import { isValid, quarterOf } from "./calendar.js";
import { after, fact, has, type Match } from "./pattern.js";
import { durationValue, periodStep, yearOfPart } from "./reckon.js";
import { narrated, relative, stated, type TimeRule } from "./rule.js";
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
    ["It will cost $5 million this year, most of it in the second half.", "the second half", "2025-H2"],
  ],
  refuses: ["Smith scored in the second half.", "Half of it fell."],
  accepts: (match, scene) => isBusinessHalf(match, scene),
  read: (match, scene) => {
    const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
    const h = words.includes("first") ? 1 : 2;
    const y = year(match, scene);
    if (y !== null)
      return has(match, "year") && fact(match, "year") !== undefined
        ? stated("DATE", `${yearValue(y)}-H${h}`)
        : relative("DATE", `${yearValue(y)}-H${h}`);
    if (scene.today === null) return relative("DATE", `XXXX-H${h}`);
    if (isBesideYear(match) && scene.narrative !== null)
      return narrated("DATE", `${yearValue(scene.narrative.day.y)}-H${h}`);
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

/** A half of a year, not of a match: a year or a word of business stands beside it. */
const isBusinessHalf = (match: Match, scene: Scene): boolean =>
  isBesideYear(match) ||
  match.cells[match.end - 1]?.lower !== "half" ||
  scene.lists.businessNouns.has(after(match)?.lower ?? "") ||
  match.cells.slice(match.first, match.end).some((c) => c.lower === "year");

const monthsOfYear: TimeRule = {
  name: "periods/first-months-of",
  patterns: [
    "the? first|last|final @num @units=unit of @year",
    "the? first|last|final @num @units=unit of fiscal @year",
    "the? first|last|final @num @units=unit of last|this|next year",
  ],
  takes: [
    ["Sales fell in the first six months of 2024.", "the first six months of 2024", "2024-H1"],
    ["Sales fell in the last three months of last year.", "the last three months of last year", "2024-Q4"],
    ["Sales fell in the first two quarters of 2024.", "the first two quarters of 2024", "2024-H1"],
    ["Sales fell in the first nine months of 2024.", "the first nine months of 2024", "P9M"],
  ],
  refuses: ["The first nine men of 2024 left.", "The first 20 years of 2024 models."],
  accepts: (match) => ["M", "Q", "W", "D"].includes(fact(match, "units", "unit") ?? ""),
  read: (match, scene) => {
    const unit = fact(match, "units", "unit") ?? "M";
    const count = fact(match, "num") ?? Number.NaN;
    const months = unit === "Q" ? count * 3 : unit === "M" ? count : 0;
    const y = year(match, scene);
    const part = match.captures.get("first|last|final")?.lower === "first" ? 0 : 1;
    const value = months === 6 ? ["H1", "H2"][part] : months === 3 ? ["Q1", "Q4"][part] : undefined;
    if (y === null || value === undefined) return stated("DURATION", durationValue(count, unit));
    const from = fact(match, "year") === undefined ? "published" : "none";
    return { ...stated("DATE", `${yearValue(y)}-${value}`), from };
  },
};

const YEAR_REACH = 16; // cells before 'the second half' in which its sentence names the year

/** 'this year, most of it in the second half': its sentence names the year, or its first half, before. */
function isBesideYear({ cells, first }: Match): boolean {
  for (let i = first - 1; i >= Math.max(0, first - YEAR_REACH) && cells[i]!.lower !== "."; i--) {
    const { facts, lower } = cells[i]!;
    if (facts?.year !== undefined || (lower === "year" && cells[i - 1]?.facts?.deictic !== undefined)) return true;
  }
  return false;
}

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
  patterns: ["the week|weekend of @month .? @day", "the week|weekend of the? @day @month"],
  takes: [
    ["It is set for the week of March 6.", "the week of March 6", "2025-W10"],
    ["It returns the weekend of March 8.", "the weekend of March 8", "2025-W10-WE"],
  ],
  refuses: ["The week of rain ended."],
  read: (match, scene) => {
    const [m, d] = [fact(match, "month") ?? 1, fact(match, "day") ?? 1];
    if (scene.today === null || !isValid({ y: scene.today.y, m, d })) return relative("DATE", "XXXX-WXX");
    const ahead = m > scene.today.m || (m === scene.today.m && d >= scene.today.d);
    const y = scene.tense(match) === "past" && ahead ? scene.today.y - 1 : scene.today.y;
    return relative("DATE", periodStep({ y, m, d }, match.captures.get("week|weekend")?.facts?.unit ?? "W", 0));
  },
};

/** Quarters, halves, weekends, weeks of a day. */
export const periodRules: readonly TimeRule[] = [quarter, half, monthsOfYear, weekend, weekOf];
