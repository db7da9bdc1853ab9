import { after, before, fact, has, type Match } from "./pattern.js";
import { periodStep, yearOfMonth } from "./reckon.js";
import { narrated, relative, stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { monthValue, yearValue } from "./values.js";

/** Years, decades and centuries, and their ends. */

const LATEST_PLAIN = 2100; // a bare number above it is rather a count
const EARLIEST_PLAIN = 1900; // below it a year needs a preposition

const isCountOf = (match: Match): boolean => {
  const next = after(match);
  if (next === undefined) return false;
  return (
    next.lower === "%" ||
    next.lower === "percent" ||
    next.lower === "block" ||
    next.facts?.units !== undefined ||
    (next.pos === "NOUN" &&
      next.lower.endsWith("s") &&
      !["'s", "’s"].includes(next.lower) &&
      before(match)?.pos !== "DET")
  );
};

const barePlace = (match: Match, scene: Scene): boolean => {
  const y = fact(match, "year") ?? 0;
  const previous = before(match);
  if (y > LATEST_PLAIN || y < 1000) return false;
  if (previous !== undefined && scene.lists.numberLeads.has(previous.lower)) return false;
  if (previous?.lower === "-") return isHyphenLead(match) || before(match, 2)?.facts?.year !== undefined;
  if (previous !== undefined && previous.end === match.cells[match.first]!.start && /[a-z\d.,]$/.test(previous.lower))
    return false;
  if (has(match, "early") || has(match, "post|pre")) return true;
  const isLed = previous !== undefined && scene.lists.yearPrepositions.has(previous.lower);
  if (isLed)
    return (
      !(isCountOf(match) && y < EARLIEST_PLAIN) && !(isCountOf(match) && !["in", "since"].includes(previous.lower))
    );
  if (y < EARLIEST_PLAIN) return previous?.lower === "the" && !isCountOf(match);
  return !isCountOf(match);
};

/** 'post-1959', 'mid-1997', 'pre-2000'. */
const isHyphenLead = (match: Match): boolean =>
  ["post", "pre", "mid", "late", "early"].includes(before(match, 2)?.lower ?? "");

const bare: TimeRule = {
  name: "years/year",
  patterns: ["@early? -? @year", "post|pre - @year", "the year @year", "the @early @year"],
  takes: [
    ["He was elected in 2018.", "2018", "2018"],
    ["The 1990 invasion.", "1990", "1990"],
    ["It opens in early 1991.", "early 1991", "1991"],
  ],
  refuses: ["A car in the 1900 block.", "It cost $2018.", "Some 1200 people came.", "They walked 2000 miles."],
  accepts: barePlace,
  read: (match) => stated("DATE", yearValue(fact(match, "year") ?? 0), fact(match, "early")),
};

const shortEnd: TimeRule = {
  name: "years/range-end",
  patterns: ["@year -|/ < @num=to >", "@year ,? and|or|to < '|’ @num=to >"],
  takes: [
    ["The war of 1990-91 ended.", "91", "1991"],
    ["She scored 14 goals in 2024/25.", "25", "2025"],
    ["In the 1999-00 season they won.", "00", "2000"],
    ["He ran in 2020 and '24.", "'24", "2024"],
  ],
  refuses: ["He has 1990-200 to go."],
  accepts: (match) => {
    const to = match.captures.get("to")?.lower ?? "";
    return /^\d\d$/.test(to) && (fact(match, "year") ?? 2100) < 2100;
  },
  read: (match) => {
    const from = fact(match, "year") ?? 0;
    const to = fact(match, "num", "to") ?? 0;
    const isNextCentury = to === (from + 1) % 100 && to === 0;
    if (to <= from % 100 && !isNextCentury) return null;
    return stated("DATE", yearValue(from - (from % 100) + to + (isNextCentury ? 100 : 0)));
  },
};

const decade: TimeRule = {
  name: "years/decade",
  patterns: ["the? @early? -? @decade", "@early -? @decade", "the? @early? -? '|’ @decade"],
  takes: [
    ["It began in the 1990s.", "the 1990s", "199"],
    ["In the mid-1980s it grew.", "the mid-1980s", "198"],
    ["Disco ruled the late '70s.", "the late '70s", "197"],
  ],
  refuses: ["She is in her 30s.", "It was in the low 60s outside."],
  accepts: (match) => {
    const value = fact(match, "decade") ?? "";
    if (value.length === 3) return true;
    const word = match.captures.get("decade")?.lower ?? "";
    const isSpelled = !/\d/.test(word);
    return (
      has(match, "the") &&
      (isSpelled ||
        word.startsWith("'") ||
        word.startsWith("’") ||
        has(match, "'|’") ||
        (Number(value) >= 50 && has(match, "early")))
    );
  },
  read: (match, scene) => {
    const value = fact(match, "decade") ?? "";
    const mod = fact(match, "early");
    if (value.length === 3) return stated("DATE", value, mod);
    const tens = Math.floor(Number(value) / 10);
    const last = scene.today === null ? 199 : Math.floor(scene.today.y / 10);
    const full = 200 + tens <= last ? 200 + tens : 190 + tens;
    return { ...stated("DATE", String(full), mod), from: scene.today === null ? "none" : "published" };
  },
};

const century: TimeRule = {
  name: "years/century",
  patterns: ["the? @early? -? @ordinal -? century", "the? turn of the century"],
  takes: [
    ["It dates from the 19th century.", "the 19th century", "18"],
    ["A twentieth-century democrat.", "twentieth-century", "19"],
  ],
  refuses: ["He made a century."],
  accepts: (match) =>
    has(match, "ordinal") && (fact(match, "ordinal") ?? 0) >= 1 && (fact(match, "ordinal") ?? 0) <= 30,
  read: (match) => stated("DATE", String((fact(match, "ordinal") ?? 1) - 1).padStart(2, "0"), fact(match, "early")),
};

const edge: TimeRule = {
  name: "years/end-of",
  patterns: [
    "the? very? @edge of @year",
    "the? @edge of the|this|last|next @unit",
    "the? @edge of @month @year?",
    "the? @edge of the @decade",
    "@edge - @month @year?",
    "@edge - @year",
  ],
  takes: [
    ["It will close by the end of 1990.", "the end of 1990", "1990"],
    ["They met at the end of last month.", "the end of last month", "2025-01"],
    ["It opens at the end of November.", "the end of November", "2025-11"],
    ["Exports rose in the year to end-March 2024.", "end-March 2024", "2024-03"],
  ],
  refuses: ["The end of the road."],
  accepts: (match) => !["D", "H", "MIN", "S"].includes(fact(match, "unit") ?? "Y"),
  read: (match, scene) => {
    const mod = fact(match, "edge");
    const y = fact(match, "year");
    const m = fact(match, "month");
    if (m !== undefined && y !== undefined) return stated("DATE", monthValue(y, m), mod);
    if (y !== undefined) return stated("DATE", yearValue(y), mod);
    const value = fact(match, "decade");
    if (value !== undefined) return value.length === 3 ? stated("DATE", value, mod) : null;
    const { today } = scene;
    if (today === null) return relative("DATE", null, mod);
    if (m !== undefined) return relative("DATE", monthValue(yearOfMonth(today, m, scene.tense(match)), m), mod);
    const word = match.captures.get("the|this|last|next")?.lower;
    const step = word === "last" ? -1 : word === "next" ? 1 : 0;
    const unit = fact(match, "unit") ?? "Y";
    const isTold = (unit === "DE" || unit === "CE") && word === "the" && scene.narrative !== null;
    return isTold
      ? narrated("DATE", periodStep(scene.narrative.day, unit, 0), mod)
      : relative("DATE", periodStep(today, unit, step), mod);
  },
};

const yearEnd: TimeRule = {
  name: "years/year-end",
  patterns: ["year -? end", "year 's end", "yearend", "midyear", "mid - year", "the? last|this|next year - end"],
  takes: [["It will be done by year-end.", "year-end", "2025"]],
  refuses: ["The year ended well."],
  read: (match, scene) => {
    const mod = match.cells[match.first]?.lower.startsWith("mid") ? "MID" : "END";
    return relative("DATE", scene.today === null ? null : yearValue(scene.today.y), mod);
  },
};

/** Years, decades, centuries and their ends. */
export const yearRules: readonly TimeRule[] = [bare, shortEnd, decade, century, edge, yearEnd];
