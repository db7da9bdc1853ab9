import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import type { Change } from "./change.js";
import { changesOf } from "./changes-of.js";
import { type Pair, pairItems, placeOf, shareOf } from "./pair-items.js";
import { field, fieldOfSpans, oneLine, plainFields, type Readings } from "./reading.js";

type Time = KnowledgeFile["times"][number];

/** Pairs time expressions that overlap, best first. */
export function pairTimes({ old, now, alignment }: Readings): readonly Pair[] {
  const item = (time: Time, span: Span | null, isLoose: boolean) => ({
    span,
    isLoose,
    place: placeOf([[span]]),
    words: oneLine(time.text),
  });
  const placed = old.times.map((time) => alignment.toNew(time));
  return pairItems(
    old.times.map((time, i) => item(time, placed[i]!, placed[i] === null)),
    now.times.map((time) => item(time, time, !alignment.isKept(time))),
    (i, j) => shareOf([placed[i]!], [now.times[j]!]),
  );
}

/** What became of the dates and times: lost, gained, another value, type, anchor or bounds. */
export function compareTimes(readings: Readings, pairs: readonly Pair[]): readonly Change[] {
  return changesOf("times", readings, pairs, {
    told: (time) => ({
      id: time.id,
      label: `${oneLine(time.text)} = ${time.value ?? "no value"}`,
      extent: time,
    }),
    fields: (old, now) => [
      ...field("value", old.value, now.value),
      ...fieldOfSpans("words", [old], [now], readings.alignment),
      ...plainFields(old, now, readings, ["value"]),
      ...field("anchor", anchorOf(old), anchorOf(now)),
      ...field("interval", intervalOf(old), intervalOf(now)),
    ],
  });
}

const anchorOf = ({ anchor }: Time): string =>
  anchor.value === undefined ? anchor.kind : `${anchor.kind} ${anchor.value}`;

const intervalOf = ({ interval }: Time): string | null =>
  interval === undefined ? null : `${interval.role} of ${interval.from} to ${interval.to}`;
