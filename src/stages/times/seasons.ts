import { after, before, fact, has, type Match } from "./pattern.js";
import { relative, stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { yearValue } from "./values.js";

/** Seasons of the year, northern. */

const FIRST_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

const ofYear: TimeRule = {
  name: "seasons/summer-of-1990",
  patterns: ["the? @early? -? @season of @year", "@early? @season @year", "the? @season of last|this|next year"],
  takes: [["It began in the summer of 1990.", "the summer of 1990", "1990-SU"]],
  refuses: ["The fall of 1200 trees."],
  accepts: (match) => (fact(match, "year") ?? 2000) >= 1500,
  read: (match, scene) => {
    const season = fact(match, "season") ?? "SU";
    const y = fact(match, "year");
    if (y !== undefined) return stated("DATE", `${yearValue(y)}-${season}`, fact(match, "early"));
    const step = match.captures.get("last|this|next")?.lower;
    const years = step === "last" ? -1 : step === "next" ? 1 : 0;
    return relative("DATE", scene.today === null ? null : `${yearValue(scene.today.y + years)}-${season}`);
  },
};

const placed: TimeRule = {
  name: "seasons/last-summer",
  patterns: [
    "earlier|later|early|late? last|this|next|past|coming @season",
    "the past|coming|last|next @season",
    "the? @early? @season",
    "the? @early - @season",
  ],
  takes: [
    ["He was shot last fall.", "last fall", "2024-FA"],
    ["It will open this summer.", "this summer", "2025-SU"],
    ["It will open next spring.", "next spring", "2026-SP"],
    ["It will open next fall.", "next fall", "2025-FA"],
    ["Demand fell in the summer.", "the summer", "2024-SU"],
  ],
  refuses: ["Prices fall.", "The fall of the wall.", "A spring in his step.", "They spring up."],
  accepts: isSeason,
  read: (match, scene) => {
    const season = fact(match, "season") ?? "SU";
    const mod = fact(match, "early");
    if (scene.today === null) return relative("DATE", `XXXX-${season}`, mod);
    return relative("DATE", `${yearValue(seasonYear(match, scene, season))}-${season}`, mod);
  },
};

function isSeason(match: Match): boolean {
  const cell = match.captures.get("season");
  if (cell === undefined || cell.pos === "VERB") return false;
  const lead = match.cells[match.first];
  if (lead !== cell && lead?.lower !== "the") return true;
  const next = after(match);
  if (next?.lower === "of" || (next?.lower === "in" && cell.lower === "fall")) return false;
  if (next !== undefined && next.pos === "NOUN" && lead !== cell) return false;
  if (lead?.lower === "the")
    return (
      [
        "in",
        "during",
        "by",
        "until",
        "into",
        "over",
        "through",
        "for",
        "since",
        "throughout",
        "of",
        "early",
        "late",
      ].includes(before(match)?.lower ?? "") || has(match, "early")
    );
  return ["in", "by", "until", "since", "through", "during"].includes(before(match)?.lower ?? "");
}

/** Year a season is spoken of: last is the latest one over or begun before, next the coming one, else by the verb. */
function seasonYear(match: Match, scene: Scene, season: string): number {
  const { y, m } = scene.today ?? { y: 2000, m: 1 };
  const start = FIRST_MONTH[season] ?? 1;
  const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
  const begun = season === "WI" ? (m === 12 ? y : y - 1) : m >= start ? y : y - 1;
  if (words.includes("this")) return season === "WI" && m <= 2 ? y - 1 : y;
  if (words.includes("last") || words.includes("past")) return isCurrent(m, start) ? begun - 1 : begun;
  if (words.includes("coming")) return begun + 1;
  if (words.includes("next")) return isSoon(m, start) ? begun + 2 : begun + 1;
  const tense = scene.tense(match);
  return tense === "future" && !isCurrent(m, start) ? begun + 1 : begun;
}

/** A season at most two months off is 'this' one: in February, 'next spring' is a year further on. */
const isSoon = (m: number, start: number): boolean => [1, 2].includes((start - m + 12) % 12);

const isCurrent = (m: number, start: number): boolean => (m - start + 12) % 12 < 3;

/** Seasons. */
export const seasonRules: readonly TimeRule[] = [ofYear, placed];
