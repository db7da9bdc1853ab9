import type { Evaluated, Verdict } from "../floors/gate.js";
import type { Prediction } from "../prediction.js";
import type { Fault } from "../score/measure.js";
import type { KindResult, MeasureResult } from "../score/score.js";

/** All that a report is made of. */
export interface Report {
  readonly pipeline: string;
  /** sha256 of the model's weights; null without a model. */
  readonly model: string | null;
  readonly corpora: readonly EvaluatedCorpus[];
  /** Chief measures against their floors; empty without a baseline. */
  readonly verdicts: readonly Verdict[];
}

/** A corpus with its scores, and what they were reckoned from. */
export interface EvaluatedCorpus extends Evaluated {
  /** One for each of `articles`. */
  readonly predicted: readonly Prediction[];
}

/** 0.8312 as '0.831'. */
export const figure = (value: number | null): string => (value === null ? "" : value.toFixed(3));

/** A row of a table of scores, as texts. */
export interface ScoreRow {
  readonly corpus: string;
  readonly kind: string;
  readonly measure: string;
  readonly type: string;
  readonly precision: string;
  readonly recall: string;
  readonly score: string;
  readonly interval: string;
  readonly gold: string;
}

/** Measures as rows, kind by kind. */
export const scoreRows = ({ corpora }: Report): readonly ScoreRow[] =>
  corpora.flatMap(({ corpus, kinds }) =>
    kinds.flatMap(({ kind, measures }) =>
      measures.map((measure) => ({
        corpus,
        kind,
        measure: measure.name,
        type: measure.group,
        precision: figure(measure.precision),
        recall: figure(measure.recall),
        score: figure(measure.score),
        interval: `${figure(measure.interval[0])}–${figure(measure.interval[1])}`,
        gold: goldOf(measure),
      })),
    ),
  );

/** How many gold items a measure is over: the last of its counts, but for coreference, whose counts are of three scores. */
const goldOf = ({ sum }: MeasureResult): string => `${sum.length === 11 ? sum[3] : (sum.at(-1) ?? 0)}`;

/** How many faults of each class a kind has, most first. */
export function faultCounts({ faults }: KindResult): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const fault of faults) counts.set(fault.class, (counts.get(fault.class) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** A fault with others like it: the same class, types and words, which one rule or word would mend. */
export interface FaultGroup {
  /** {@link groupKey} of its faults. */
  readonly key: string;
  readonly class: string;
  readonly type: string;
  /** What gold marks, and what the prediction does, of an attribution the cue; empty where there is none. */
  readonly gold: string;
  readonly predicted: string;
  readonly note: string;
  readonly count: number;
  /** Sum of the faults' costs. */
  readonly cost: number;
  readonly articles: readonly string[];
}

const LONGEST = 80; // characters of a surface in a list

/** A cost as hundredths of the score, or 'points': 0.0012 is '0.12'. */
export const points = (cost: number): string => (100 * cost).toFixed(2);

/** What groups like faults: an attribution's cue, as contents never come twice; a claim's note; the words of all else. */
const likeness = (text: string, parts: Fault["gold"]): string => {
  const cue = parts.filter(({ role }) => role === "cue");
  if (cue.length > 0) return wordsOf(text, cue);
  if (parts.some(({ role }) => role === "content")) return "(no cue)";
  return parts.some(({ role }) => role === "claim") ? "" : wordsOf(text, parts);
};

/** What faults of one group share. */
export const groupKey = (text: string, fault: Fault): string =>
  JSON.stringify([
    fault.kind,
    fault.class,
    fault.type,
    likeness(text, fault.gold).toLowerCase(),
    likeness(text, fault.predicted).toLowerCase(),
    fault.note,
  ]);

/** The words of a fault's parts, on one line. */
export function wordsOf(text: string, parts: Fault["gold"]): string {
  const line = parts.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" … ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** A kind's faults in groups, costliest first. */
export function faultGroups({ articles, kinds }: EvaluatedCorpus, kind: KindResult): readonly FaultGroup[] {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const groups = new Map<string, FaultGroup>();
  for (const fault of kinds.includes(kind) ? kind.faults : []) {
    const id = kind.articles[fault.article]!;
    const text = texts.get(id)!;
    const [gold, predicted] = [likeness(text, fault.gold), likeness(text, fault.predicted)];
    const key = groupKey(text, fault);
    const known = groups.get(key);
    if (known === undefined) {
      const { type, note, cost } = fault;
      groups.set(key, { key, class: fault.class, type, gold, predicted, note, count: 1, cost, articles: [id] });
    } else {
      const ids = known.articles.includes(id) ? known.articles : [...known.articles, id];
      groups.set(key, { ...known, count: known.count + 1, cost: known.cost + fault.cost, articles: ids });
    }
  }
  return [...groups.values()].sort((a, b) => b.cost - a.cost);
}
