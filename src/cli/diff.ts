import { compareArticles, compareWithNothing } from "../compare/compare-articles.js";
import type { Comparison, Detail } from "../compare/report/comparison.js";
import { exceeded, type Limit } from "../compare/tolerance.js";
import { byName, tally } from "../compare/totals.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { baseName, indexKnowledge, type KnowledgeIndex, readKnowledge, type Unreadable } from "./knowledge-index.js";

/** A comparison, and the way to its articles' changes: they are compared again when asked for, so that none is held. */
export interface Compared {
  readonly comparison: Comparison;
  /** The worst articles, at most so many. */
  readonly details: (most: number) => AsyncGenerator<Detail>;
}

type Place = Parameters<typeof readKnowledge>[0];

/** An article's readings: one of the two may be missing. */
interface Matched {
  readonly old?: Place | undefined;
  readonly now?: Place | undefined;
}

/**
 * Compares the knowledge files under two paths, paired by their articles' ids; two files of one article each are paired
 * whatever their ids. Reads a pair at a time. A file that is not valid is a failure, told as it is met; the others go on.
 * Throws a UsageError when a path holds nothing.
 */
export async function compareFolders(
  oldPath: string,
  newPath: string,
  options: {
    readonly limits: readonly Limit[];
    readonly signal: AbortSignal;
    readonly onFailure: (failure: Unreadable) => void;
  },
): Promise<Compared> {
  const old = await indexKnowledge(oldPath);
  const now = await indexKnowledge(newPath);
  const failures: Unreadable[] = [];
  const fail = (failure: Unreadable): void => {
    failures.push(failure);
    options.onFailure(failure);
  };
  for (const failure of [...old.failures, ...now.failures]) fail(failure);
  const matched = match(old, now);
  const sums = tally();
  for (const [, places] of matched) {
    if (options.signal.aborted) break;
    const detail = await compareOne(places);
    if ("failures" in detail) for (const failure of detail.failures) fail(failure);
    else sums.add(detail.diff);
  }
  const totals = sums.totals();
  const worst = sums.worst();
  return {
    comparison: { totals, worst, failures, limits: options.limits, excesses: exceeded(totals, options.limits) },
    details: async function* (most) {
      for (const { id } of worst.slice(0, most)) {
        if (options.signal.aborted) return;
        const detail = await compareOne(matched.get(id)!);
        if (!("failures" in detail)) yield detail;
      }
    },
  };
}

/** Pairs by id, in the order of ids. An article whose counterpart could not be read is in no pair: it is not lost. */
function match(old: KnowledgeIndex, now: KnowledgeIndex): ReadonlyMap<string, Matched> {
  const [only, other] = [[...old.ids], [...now.ids]];
  if (only.length === 1 && other.length === 1 && old.failures.length + now.failures.length === 0) {
    return new Map([[other[0]![0], { old: only[0]![1], now: other[0]![1] }]]);
  }
  const ids = [...new Set([...old.ids.keys(), ...now.ids.keys()])].sort(byName);
  return new Map(
    ids.flatMap((id): [string, Matched][] => {
      const places = { old: old.ids.get(id), now: now.ids.get(id) };
      const unread = places.old ? now : old;
      const alone = places.old && places.now ? undefined : (places.old ?? places.now);
      return alone && unread.failedNames.has(baseName(alone.path)) ? [] : [[id, places]];
    }),
  );
}

async function compareOne(places: Matched): Promise<Detail | { readonly failures: readonly Unreadable[] }> {
  const old = places.old && (await readKnowledge(places.old));
  const now = places.now && (await readKnowledge(places.now));
  const failures = [old, now].filter((side): side is Unreadable => side !== undefined && "message" in side);
  if (failures.length > 0) return { failures };
  const [before, after] = [old as KnowledgeFile | undefined, now as KnowledgeFile | undefined];
  if (before && after) return { diff: compareArticles(before, after), old: before, now: after };
  return { diff: compareWithNothing((before ?? after)!, before ? "old" : "new"), old: before, now: after };
}
