import type { GoldArticle, Kind } from "../gold/gold-article.js";
import { gainOf, type Interval, resamples } from "../score/bootstrap.js";
import { type Counts, total } from "../score/measure.js";
import type { KindResult, MeasureResult } from "../score/score.js";
import { type Floors, goldDigest } from "./floors.js";

/**
 * `held`: not below the floor by more than noise. `raised`: above the floor. `dropped`: below it beyond noise. `new`: no floor yet.
 * `other gold`: the gold is not what the floor was pinned on.
 */
export type Standing = "held" | "raised" | "dropped" | "new" | "other gold";

/** One measure against its floor. */
export interface Verdict {
  readonly corpus: string;
  readonly pipeline: string;
  readonly kind: Kind;
  readonly measure: string;
  readonly standing: Standing;
  readonly score: number;
  readonly floor: number | null;
  /** 95 % interval of the gain over the floor's run, articles drawn together; null without one. */
  readonly gain: Interval | null;
  /** Articles that lost most, and how much of the score each took with it; at most {@link MOST_LOST}. */
  readonly lost: readonly { readonly id: string; readonly loss: number }[];
  /** What a floors file keeps of this run. */
  readonly articles: Readonly<Record<string, Counts>>;
  /** Digest of the gold. */
  readonly gold: string;
}

/** Score points below the floor that are let pass while the interval still holds 0: one fact in a hundred. */
export const TOLERANCE = 0.01;

/** Articles that a verdict names as those that lost most. */
export const MOST_LOST = 20;

/** One corpus, evaluated. */
export interface Evaluated {
  readonly corpus: string;
  readonly pipeline: string;
  readonly articles: readonly GoldArticle[];
  readonly kinds: readonly KindResult[];
}

/**
 * Sets each kind's chief measures against their floors. A drop is beyond noise when the 95 % interval of the paired
 * difference, article by article, lies below 0, or when the score is below its floor by more than the tolerance.
 */
export const judge = (
  { corpus, pipeline, articles, kinds }: Evaluated,
  floors: Floors,
  options: { readonly tolerance: number } = { tolerance: TOLERANCE },
): readonly Verdict[] =>
  kinds.flatMap((result) => {
    const pinned = floors.corpora[corpus]?.[pipeline]?.[result.kind];
    const gold = goldDigest(articles, result.kind);
    return result.measures
      .filter(({ isChief }) => isChief)
      .map((measure): Verdict => {
        const now = Object.fromEntries(result.articles.map((id, index) => [id, measure.counts[index]!]));
        const of = {
          corpus,
          pipeline,
          kind: result.kind,
          measure: measure.name,
          score: measure.score,
          articles: now,
          gold,
        };
        const known = pinned?.measures[measure.name];
        if (pinned === undefined || known === undefined) {
          return { ...of, standing: "new", floor: null, gain: null, lost: [] };
        }
        if (pinned.gold !== gold) return { ...of, standing: "other gold", floor: known.floor, gain: null, lost: [] };
        const before = result.articles.map((id) => known.articles[id] ?? measure.sum.map(() => 0));
        const gain = gainOf(measure, before, resamples(before.length));
        const isDrop = measure.score < known.floor && (gain[1] < 0 || measure.score < known.floor - options.tolerance);
        const standing = isDrop ? "dropped" : measure.score > known.floor ? "raised" : "held";
        return { ...of, standing, floor: known.floor, gain, lost: lostBy(result.articles, measure, before) };
      });
  });

/** What each article's new counts do to the old score, alone; those that take something, most first. */
function lostBy(
  ids: readonly string[],
  { counts, figures }: MeasureResult,
  before: readonly Counts[],
): Verdict["lost"] {
  const sum = total(before);
  const old = figures(sum).score;
  return ids
    .map((id, index) => {
      const changed = sum.map((value, at) => value - (before[index]![at] ?? 0) + (counts[index]![at] ?? 0));
      return { id, loss: old - figures(changed).score };
    })
    .filter(({ loss }) => loss > 1e-9) // rounding is no loss
    .sort((a, b) => b.loss - a.loss)
    .slice(0, MOST_LOST);
}

/** True for a verdict that fails the run. */
export const isFailure = ({ standing }: Verdict): boolean => standing === "dropped" || standing === "other gold";

/** Floors after a run, and the verdicts that would have lowered one and were not let. */
export interface Updated {
  readonly floors: Floors;
  readonly refused: readonly Verdict[];
}

/**
 * Pins what is new or higher. What is lower is pinned only with `allowRegression`; without it a floor stays, and a drop
 * beyond noise is refused. Other gold is pinned when its score is not below the old floor.
 */
export function updated(
  floors: Floors,
  verdicts: readonly Verdict[],
  options: { readonly allowRegression: boolean },
): Updated {
  const corpora = structuredClone(floors.corpora) as Record<string, Record<string, Record<string, MutableKind>>>;
  const refused: Verdict[] = [];
  const isLower = ({ score, floor }: Verdict): boolean => floor !== null && score < floor;
  const keyOf = ({ corpus, pipeline, kind }: Verdict): string => JSON.stringify([corpus, pipeline, kind]);
  // one digest holds for all measures of a kind: they move to other gold together or not at all
  const stuck = new Set(verdicts.filter((one) => one.standing === "other gold" && isLower(one)).map(keyOf));
  for (const verdict of verdicts) {
    const { corpus, pipeline, kind, measure, score, gold, articles } = verdict;
    if (!options.allowRegression && (isLower(verdict) || stuck.has(keyOf(verdict)))) {
      if (isFailure(verdict)) refused.push(verdict);
      continue;
    }
    corpora[corpus] ??= {};
    corpora[corpus][pipeline] ??= {};
    const kinds = corpora[corpus][pipeline];
    if (kinds[kind]?.gold !== gold) kinds[kind] = { gold, measures: {} };
    kinds[kind]!.measures[measure] = { floor: score, articles };
  }
  return { floors: { corpora: corpora as Floors["corpora"] }, refused };
}

interface MutableKind {
  gold: string;
  measures: Record<string, { floor: number; articles: Readonly<Record<string, Counts>> }>;
}
