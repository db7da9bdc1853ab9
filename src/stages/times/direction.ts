import { after, before, type Match } from "./pattern.js";
import type { Scene } from "./scene.js";
import { isDeadline, type Tense } from "./tense.js";

/**
 * Where a date lies: behind us after 'since' or as owner ('Wednesday's ruling'), ahead after 'by', 'ahead of', and before
 * things that are held by plan when the verb looks ahead ('will play in Friday's game'); else as the verb says.
 */
export function direction(match: Match, scene: Scene): Tense | null {
  const previous = leadWord(match);
  if (previous === "since" || (previous === "of" && before(match, 2)?.lower === "as")) return "past";
  if (previous === "of" && before(match, 2)?.lower === "ahead") return "future";
  const isOwner = ["'s", "’s"].includes(after(match)?.lower ?? "");
  if (isOwner || isModifier(match)) return isOwner && isOfComing(match, scene) ? "future" : null;
  const verb = scene.governor(match);
  if (isDeadline(previous) && !(verb?.tense === "past" && (verb.isNear || verb.isAfter))) return "future";
  if (previous === "before" && verb?.tense !== "past") return "future";
  if (previous === "for" && isAppointment(match)) return "future";
  if (verb === null || verb.tense === "present") return null;
  return verb.tense === "future" || verb.isNear ? verb.tense : null;
}

/** 'will attend Tuesday's service': a thing held by plan, under a verb that looks ahead. */
const isOfComing = (match: Match, scene: Scene): boolean =>
  [1, 2].some((on) => scene.lists.plannedEvents.has(after(match, on)?.lower ?? "")) && scene.tense(match) === "future";

/** 'called a vote for Sunday', 'booked it for Friday': a weekday after 'for' ends its clause and no sentence opens with it. */
const isAppointment = (match: Match): boolean =>
  match.captures.get("weekday") !== undefined &&
  ["NOUN", "PROPN", "PRON", "VERB"].includes(before(match, 2)?.pos ?? "") &&
  after(match)?.pos !== "NOUN";

const CLOCK_FACTS = ["ampm", "zone", "hour", "clock"] as const;

/** Number of cells of a clock time right before an expression: 2 for '9 a.m.' in 'until 9 a.m. Tuesday'. */
export function clockBefore(match: Match): number {
  let back = 0;
  while (CLOCK_FACTS.some((name) => before(match, back + 1)?.facts?.[name] !== undefined)) back++;
  return back;
}

/** The word before an expression, a clock time before it skipped: 'until' in 'until 9 a.m. Tuesday'. */
const leadWord = (match: Match): string => before(match, clockBefore(match) + 1)?.lower ?? "";

/** 'the Tuesday deadline', 'his late-November trip': part of a name for something. */
const isModifier = (match: Match): boolean =>
  after(match)?.pos === "NOUN" && ["DET", "ADJ", "PART", "PRON"].includes(before(match)?.pos ?? "");
