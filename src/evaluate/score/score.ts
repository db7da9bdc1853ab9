import { type GoldArticle, KINDS, type Kind } from "../gold/gold-article.js";
import type { Prediction } from "../prediction.js";
import { scoreAttribution } from "./attribution.js";
import { type Interval, intervalOf, resamples } from "./bootstrap.js";
import { scoreClaims } from "./claims.js";
import { scoreCoreference } from "./coreference.js";
import { type Fault, type Figures, type Measure, priced, type Scored, total } from "./measure.js";
import { scoreNames } from "./names.js";
import type { Pair } from "./pair.js";
import { scoreTimes } from "./times.js";

/** An article with what a human and a pipeline say of it. */
export interface Judged {
  readonly gold: GoldArticle;
  readonly predicted: Prediction;
}

/** A measure with its figures over all articles. */
export interface MeasureResult extends Measure, Figures {
  /** 95 % interval of the score when articles are drawn anew. */
  readonly interval: Interval;
  /** Sum of the counts. */
  readonly sum: readonly number[];
}

/** One kind's scores over the articles that have gold for it. */
export interface KindResult {
  readonly kind: Kind;
  /** Ids of the articles, in the order of counts and faults. */
  readonly articles: readonly string[];
  readonly measures: readonly MeasureResult[];
  /** Costliest first; of equal ones those in earlier articles and places first. */
  readonly faults: readonly Fault[];
}

const SCORERS: { readonly [K in Kind]: (pairs: readonly Pair<K>[]) => Scored } = {
  names: scoreNames,
  times: scoreTimes,
  attribution: scoreAttribution,
  coreference: scoreCoreference,
  claims: scoreClaims,
};

/** Scores every wanted kind that the gold has. Same input, same result: intervals come of a fixed seed. */
export function score(judged: readonly Judged[], kinds: readonly Kind[] = KINDS): readonly KindResult[] {
  return KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => {
    const articles = judged.filter(({ gold }) => gold[kind] !== undefined);
    return articles.length === 0 ? [] : [scoreKind(kind, articles)];
  });
}

function scoreKind<K extends Kind>(kind: K, judged: readonly Judged[]): KindResult {
  const pairs = judged.map(({ gold, predicted }) => ({
    text: gold.text,
    gold: gold[kind],
    predicted: predicted[kind],
  })) as unknown as readonly Pair<K>[];
  const scored = SCORERS[kind](pairs);
  const draws = resamples(judged.length);
  const measures = scored.measures.map((measure): MeasureResult => {
    const sum = total(measure.counts);
    return { ...measure, ...measure.figures(sum), sum, interval: intervalOf(measure, draws) };
  });
  const faults = [...priced(kind, scored)].sort((a, b) => b.cost - a.cost || a.article - b.article || at(a) - at(b));
  return { kind, articles: judged.map(({ gold }) => gold.id), measures, faults };
}

/** Where a fault begins in its article. */
const at = ({ gold, predicted }: Fault): number => [...gold, ...predicted][0]?.start ?? 0;
