import { overlaps } from "../../model/span.js";
import type { GoldMention } from "../gold/gold-article.js";

/** Gold clusters that count hold a name of one of these types, and more than one mention. */
const TYPES = new Set(["person", "organization", "place"]);

/** A cluster of gold, or of the prediction, as sets of mentions that can be intersected. */
export interface Clusters {
  /** Gold mentions that count, cluster by cluster. */
  readonly gold: readonly GoldMention[];
  /** The predicted mention of each gold one, by its index. */
  readonly matched: ReadonlyMap<number, GoldMention>;
  /** Gold clusters by name: indices into `gold`. */
  readonly goldSets: ReadonlyMap<string, ReadonlySet<number>>;
  /** Predicted clusters that hold a matched mention: indices into `gold`, and the predicted mentions that match none. */
  readonly predictedSets: ReadonlyMap<string, ReadonlySet<number | GoldMention>>;
}

/**
 * Matches mentions: a predicted one stands for a gold one when it covers the first character of gold's head and the two
 * overlap; of several the one that shares most, each once.
 */
export function matchMentions(goldMentions: readonly GoldMention[], predicted: readonly GoldMention[]): Clusters {
  const gold = counted(goldMentions);
  const used = new Set<GoldMention>();
  const matched = new Map<number, GoldMention>();
  gold.forEach((mention, index) => {
    const head = (mention.head ?? mention).start;
    let best: { readonly dice: number; readonly of: GoldMention } | undefined;
    for (const other of predicted) {
      if (used.has(other) || other.start > head || head >= other.end || !overlaps(mention, other)) continue;
      const shared = Math.min(mention.end, other.end) - Math.max(mention.start, other.start);
      const dice = (2 * shared) / (mention.end - mention.start + (other.end - other.start));
      if (best === undefined || dice > best.dice) best = { dice, of: other };
    }
    if (best === undefined) return;
    used.add(best.of);
    matched.set(index, best.of);
  });
  const goldSets = new Map<string, Set<number>>();
  const predictedSets = new Map<string, Set<number | GoldMention>>();
  gold.forEach(({ cluster }, index) => {
    into(goldSets, cluster, index);
    const match = matched.get(index);
    if (match) into(predictedSets, match.cluster, index);
  });
  for (const mention of predicted) {
    if (!used.has(mention)) predictedSets.get(mention.cluster)?.add(mention);
  }
  return { gold, matched, goldSets, predictedSets };
}

function counted(mentions: readonly GoldMention[]): readonly GoldMention[] {
  const clusters = new Map<string, GoldMention[]>();
  for (const mention of mentions) {
    if (!TYPES.has(mention.type)) continue;
    const members = clusters.get(mention.cluster);
    if (members) members.push(mention);
    else clusters.set(mention.cluster, [mention]);
  }
  return [...clusters.values()]
    .filter((members) => members.length > 1 && members.some(({ form }) => form === "name"))
    .flat();
}

function into<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
