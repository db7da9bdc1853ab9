import { after, before, fact, has, type Match } from "./pattern.js";
import { narrated, stated, type TimeRule } from "./rule.js";

/** Words for past, present and future without a date. */

const phrase: TimeRule = {
  name: "references/now",
  patterns: ["@ref"],
  takes: [
    ["He now lives in Rome.", "now", "PRESENT_REF"],
    ["She recently resigned.", "recently", "PAST_REF"],
    ["It will soon open.", "soon", "FUTURE_REF"],
  ],
  refuses: ["He came as soon as he could.", "He was soon freed.", "The lawyers of NOW sued."],
  accepts: (match, scene) => {
    const cell = match.captures.get("ref");
    if (cell?.lower === "long ago" && before(match)?.lower === "that") return false;
    if (cell?.lower === "recently" && before(match)?.lower === "as") return false;
    if (["previously", "recently"].includes(cell?.lower ?? "") && isInsideNoun(match)) return false;
    if (cell?.lower === "soon")
      return !["as", "too", "how"].includes(before(match)?.lower ?? "") && scene.tense(match) !== "past";
    return !(cell?.lower === "now" && cell.isCapital && /^[a-z]/.test(before(match)?.lower ?? ""));
  },
  read: (match) => stated("DATE", fact(match, "ref") ?? "PRESENT_REF"),
};

/** 'a previously announced plan', 'the recently passed law'. */
const isInsideNoun = (match: Match): boolean =>
  after(match)?.pos === "VERB" &&
  ["DET", "ADJ", "NOUN"].includes(before(match)?.pos ?? "") &&
  after(match)?.lower.endsWith("ed") === true;

const oneDay: TimeRule = {
  name: "references/one-day",
  patterns: ["one|some day"],
  takes: [["It will one day be free.", "one day", "FUTURE_REF"]],
  refuses: ["He stayed for one day.", "He left after one day."],
  accepts: (match, scene) => before(match)?.pos !== "ADP" && scene.tense(match) === "future",
  read: () => stated("DATE", "FUTURE_REF"),
};

const until: TimeRule = {
  name: "references/until-then",
  patterns: ["until|by < then >"],
  takes: [["On May 3, 2001, he left. Until then he taught.", "then", "2001-05-03"]],
  refuses: ["Then he left."],
  read: (_match, scene) => (scene.narrative === null ? null : narrated("DATE", scene.narrative.value)),
};

const adjective: TimeRule = {
  name: "references/current",
  patterns: ["@adjective"],
  takes: [
    ["The current law is weak.", "current", "PRESENT_REF"],
    ["A recent ruling upheld it.", "recent", "PAST_REF"],
  ],
  refuses: ["The current was strong.", "An electric current.", "The study in Current Ethology is new."],
  accepts: (match) => {
    const next = after(match);
    return (
      next !== undefined &&
      (next.pos === "NOUN" || next.pos === "PROPN" || next.pos === "ADJ") &&
      !(next.isCapital && match.cells[match.first]?.isCapital) &&
      before(match)?.lower !== "most"
    );
  },
  read: (match) => stated("DATE", fact(match, "adjective") ?? "PRESENT_REF"),
};

const recentUnits: TimeRule = {
  name: "references/recent-years",
  patterns: ["recent @units", "the? coming @units", "the? past @units", "past @units"],
  takes: [
    ["It grew in recent years.", "recent years", "PXY"],
    ["It will grow in coming months.", "coming months", "PXM"],
  ],
  refuses: ["The years were hard."],
  read: (match) => ({
    type: "DURATION",
    value: durationOf(fact(match, "units") ?? "Y"),
    mod: undefined,
    from: "published",
  }),
};

const durationOf = (unit: string): string => (["H", "MIN", "S"].includes(unit) ? `PTX${unit[0]}` : `PX${unit}`);

const thePast: TimeRule = {
  name: "references/the-past",
  patterns: ["in < the past >", "for|in|into|about|of < the future >"],
  takes: [["In the past it failed.", "the past", "PAST_REF"]],
  refuses: ["They went past it."],
  accepts: (match) => {
    const next = after(match);
    return (
      next === undefined ||
      (next.facts?.unit === undefined &&
        next.facts?.units === undefined &&
        next.facts?.num === undefined &&
        next.pos !== "NOUN")
    );
  },
  read: (match) => stated("DATE", has(match, "past") ? "PAST_REF" : "FUTURE_REF"),
};

/** What stands for no day of the calendar: now, recently, the future. */
export const referenceRules: readonly TimeRule[] = [recentUnits, phrase, oneDay, until, adjective, thePast];
