import { type Civil, isValid, shiftDays } from "./calendar.js";
import { direction } from "./direction.js";
import { before, fact, has, type Match } from "./pattern.js";
import { weekdayFrom, weekdayStep, yearOfDay } from "./reckon.js";
import { narrated, relative, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";
import { dayValue } from "./values.js";

/** Parts of a day: mornings, evenings, nights. */

const at = (day: Civil, part: string): string => `${dayValue(day)}T${part}`;

const partOfNamedDay: TimeRule = {
  name: "parts/friday-night",
  patterns: [
    "@early? -? last|next|this? @weekday ,? @early? @part",
    "@early? -? @relday @early? @part",
    "@early? mid? -? @part @relday",
    "the? @part of @weekday",
    "@weekday ,? @month .? @day @part",
    "@month .? @day @part",
    "@early @part @weekday",
    "the @part of @month .? @day",
  ],
  takes: [
    ["They met Wednesday night.", "Wednesday night", "2025-02-05TNI"],
    ["It fell yesterday afternoon.", "yesterday afternoon", "2025-02-06TAF"],
    ["He will speak tomorrow evening.", "tomorrow evening", "2025-02-08TEV"],
  ],
  refuses: ["Friday Night Lights is a film.", "The night was cold."],
  accepts: (match) => !isTitle(match),
  read: (match, scene) => {
    const part = fact(match, "part") ?? "DT";
    const mod = fact(match, "early");
    const { today } = scene;
    if (today === null)
      return relative(
        "TIME",
        has(match, "weekday") && !has(match, "month") ? `XXXX-WXX-${fact(match, "weekday")}T${part}` : null,
        mod,
      );
    const day = namedDay(match, scene, today);
    return day === null ? null : relative("TIME", at(day, part), mod);
  },
};

/** 'Friday Night Lights': capitals throughout make a title. */
const isTitle = (match: Match): boolean =>
  match.captures.get("part")?.isCapital === true && match.captures.has("weekday");

function namedDay(match: Match, scene: Scene, today: Civil): Civil | null {
  const m = fact(match, "month");
  const d = fact(match, "day");
  if (m !== undefined && d !== undefined) {
    const y = yearOfDay(today, m, d, direction(match, scene));
    return isValid({ y, m, d }) ? { y, m, d } : null;
  }
  const relday = fact(match, "relday");
  if (relday !== undefined) return shiftDays(today, relday);
  const weekday = fact(match, "weekday") ?? 1;
  const step = match.captures.get("last|next|this")?.lower;
  if (step === "last") return weekdayStep(today, weekday, -1);
  return step === "next" ? weekdayStep(today, weekday, 1) : weekdayFrom(today, weekday, direction(match, scene));
}

const thisPart: TimeRule = {
  name: "parts/this-morning",
  patterns: ["earlier|later|early|late? this @part", "earlier|later|late? tonight", "last night|evening"],
  takes: [
    ["She spoke this morning.", "this morning", "2025-02-07TMO"],
    ["They play tonight.", "tonight", "2025-02-07TNI"],
    ["It burned last night.", "last night", "2025-02-06TNI"],
  ],
  refuses: ["The morning was cold.", "The Tonight Show ran long."],
  accepts: (match) => !(match.cells[match.end - 1]?.isCapital === true && before(match)?.lower === "the"),
  read: (match, scene) => {
    const isLast = match.cells[match.first]?.lower === "last";
    const word = match.cells[match.end - 1];
    const part = word?.facts?.part ?? "NI";
    const lead = match.cells[match.first]?.lower ?? "";
    const mod =
      lead === "earlier" || lead === "early" ? "START" : lead === "later" || lead === "late" ? "END" : undefined;
    if (scene.today === null) return relative("TIME", null, mod);
    return relative("TIME", at(shiftDays(scene.today, isLast ? -1 : 0), part), mod);
  },
};

const thatPart: TimeRule = {
  name: "parts/that-night",
  patterns: ["that same? @part", "the same|next|following|previous @part"],
  takes: [["On May 3, 2001, he left. The next morning he called.", "The next morning", "2001-05-04TMO"]],
  refuses: ["He said that mornings are cold."],
  read: (match, scene) => {
    const origin = scene.narrative?.grain === "day" ? scene.narrative.day : null;
    const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
    const step = words.includes("next") || words.includes("following") ? 1 : words.includes("previous") ? -1 : 0;
    return narrated("TIME", origin === null ? null : at(shiftDays(origin, step), fact(match, "part") ?? "DT"));
  },
};

/** Parts of a day. */
export const partRules: readonly TimeRule[] = [partOfNamedDay, thisPart, thatPart];
