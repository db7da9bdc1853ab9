import { ENTITY_TYPES, type EntityType } from "../../model/mention.js";
import { overlaps } from "../../model/span.js";
import type { GoldName } from "../gold/gold-article.js";
import {
  byPrecisionAndRecall,
  type Counts,
  type FaultClass,
  type Measure,
  type RawFault,
  type Scored,
} from "./measure.js";
import type { Pair } from "./pair.js";

/** Types whose sum is `all`: what the shared corpora's score counts. `other` has a row of its own where gold has any. */
const COUNTED: readonly EntityType[] = ["person", "organization", "place"];

const keyOf = ({ start, end, type }: GoldName): string => `${start} ${end} ${type}`;

/** Names by exact span and type (`strict`), and by type and overlap; score.py's `ner`. */
export function scoreNames(pairs: readonly Pair<"names">[]): Scored {
  const types = ENTITY_TYPES.filter(
    (type) => COUNTED.includes(type) || pairs.some(({ gold }) => gold.some((name) => name.type === type)),
  );
  const groups: readonly (readonly [string, readonly EntityType[]])[] = [
    ["all", COUNTED],
    ...types.map((type): [string, readonly EntityType[]] => [type, [type]]),
  ];
  const measures = groups.flatMap(([group, counted]): readonly Measure[] => {
    const rows = pairs.map(({ gold, predicted }) => countNames(pick(gold, counted), pick(predicted, counted)));
    return [
      measure(
        "strict",
        group,
        rows.map(({ strict }) => strict),
      ),
      measure(
        "overlap",
        group,
        rows.map(({ overlap }) => overlap),
      ),
    ];
  });
  const faults = pairs.flatMap(({ gold, predicted }, article) =>
    faultsOf(pick(gold, types), pick(predicted, types), article),
  );
  return { measures, faults };
}

const measure = (name: string, group: string, counts: readonly Counts[]): Measure => ({
  name,
  group,
  isChief: group === "all" && name === "strict",
  counts,
  figures: byPrecisionAndRecall,
});

/** Names of some types, each once, in text order. */
const pick = (names: readonly GoldName[], types: readonly EntityType[]): readonly GoldName[] =>
  [...new Map(names.filter(({ type }) => types.includes(type)).map((name) => [keyOf(name), name])).values()].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );

function countNames(
  gold: readonly GoldName[],
  predicted: readonly GoldName[],
): Readonly<Record<string, Counts>> & {
  readonly strict: Counts;
  readonly overlap: Counts;
} {
  const keys = new Set(gold.map(keyOf));
  const used = new Set<GoldName>();
  for (const name of predicted) {
    const match = gold.find((other) => !used.has(other) && other.type === name.type && overlaps(other, name));
    if (match) used.add(match);
  }
  const exact = predicted.filter((name) => keys.has(keyOf(name))).length;
  return {
    strict: [exact, predicted.length, gold.length],
    overlap: [used.size, predicted.length, gold.length],
  };
}

/** What mending adds to hits, predicted and gold. */
const FOUND: Counts = [1, 1, 0];
const DROPPED: Counts = [0, -1, 0];
const RIGHT: Counts = [1, 0, 0];

function faultsOf(gold: readonly GoldName[], predicted: readonly GoldName[], article: number): readonly RawFault[] {
  const goldKeys = new Set(gold.map(keyOf));
  const predictedKeys = new Set(predicted.map(keyOf));
  const open = new Set(predicted.filter((name) => !goldKeys.has(keyOf(name))));
  const part = (name: GoldName) => [{ role: name.type, start: name.start, end: name.end }];
  const faults: RawFault[] = [];
  for (const name of gold.filter((one) => !predictedKeys.has(keyOf(one)))) {
    const match =
      [...open].find(({ start, end }) => start === name.start && end === name.end) ??
      [...open].find((other) => other.type === name.type && overlaps(other, name)) ??
      [...open].find((other) => overlaps(other, name));
    if (match) open.delete(match);
    const isSameSpan = match?.start === name.start && match.end === name.end;
    const isType = match !== undefined && match.type !== name.type;
    const faultClass: FaultClass = match === undefined ? "missed" : isSameSpan || isType ? "type" : "boundary";
    const mends: RawFault["mends"] =
      match === undefined
        ? { strict: FOUND, overlap: FOUND }
        : isType
          ? { strict: RIGHT, overlap: RIGHT }
          : { strict: RIGHT };
    faults.push({
      article,
      class: faultClass,
      type: name.type,
      gold: part(name),
      predicted: match ? part(match) : [],
      note: isType ? `${match.type} for ${name.type}` : "",
      mends,
    });
  }
  for (const name of open) {
    faults.push({
      article,
      class: "spurious",
      type: name.type,
      gold: [],
      predicted: part(name),
      note: "",
      mends: { strict: DROPPED, overlap: DROPPED },
    });
  }
  return faults;
}
