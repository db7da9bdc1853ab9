import { surface } from "../../model/span.js";
import type { GoldMention } from "../gold/gold-article.js";
import { type Counts, type Figures, figuresOf, type Measure, type RawFault, type Scored } from "./measure.js";
import { type Clusters, matchMentions } from "./mention-match.js";
import type { Pair } from "./pair.js";

/**
 * Coreference of names by B-cubed, MUC and CEAF-e and the mean of their F1s; score.py's `coref`. Predicted mentions that
 * match no gold one count against a cluster that holds matched ones, and not otherwise.
 */
export function scoreCoreference(pairs: readonly Pair<"coreference">[]): Scored {
  const all = pairs.map(({ gold, predicted }) => matchMentions(gold, predicted));
  const counts = all.map(countOf);
  const measure = (name: string, isChief: boolean, figures: (sum: Counts) => Figures): Measure => ({
    name,
    group: "all",
    isChief,
    counts,
    figures,
  });
  const measures = [
    measure("mean", true, mean),
    measure("b3", false, b3),
    measure("muc", false, muc),
    measure("ceafe", false, ceafe),
  ];
  const faults = all.flatMap((one, article) => faultsOf(one, pairs[article]!, article));
  return { measures, faults };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Counts, in order: B-cubed precision and recall, MUC recall and precision, CEAF-e; each a part and its whole. */
const b3 = ([p = 0, np = 0, r = 0, nr = 0]: Counts): Figures => figuresOf(ratio(p, np), ratio(r, nr));
const muc = ([, , , , r = 0, nr = 0, p = 0, np = 0]: Counts): Figures =>
  figuresOf(p / Math.max(1, np), r / Math.max(1, nr));
const ceafe = ([, , , , , , , , hit = 0, np = 0, nr = 0]: Counts): Figures =>
  figuresOf(hit / Math.max(1, np), hit / Math.max(1, nr));
const mean = (sum: Counts): Figures => {
  const score = (b3(sum).score + muc(sum).score + ceafe(sum).score) / 3;
  return { precision: null, recall: null, score };
};

function countOf(clusters: Clusters): Counts {
  const { gold, matched, goldSets, predictedSets } = clusters;
  const sum = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const add = (at: number, value: number): void => {
    sum[at] = sum[at]! + value;
  };
  gold.forEach(({ cluster }, index) => {
    const match = matched.get(index);
    const own = goldSets.get(cluster)!;
    add(2, match ? inBoth(own, predictedSets.get(match.cluster)!) / own.size : 0);
    add(3, 1);
  });
  for (const set of predictedSets.values()) {
    for (const member of set) {
      add(1, 1);
      if (typeof member === "number") add(0, inBoth(goldSets.get(gold[member]!.cluster)!, set) / set.size);
    }
  }
  for (const set of goldSets.values()) {
    const parts = new Set([...set].map((index) => matched.get(index)?.cluster ?? index));
    add(4, set.size - parts.size);
    add(5, set.size - 1);
  }
  for (const set of predictedSets.values()) {
    if (set.size < 2) continue;
    const parts = new Set([...set].map((member) => (typeof member === "number" ? gold[member]!.cluster : member)));
    add(6, set.size - parts.size);
    add(7, set.size - 1);
  }
  for (const { similarity } of aligned(clusters)) add(8, similarity);
  add(9, predictedSets.size);
  add(10, goldSets.size);
  return sum;
}

interface Alignment {
  readonly similarity: number;
  readonly gold: string;
  readonly predicted: string;
}

/** Gold clusters with predicted ones, one to one, the most alike first (CEAF-e's similarity, greedily). */
function aligned({ goldSets, predictedSets }: Clusters): readonly Alignment[] {
  const pairs = [...goldSets].flatMap(([gold, own]) =>
    [...predictedSets].flatMap(([predicted, set]): readonly Alignment[] => {
      const shared = inBoth(own, set);
      return shared === 0 ? [] : [{ similarity: (2 * shared) / (own.size + set.size), gold, predicted }];
    }),
  );
  // score.py orders equals by str(('p', cluster)): the quote mark after the name sorts before letters and digits
  const name = (cluster: string): string => `${cluster}'`;
  pairs.sort(
    (a, b) => b.similarity - a.similarity || order(a.gold, b.gold) || order(name(a.predicted), name(b.predicted)),
  );
  const [usedGold, usedPredicted] = [new Set<string>(), new Set<string>()];
  return pairs.filter(({ gold, predicted }) => {
    if (usedGold.has(gold) || usedPredicted.has(predicted)) return false;
    usedGold.add(gold);
    usedPredicted.add(predicted);
    return true;
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inBoth = (own: ReadonlySet<number>, set: ReadonlySet<number | GoldMention>): number => {
  let count = 0;
  for (const index of own) if (set.has(index)) count++;
  return count;
};

/**
 * Mentions not found, and mentions put with another entity than most of theirs. What mending one wins is B-cubed's share
 * of it: one mention in all. The other two measures move with it.
 */
function faultsOf(clusters: Clusters, { text }: Pair<"coreference">, article: number): readonly RawFault[] {
  const { gold, matched } = clusters;
  const home = new Map(aligned(clusters).map(({ gold: own, predicted }) => [own, predicted]));
  const nameOf = (cluster: string): string => {
    const members = gold.filter((mention) => mention.cluster === cluster);
    const named = members.filter(({ form }) => form === "name");
    const [first] = named.sort((a, b) => b.end - b.start - (a.end - a.start));
    return first === undefined ? cluster : surface(text, first).replace(/\s+/g, " ").slice(0, 40);
  };
  return gold.flatMap((mention, index): readonly RawFault[] => {
    const match = matched.get(index);
    if (match && home.get(mention.cluster) === match.cluster) return [];
    const part = (one: GoldMention) => [{ role: one.type, start: one.start, end: one.end }];
    const other = [...home].find(([, predicted]) => predicted === match?.cluster)?.[0];
    const note =
      other === undefined ? `is ${nameOf(mention.cluster)}` : `with ${nameOf(other)}, is ${nameOf(mention.cluster)}`;
    const mends: Counts = match ? [1, 0, 1] : [1, 1, 1];
    return [
      {
        article,
        class: match ? "wrong entity" : "missed",
        type: mention.form,
        gold: part(mention),
        predicted: match ? part(match) : [],
        note,
        mends: { mean: mends, b3: mends },
      },
    ];
  });
}
