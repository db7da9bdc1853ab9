import type { TimeLexicons } from "../../lexicons/time-lexicons.js";
import type { Header } from "../../model/header.js";
import type { Report } from "../../model/problem.js";
import type { Sentence } from "../../model/sentence.js";
import type { TimeExpression } from "../../model/time-expression.js";
import type { Token } from "../../model/token.js";
import { writingOf } from "./anchor.js";
import { type Civil, parseDay } from "./calendar.js";
import { OPEN_DAY } from "./clock.js";
import { clockBefore } from "./direction.js";
import { expression, narrativeOf } from "./expression.js";
import type { Candidate } from "./grammar.js";
import { holidayCalendar, holidayEnds } from "./holidays.js";
import { type Told, withIntervals } from "./intervals.js";
import { isName, monthNamesakes } from "./names.js";
import type { Match } from "./pattern.js";
import { daysBetween } from "./reckon.js";
import type { Reading } from "./rule.js";
import type { Narrative, Scene } from "./scene.js";
import { type Governor, governorOf } from "./tense.js";
import { dayValue, instantsOf } from "./values.js";

interface StoryInput {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly header: Header;
  readonly lexicons: TimeLexicons;
  readonly report: Report;
}

/** Turns matches into time expressions, in text order, remembering what the article spoke of last. */
export interface Story {
  readonly scene: Scene;
  /** Reads the settled matches of one block. Reports values that lack an anchor. */
  tell(candidates: readonly Candidate[]): readonly TimeExpression[];
}

/** Starts at the head of an article; blocks are told in order. */
export function story(input: StoryInput): Story {
  const { lexicons } = input;
  const { anchor, today, clock } = writingOf(input.header);
  const governor = remembering(verbReader(input));
  let narrative: Narrative | null = null;
  let period: string | null = null;
  const namesakes = monthNamesakes(input.tokens, lexicons);
  const years = new Map<string, number>();
  const scene: Scene = {
    today,
    clock,
    anchor,
    holidays: holidayCalendar(lexicons),
    holidayEnd: holidayEnds(lexicons),
    governor,
    tense: (match: Match) => governor(match)?.tense ?? null,
    isName: (match: Match) => isName(match, lexicons.nameHeads, namesakes),
    lists: lexicons,
    years,
    get narrative() {
      return narrative;
    },
    get period() {
      return period;
    },
  };

  const tell = (candidates: readonly Candidate[]): readonly TimeExpression[] => {
    const told: Told[] = [];
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i]!;
      const reading = candidate.rule.read(candidate.match, scene);
      if (reading === null) continue;
      const day = isOpen(reading) ? dayAfter(candidates, i, scene) : null;
      const bound = isOpen(reading)
        ? bindDay(
            afternoon(reading, day?.isJoined === true && day.isLate),
            day?.day ?? null,
            isStamp(candidate.match, input.tokens) ? null : narrative,
            today,
          )
        : reading;
      const whole = day?.isJoined ? joined(candidate, candidates[++i]!) : candidate;
      const time = expression(whole, bound, scene);
      told.push({ time, match: whole.match });
      if (bound.from !== "none" && isUnresolved(time)) {
        input.report({
          rule: "time-without-anchor",
          message: unresolved(bound),
          span: { start: time.start, end: time.end },
        });
      }
      if (time.type !== "SET") narrative = narrativeOf(time.value) ?? narrative;
      remember(years, narrative, time, today);
      period = periodOf(candidate, reading, scene);
    }
    return withIntervals(told);
  };
  return { scene, tell };
}

/** Keeps the year of a month or day just named; of a month only within a year of the day of writing. */
function remember(
  years: Map<string, number>,
  narrative: Narrative | null,
  time: TimeExpression,
  today: Civil | null,
): void {
  if (narrative === null || narrative.value !== time.value) return;
  const { y, m, d } = narrative.day;
  if (narrative.grain === "day") years.set(`${m}-${d}`, y);
  const isNear = today !== null && Math.abs(daysBetween(today, narrative.day)) <= 366;
  if (isNear && (narrative.grain === "month" || narrative.grain === "day")) years.set(`${m}`, y);
}

/** Keeps the last answer: a rule asks for the verb of its match more than once. */
function remembering(read: (match: Match) => Governor | null): (match: Match) => Governor | null {
  let last: Match | null = null;
  let answer: Governor | null = null;
  return (match) => {
    if (match !== last) {
      answer = read(match);
      last = match;
    }
    return answer;
  };
}

