import { after, before, type Match } from "./pattern.js";
import type { Scene } from "./scene.js";
import { isDeadline, type Tense } from "./tense.js";

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

const CLOCK_FACTS = ["ampm", "zone", "hour", "clock"] as const;

/** The word before an expression, a clock time before it skipped: 'until' in 'until 9 a.m. Tuesday'. */
function leadWord(match: Match): string {
  let back = 1;
  while (CLOCK_FACTS.some((name) => before(match, back)?.facts?.[name] !== undefined)) back++;
  return before(match, back)?.lower ?? "";
}

/** 'the Tuesday deadline', 'his late-November trip': part of a name for something. */
const isModifier = (match: Match): boolean =>
  after(match)?.pos === "NOUN" && ["DET", "ADJ", "PART", "PRON"].includes(before(match)?.pos ?? "");
