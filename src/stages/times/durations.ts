import { after, before, fact, has, type Match } from "./pattern.js";
import { durationValue } from "./reckon.js";
import { stated, type TimeRule } from "./rule.js";
import type { Scene } from "./scene.js";

/** Lengths of time. */

const unitOf = (match: Match): string => fact(match, "unit") ?? fact(match, "units", "unit") ?? "Y";

/** '6-year-old': an age, no time. */
const isAge = (match: Match): boolean => {
  const next = after(match)?.lower;
  return (
    next === "old" ||
    next === "olds" ||
    ((next === "-" || next === "of") && ["old", "olds", "age"].includes(after(match, 1)?.lower ?? ""))
  );
};

const isMoney = (match: Match): boolean => ["$", "£", "€", "¥", "#"].includes(before(match)?.lower ?? "");

const counted: TimeRule = {
  name: "durations/counted",
  patterns: [
    "@amount? @num -? @unit|units=unit",
    "@amount? @num more|additional|full|consecutive|straight|trading|business|working|calendar|long @unit|units=unit",
    "@amount? another @num @unit|units=unit",
  ],
  takes: [
    ["She waited four hours.", "four hours", "PT4H"],
    ["After a 16-hour flight he slept.", "16-hour", "PT16H"],
    ["It took nearly two and a half years.", "nearly two and a half years", "P2Y6M"],
    ["It lasted a few days.", "a few days", "PXD"],
  ],
  refuses: ["A 6-year-old boy fell.", "He is 40 years old.", "It cost $5 a second."],
  accepts: (match) => !isAge(match) && !isMoney(match) && !isOrdinalSecond(match) && !isRound(match) && !isTitle(match),
  read: (match) =>
    stated("DURATION", durationValue(fact(match, "num") ?? Number.NaN, unitOf(match)), fact(match, "amount")),
};

/** '5 second-half goals': second as an ordinal. */
const isOrdinalSecond = (match: Match): boolean =>
  match.captures.get("unit")?.lower === "second" && after(match)?.lower === "-" && has(match, "num");

/** '60 Minutes': a programme. */
const isTitle = (match: Match): boolean =>
  match.cells[match.end - 1]?.isCapital === true && /^\d/.test(match.captures.get("num")?.lower ?? "");

/** 'three-quarters of it': a fraction; '24 hours a day': always. */
const isRound = (match: Match): boolean =>
  (unitOf(match) === "Q" && after(match)?.lower === "of") ||
  (after(match)?.lower === "a" && after(match, 1)?.facts?.unit !== undefined);

const between: TimeRule = {
  name: "durations/between",
  patterns: [
    "@amount? @num to|or|-|-- @num=to -? @unit|units=unit",
    "a|an|one @unit or two|so|more",
    "the? last|past|next? @num @units=unit or so|more",
    "the next|past|last @unit or so|two",
  ],
  takes: [
    ["It takes two to three weeks.", "two to three weeks", "P2W"],
    ["In a year or two it ends.", "a year or two", "P1Y"],
  ],
  refuses: ["One or two men left.", "A 5-to-6-year-old boy fell."],
  accepts: (match) => !isAge(match) && !isMoney(match),
  read: (match) =>
    stated(
      "DURATION",
      durationValue(fact(match, "num") ?? 1, unitOf(match)),
      has(match, "to") ? "EQUAL_OR_MORE" : "APPROX",
    ),
};

const single: TimeRule = {
  name: "durations/a-unit",
  patterns: [
    "@amount? a|an @unit",
    "@amount? another|half|whole|full a|an? @unit",
    "@amount? a full|whole|further|half -? @unit",
    "@amount? half - @unit",
    "@amount? a|an|one @unit and a half",
  ],
  takes: [
    ["He lived there for a month.", "a month", "P1M"],
    ["It ran for more than a decade.", "more than a decade", "P10Y"],
    ["In half an hour it was over.", "half an hour", "PT30M"],
    ["She called a day after the crash.", "a day", "P1D"],
  ],
  refuses: ["A second man fell.", "A year-old boy fell.", "The deal adds $33 million a year."],
  accepts: (match, scene) =>
    !isAge(match) &&
    !isAmountOnly(match) &&
    (has(match, "amount") || followsDurationWord(match, scene)) &&
    unitOf(match) !== "WE" &&
    after(match)?.lower !== "ago",
  read: (match) => {
    const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
    return stated(
      "DURATION",
      durationValue(words.includes("and") ? 1.5 : words.includes("half") ? 0.5 : 1, unitOf(match)),
      fact(match, "amount"),
    );
  },
};