/** Finds the sentence of a match and the verb it hangs on. A sentence never starts after 'a.m.' within a time. */
function verbReader({ tokens, sentences, lexicons }: StoryInput): (match: Match) => Governor | null {
  let cursor = 0;
  return (match) => {
    const first = match.cells[match.first - clockBefore(match)]!.token;
    const last = match.cells[match.end - 1]!.token;
    while (cursor > 0 && sentences[cursor]!.firstToken > first) cursor--;
    while (cursor + 1 < sentences.length && sentences[cursor]!.endToken <= first) cursor++;
    const sentence = sentences[cursor];
    const from = sentence?.firstToken ?? 0;
    const isBroken = first - from < 2 && /^[ap]\.m\.$/i.test(tokens[from - 1]?.text ?? "");
    const start = isBroken ? (sentences[cursor - 1]?.firstToken ?? from) : from;
    return governorOf(tokens, first, last + 1, start, sentence?.endToken ?? tokens.length, lexicons);
  };
}

const isOpen = (reading: Reading): boolean =>
  reading.value?.startsWith(`${OPEN_DAY}T`) === true && reading.type === "TIME";

const isUnresolved = ({ value, type }: TimeExpression): boolean =>
  type !== "SET" && (value === null || value.startsWith("XXXX-"));

const unresolved = (reading: Reading): string =>
  reading.from === "narrative"
    ? "needs a date named before it, and the article names none"
    : "needs a publication date or a dateline, and the article has none";

/** '2.05pm' at the head of a block: when an entry of a live blog was written. */
const isStamp = ({ cells, first }: Match, tokens: readonly Token[]): boolean => {
  const { token } = cells[first]!;
  return tokens[token - 1]?.block !== tokens[token]!.block;
};

const DAY_REACH = 5; // cells from a clock time to its day: '10:35 a.m. (0735 GMT) Friday', '6 p.m. on Friday'

/** The day named right after a clock time; joined to it when nothing but a comma stands between ('5 p.m. EST, Nov. 6'). */
function dayAfter(
  candidates: readonly Candidate[],
  i: number,
  scene: Scene,
): { day: Civil; isJoined: boolean; isLate: boolean } | null {
  const { match } = candidates[i]!;
  for (let k = i + 1; k < candidates.length; k++) {
    const other = candidates[k]!;
    const gap = match.cells.slice(match.end, other.match.first);
    if (gap.length > DAY_REACH || gap.some((cell) => cell.lower === ".")) return null;
    const value = other.rule.read(other.match, scene)?.value ?? "";
    const day = /^\d{4}-\d\d-\d\d(T[A-Z]{2})?$/.test(value) ? parseDay(value) : null;
    if (day !== null)
      return {
        day,
        isLate: /T(AF|EV|NI)$/.test(value),
        isJoined: k === i + 1 && (gap.length === 0 || (gap.length === 1 && gap[0]!.lower === ",")),
      };
  }
  return null;
}

/** '8:30 Friday night' is 20:30. */
function afternoon(reading: Reading, isLate: boolean): Reading {
  const hour = Number(reading.value?.slice(OPEN_DAY.length + 1, OPEN_DAY.length + 3));
  if (!isLate || !(hour < 12)) return reading;
  return { ...reading, value: `${OPEN_DAY}T${hour + 12}${reading.value?.slice(OPEN_DAY.length + 3)}` };
}

/** Puts a clock time on a day: the one named after it, else the one last named, else the day of writing. */
function bindDay(reading: Reading, day: Civil | null, narrative: Narrative | null, today: Civil | null): Reading {
  const isNarrated = day === null && narrative?.grain === "day";
  const on = day ?? (isNarrated ? narrative.day : today);
  const value = on === null ? reading.value : `${dayValue(on)}${reading.value?.slice(OPEN_DAY.length)}`;
  return { ...reading, value, from: isNarrated ? "narrative" : "published" };
}

const joined = (time: Candidate, day: Candidate): Candidate => ({
  ...time,
  match: { ...time.match, end: day.match.end },
});

/** The period a report speaks of now: the last quarter it named that is over or reported on, or the year once it sums up months. */
function periodOf({ rule, match }: Candidate, reading: Reading, scene: Scene): string | null {
  const { period, today } = scene;
  const value = reading.value ?? "";
  if (rule.name === "periods/third-quarter" || rule.name === "reports/the-latest-quarter") {
    const to = instantsOf(value)?.to;
    if (to === undefined) return period;
    return today === null || to <= dayValue(today) || scene.tense(match) === "past" ? value : period;
  }
  const isSum = reading.type === "DURATION" && /^P[69]M$/.test(value);
  return isSum && period !== null && today !== null ? String(today.y).padStart(4, "0") : period;
}
