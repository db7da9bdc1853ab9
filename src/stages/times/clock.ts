import { before, fact, has, type Match } from "./pattern.js";
import { type Reading, stated, type TimeRule } from "./rule.js";
import { clockValue } from "./values.js";

/** Clock times. A time without its own date keeps `XXXX-XX-XX`; the stage binds it to the day its sentence speaks of. */
export const OPEN_DAY = "XXXX-XX-XX";

const clock: TimeRule = {
  name: "clock/time",
  patterns: [
    "@clock @ampm? @zone?",
    "@hour|num=hour @ampm @zone?",
    "@hour o'clock|o’clock @ampm? @zone?",
    "@hour in the @part",
    "@hour at night",
    "@num=hour @zone",
    "@clock in the @part",
    "< @hour > to|and|-|-- @hour=until @ampm @zone?",
    "< @clock > to|and|-|-- @clock=until @ampm @zone?",
    "from @clock=begin to|until|- < @clock >",
  ],
  takes: [
    ["It began at 10:35 a.m. EST.", "10:35 a.m. EST", "2025-02-07T10:35"],
    ["It began at 6 p.m. in Rome.", "6 p.m.", "2025-02-07T18:00"],
    ["It is open from 9 to 11 a.m. today.", "9", "2025-02-07T09:00"],
    ["The raid came at 4 in the morning.", "4 in the morning", "2025-02-07T04:00"],
  ],
  refuses: ["They won 3:15 to 2:10 in extra play.", "Paul wrote Romans 8:15."],
  accepts: (match, { lists }) =>
    timeOf(match) !== null && (isMarked(match) || lists.clockLeads.has(before(match)?.lower ?? "")),
  read: (match) => open(match),
};

const noon: TimeRule = {
  name: "clock/noon",
  patterns: ["@noon @zone?"],
  takes: [["Polls close at noon.", "noon", "2025-02-07T12:00"]],
  refuses: ["The High Noon film ran.", "The midnight blue car."],
  accepts: (match) =>
    !(match.cells[match.first]?.isCapital && before(match)?.isCapital) &&
    match.cells[match.end]?.lower !== "blue" &&
    before(match)?.lower !== "high",
  read: (match) => ({
    ...stated("TIME", `${OPEN_DAY}${clockValue(fact(match, "noon") ?? 12, 0)}`),
    zone: fact(match, "zone"),
    from: "narrative",
  }),
};

/** Something besides the digits says that it is a time of day. */
const isMarked = (match: Match): boolean => match.end - match.first > 1 || has(match, "until");

/** Hour and minute of a match, on 24 hours; null when they make no time. */
export function timeOf(match: Match): { readonly h: number; readonly min: number } | null {
  const ampm = fact(match, "ampm") ?? partOf(match);
  const text = fact(match, "clock");
  const bare = fact(match, "hour") ?? fact(match, "num", "hour");
  const [hour, minute] = text !== undefined ? text.split(":").map(Number) : hourOf(match, bare);
  if (hour === undefined || minute === undefined || !Number.isInteger(hour) || minute > 59) return null;
  if (ampm === undefined) return hour <= 24 ? { h: hour, min: minute } : null;
  if (hour > 12) return hour < 24 ? { h: hour, min: minute } : null;
  return { h: (hour % 12) + (ampm === "pm" ? 12 : 0), min: minute };
}

/** '9' is an hour, '0735' with a zone four digits of military time, '9.30' with a.m. hour and minute. */
function hourOf(match: Match, bare: number | undefined): readonly [number?, number?] {
  const digits = match.captures.get("hour")?.lower ?? "";
  if (/^\d{4}$/.test(digits) && !has(match, "ampm")) return [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (/^\d{1,2}\.\d{2}$/.test(digits) && has(match, "ampm")) {
    return [Number(digits.split(".")[0]), Number(digits.split(".")[1])];
  }
  return bare === undefined || (has(match, "zone") && !has(match, "ampm") && !has(match, "o'clock|o’clock"))
    ? []
    : [bare, 0];
}

function partOf(match: Match): "am" | "pm" | undefined {
  const part = fact(match, "part");
  if (part !== undefined) return part === "MO" ? "am" : "pm";
  return has(match, "night") ? "pm" : undefined;
}

function open(match: Match): Reading | null {
  const time = timeOf(match);
  if (time === null) return null;
  return {
    ...stated("TIME", `${OPEN_DAY}${clockValue(time.h, time.min)}`),
    zone: fact(match, "zone"),
    from: "narrative",
  };
}

export const clockRules: readonly TimeRule[] = [clock, noon];
