import { after, before, fact, has, type Match } from "./pattern.js";
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
    "< @num=hour > local time",
    "< @num=hour > on the? @day of? @month",
    "half -? past @num=hour",
    "a? quarter past|to @num=hour",
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
    ["It was broken at 0600 local time.", "0600", "2025-02-07T06:00"],
    ["It stopped at 21.10 local time.", "21.10", "2025-02-07T21:10"],
    ["It opens at 10.00 on 15 August 2025.", "10.00", "2025-08-15T10:00"],
    ["The bell rang at half-past nine.", "half-past nine", "2025-02-07T09:30"],
    ["It stopped at a quarter to ten.", "a quarter to ten", "2025-02-07T09:45"],
    ["Published 06:00, 9 January 2025.", "06:00, 9 January 2025", "2025-01-09T06:00"],
  ],
  refuses: [
    "It fell by a quarter to ten million.",
    "A quarter to 2019 was lost.",
    "They won 3:15 to 2:10 in extra play.",
    "Paul wrote Romans 8:15.",
  ],
  accepts: (match, { lists }) =>
    timeOf(match) !== null && (isMarked(match) || lists.clockLeads.has(before(match)?.lower ?? "") || leadsDate(match)),
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
const isMarked = (match: Match): boolean => match.end - match.first > 1 || has(match, "until") || isPlaced(match);

/** '0600 local time', '10.00 on 15 August': what follows makes a number a time of day. */
const isPlaced = (match: Match): boolean => has(match, "local") || has(match, "on");

/** '06:00, 9 January 2025': a date right after it. */
const leadsDate = (match: Match): boolean =>
  has(match, "clock") &&
  after(match)?.lower === "," &&
  (after(match, 1)?.facts?.month ?? after(match, 2)?.facts?.month ?? after(match, 1)?.facts?.weekday) !== undefined;

/** Hour and minute of a match, on 24 hours; null when they make no time. */
function timeOf(match: Match): { readonly h: number; readonly min: number } | null {
  const ampm = fact(match, "ampm") ?? partOf(match);
  if (has(match, "quarter") || has(match, "half")) return besideHour(match, ampm);
  const text = fact(match, "clock");
  const bare = fact(match, "hour") ?? fact(match, "num", "hour");
  const [hour, minute] = text !== undefined ? text.split(":").map(Number) : hourOf(match, bare);
  if (hour === undefined || minute === undefined || !Number.isInteger(hour) || minute > 59) return null;
  if (ampm === undefined) return hour <= 24 ? { h: hour, min: minute } : null;
  if (hour > 12) return hour < 24 ? { h: hour, min: minute } : null;
  return { h: (hour % 12) + (ampm === "pm" ? 12 : 0), min: minute };
}

/** 'half past nine', 'a quarter to ten'. */
function besideHour(match: Match, ampm: "am" | "pm" | undefined): { readonly h: number; readonly min: number } | null {
  const hour = fact(match, "num", "hour") ?? 0;
  const next = match.cells[match.end];
  if (!(hour >= 1 && hour <= 12) || next?.pos === "NOUN" || next?.facts?.num !== undefined) return null;
  const h = (hour % 12) + (ampm === "pm" || hour === 12 ? 12 : 0);
  if (has(match, "half")) return { h, min: 30 };
  return match.captures.get("past|to")?.lower === "to" ? { h: (h + 23) % 24, min: 45 } : { h, min: 15 };
}

/** 'at 10.30 on 15 August'; other figures before a date are rather prices: 'closed at 9.72 on 15 August'. */
const QUARTERS = /^\d{1,2}\.(?:00|15|30|45)$/;

/** '9' is an hour, '0735' with a zone four digits of military time, '9.30' with a.m. hour and minute. */
function hourOf(match: Match, bare: number | undefined): readonly [number?, number?] {
  const digits = match.captures.get("hour")?.lower ?? "";
  if (has(match, "on") && !QUARTERS.test(digits)) return [];
  if (/^\d{4}$/.test(digits) && !has(match, "ampm")) return [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (/^\d{1,2}\.\d{2}$/.test(digits) && (has(match, "ampm") || isPlaced(match))) {
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

/** Times of day. */
export const clockRules: readonly TimeRule[] = [clock, noon];
