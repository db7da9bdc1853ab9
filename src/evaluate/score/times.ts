import { overlaps } from "../../model/span.js";
import { TIME_TYPES } from "../../model/time-expression.js";
import type { GoldTime } from "../gold/gold-article.js";
import { byPrecisionAndRecall, type Counts, type Measure, type RawFault, type Scored } from "./measure.js";
import type { Pair } from "./pair.js";

const NAMES = ["strict", "relaxed", "type", "value"] as const;

/** Values compare without the zone's Z, as TempEval-3's scorer does. */
const plain = (value: string | null): string => (value ?? "").trim().replace(/(?<!Z)Z+$/, "");

interface Match {
  readonly gold: GoldTime;
  readonly predicted: GoldTime;
}

/** Times by TempEval-3's measures: span, overlapping span, and type and value of those that overlap; score.py's `timex`. */
export function scoreTimes(pairs: readonly Pair<"times">[]): Scored {
  const groups = [
    "all",
    ...TIME_TYPES.filter((type) => pairs.some(({ gold }) => gold.some((time) => time.type === type))),
  ];
  const measures = groups.flatMap((group) => {
    const rows = pairs.map(({ gold, predicted }) =>
      group === "all" ? countTimes(gold, predicted) : countTimes(ofType(gold, group), ofType(predicted, group)),
    );
    return NAMES.filter((name) => group === "all" || name !== "type").map(
      (name): Measure => ({
        name,
        group,
        isChief: group === "all" && (name === "strict" || name === "value"),
        counts: rows.map((row) => row[name]),
        figures: byPrecisionAndRecall,
      }),
    );
  });
  const faults = pairs.flatMap(({ gold, predicted }, article) => faultsOf(gold, predicted, article));
  return { measures, faults };
}

const ofType = (times: readonly GoldTime[], type: string): readonly GoldTime[] =>
  times.filter((time) => time.type === type);

/** Each predicted time with the gold one of its very span, else the first that overlaps it. */
function matches(gold: readonly GoldTime[], predicted: readonly GoldTime[]): readonly Match[] {
  const used = new Set<GoldTime>();
  return [...predicted]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap((time) => {
      const free = gold.filter((other) => !used.has(other));
      const match =
        free.find(({ start, end }) => start === time.start && end === time.end) ??
        free.find((other) => overlaps(other, time));
      if (match === undefined) return [];
      used.add(match);
      return [{ gold: match, predicted: time }];
    });
}

const isExact = ({ gold, predicted }: Match): boolean => gold.start === predicted.start && gold.end === predicted.end;
const isTyped = ({ gold, predicted }: Match): boolean => gold.type === predicted.type;
const isValued = ({ gold, predicted }: Match): boolean => plain(gold.value) === plain(predicted.value);

function countTimes(gold: readonly GoldTime[], predicted: readonly GoldTime[]): Record<(typeof NAMES)[number], Counts> {
  const matched = matches(gold, predicted);
  const row = (hits: number): Counts => [hits, predicted.length, gold.length];
  return {
    strict: row(matched.filter(isExact).length),
    relaxed: row(matched.length),
    type: row(matched.filter(isTyped).length),
    value: row(matched.filter(isValued).length),
  };
}

const every = (counts: Counts): RawFault["mends"] => Object.fromEntries(NAMES.map((name) => [name, counts]));
const RIGHT: Counts = [1, 0, 0];

function faultsOf(gold: readonly GoldTime[], predicted: readonly GoldTime[], article: number): readonly RawFault[] {
  const matched = matches(gold, predicted);
  const part = (time: GoldTime) => [{ role: time.type, start: time.start, end: time.end }];
  const found = new Set(matched.map((match) => match.gold));
  const taken = new Set(matched.map((match) => match.predicted));
  const alone = ({ type, value }: GoldTime) => ({ article, type, gold: [], predicted: [], note: value ?? "no value" });
  const missed = gold
    .filter((time) => !found.has(time))
    .map((time): RawFault => ({ ...alone(time), class: "missed", gold: part(time), mends: every([1, 1, 0]) }));
  const spurious = predicted
    .filter((time) => !taken.has(time))
    .map((time): RawFault => ({ ...alone(time), class: "spurious", predicted: part(time), mends: every([0, -1, 0]) }));
  const wrong = matched.flatMap((match): readonly RawFault[] => {
    const both = { article, type: match.gold.type, gold: part(match.gold), predicted: part(match.predicted) };
    const faults: RawFault[] = [];
    if (!isExact(match)) faults.push({ ...both, class: "boundary", note: "", mends: { strict: RIGHT } });
    if (!isTyped(match)) {
      const note = `${match.predicted.type} for ${match.gold.type}`;
      faults.push({ ...both, class: "type", note, mends: { type: RIGHT } });
    }
    if (!isValued(match)) {
      const note = `${match.predicted.value ?? "none"} for ${match.gold.value ?? "none"}`;
      faults.push({ ...both, class: "wrong value", note, mends: { value: RIGHT } });
    }
    return faults;
  });
  return [...missed, ...wrong, ...spurious];
}