const isAmountOnly = (match: Match): boolean => unitOf(match) === "S" && after(match)?.pos === "NOUN";

/** 'for a month', 'took a year': not the rate in 'millions a year'. */
const followsDurationWord = (match: Match, scene: Scene): boolean => {
  const previous = before(match)?.lower ?? "";
  return (
    scene.lists.durationLeads.has(previous) ||
    ["another", "half"].includes(match.cells[match.first]?.lower ?? "") ||
    ["before", "after"].includes(after(match)?.lower ?? "")
  );
};

const recentStretch: TimeRule = {
  name: "durations/last-years",
  patterns: [
    "the? @deictic @num -? @unit|units=unit",
    "the? first|final|latest @num -? @unit|units=unit",
    "the? @deictic @num to|or|- @num=to @units=unit",
    "these|those @num @units=unit",
    "@num past|last @units=unit",
  ],
  takes: [
    ["Output fell in the last four years.", "the last four years", "P4Y"],
    ["In the first nine months it rose.", "the first nine months", "P9M"],
    ["Over the past several weeks it fell.", "the past several weeks", "PXW"],
    ["The next 24 to 48 hours will tell.", "The next 24 to 48 hours", "PT24H"],
  ],
  refuses: ["The last four men left.", "The trial is expected to last two weeks.", "They beat this 6-year-old boy."],
  accepts: (match) => !isAge(match) && !isVerbLast(match),
  read: (match) =>
    stated(
      "DURATION",
      durationValue(fact(match, "num") ?? 1, unitOf(match)),
      has(match, "to") ? "EQUAL_OR_MORE" : undefined,
    ),
};

/** 'to last two weeks': last as a verb. */
const isVerbLast = (match: Match): boolean =>
  match.cells[match.first]?.lower === "last" &&
  (before(match)?.lower === "to" || ["AUX", "PART", "ADV"].includes(before(match)?.pos ?? ""));

const seasons: TimeRule = {
  name: "durations/winters",
  patterns: ["the? @deictic @num @seasons", "@amount? @num @seasons"],
  takes: [
    ["Ice thinned over the past three winters.", "the past three winters", "P3Y"],
    ["She fed the birds through 60 winters.", "60 winters", "P60Y"],
  ],
  refuses: ["He had two falls.", "It has six springs."],
  accepts: (match) => has(match, "deictic") || ["SU", "WI"].includes(fact(match, "seasons") ?? ""),
  read: (match) => stated("DURATION", durationValue(fact(match, "num") ?? 1, "Y"), fact(match, "amount")),
};

const theCounted: TimeRule = {
  name: "durations/the-months",
  patterns: ["the @num @units=unit", "a @num - @unit period"],
  takes: [
    ["Profit for the nine months rose.", "the nine months", "P9M"],
    ["Over a three-year period it fell.", "a three-year period", "P3Y"],
  ],
  refuses: ["The nine men left."],
  accepts: (match) => !isAge(match),
  read: (match) => stated("DURATION", durationValue(fact(match, "num") ?? 1, unitOf(match))),
};

const vague: TimeRule = {
  name: "durations/years",
  patterns: [
    "for|in|within|of|after|over|take|takes|took|spent < @units=unit >",
    "< @units=unit > - long|old",
    "< @unit - long >",
    "for < some time >",
    "for < a while >",
  ],
  takes: [
    ["They fought for years.", "years", "PXY"],
    ["A day-long meeting.", "day-long", "P1D"],
  ],
  refuses: ["Years are long.", "It is of the years after."],
  accepts: (match) =>
    !["seconds", "minutes"].includes(match.cells[match.first]?.lower ?? "") || before(match)?.lower !== "of",
  read: (match) => {
    if (has(match, "time") || has(match, "while")) return stated("DURATION", "PX");
    return stated("DURATION", durationValue(has(match, "long") ? 1 : Number.NaN, unitOf(match)));
  },
};

/** How long something takes. */
export const durationRules: readonly TimeRule[] = [between, counted, single, recentStretch, seasons, theCounted, vague];
