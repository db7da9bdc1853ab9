import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import { type Pair, pairItems, placeOf, shareOf } from "./pair-items.js";
import { oneLine, type Readings } from "./reading.js";

type Mention = KnowledgeFile["mentions"][number];

/** Which entities and mentions of two readings stand for each other, by index; and which entities share mentions. */
export interface EntityPairs {
  readonly mentions: readonly Pair[];
  /** One to one. */
  readonly entities: readonly Pair[];
  /** An old entity without partner whose mentions went, by half or more, to one that has: 'The mayor' into 'Ann Lee'. */
  readonly merged: readonly Pair[];
  /** A new entity without partner whose mentions came, by half or more, from one that has. */
  readonly split: readonly Pair[];
}

/** How much a mention says about who its entity is: a name most. */
const MENTION_WEIGHTS: Readonly<Record<Mention["form"], number>> = { name: 4, nominal: 2, pronoun: 1 };

/** Pairs entities by the mentions they share, then, those that share none, by type and name. */
export function pairEntities(readings: Readings): EntityPairs {
  const { old, now } = readings;
  const mentions = pairMentions(readings);
  const indexOld = new Map(old.entities.map(({ id }, index) => [id, index]));
  const indexNew = new Map(now.entities.map(({ id }, index) => [id, index]));
  const shared = new Map<string, Pair & { weight: number }>();
  for (const pair of mentions) {
    const mention = now.mentions[pair.new]!;
    const from = indexOld.get(old.mentions[pair.old]!.entity)!;
    const to = indexNew.get(mention.entity)!;
    const key = `${from} ${to}`;
    const link = shared.get(key) ?? { old: from, new: to, weight: 0 };
    link.weight += MENTION_WEIGHTS[mention.form];
    shared.set(key, link);
  }
  const sameName = ({ old: from, new: to }: Pair): number =>
    Number(old.entities[from]!.name === now.entities[to]!.name);
  const links = [...shared.values()].sort(
    (a, b) => b.weight - a.weight || sameName(b) - sameName(a) || a.old - b.old || a.new - b.new,
  );
  const partnerOfOld = new Map<number, number>();
  const partnerOfNew = new Map<number, number>();
  const marry = (from: number, to: number): void => {
    if (partnerOfOld.has(from) || partnerOfNew.has(to)) return;
    partnerOfOld.set(from, to);
    partnerOfNew.set(to, from);
  };
  for (const link of links) marry(link.old, link.new);
  const linked = { old: new Set(links.map((link) => link.old)), new: new Set(links.map((link) => link.new)) };
  const key = (entity: KnowledgeFile["entities"][number]): string =>
    `${entity.type} ${oneLine(entity.name).toLowerCase()}`;
  const byName = new Map([...now.entities.entries()].reverse().map(([index, entity]) => [key(entity), index]));
  for (const [from, entity] of old.entities.entries()) {
    const to = byName.get(key(entity));
    if (to !== undefined && !linked.old.has(from) && !linked.new.has(to)) marry(from, to);
  }
  const weights = { old: weightsOf(old), new: weightsOf(now) };
  return {
    mentions,
    entities: [...partnerOfOld].map(([from, to]) => ({ old: from, new: to })).sort((a, b) => a.new - b.new),
    merged: unique(links, "old").filter(
      (link) => !partnerOfOld.has(link.old) && 2 * link.weight >= weights.old[link.old]!,
    ),
    split: unique(links, "new").filter(
      (link) => !partnerOfNew.has(link.new) && 2 * link.weight >= weights.new[link.new]!,
    ),
  };
}

/** The heaviest link of each entity of a side. */
function unique<Link extends Pair>(links: readonly Link[], side: "old" | "new"): readonly Link[] {
  const seen = new Set<number>();
  return links.filter((link) => !seen.has(link[side]) && seen.add(link[side]));
}

/** The weight of all mentions of each entity of a file. */
function weightsOf({ entities, mentions }: KnowledgeFile): readonly number[] {
  const weights = new Map(entities.map(({ id }) => [id, 0]));
  for (const { entity, form } of mentions) weights.set(entity, weights.get(entity)! + MENTION_WEIGHTS[form]);
  return [...weights.values()];
}

function pairMentions({ old, now, alignment }: Readings): readonly Pair[] {
  const spansOld = old.mentions.map((mention) => alignment.toNew(mention));
  const items = {
    old: old.mentions.map((mention, i) => item(mention, spansOld[i]!, spansOld[i] === null)),
    now: now.mentions.map((mention) => item(mention, mention, !alignment.isKept(mention))),
  };
  return pairItems(items.old, items.now, (i, j) => {
    const share = shareOf([spansOld[i]!], [now.mentions[j]!]);
    const sameForm = old.mentions[i]!.form === now.mentions[j]!.form;
    return share >= (sameForm ? 0.2 : 0.9) ? share + Number(sameForm) : 0;
  });
}

const item = (mention: Mention, span: Span | null, isLoose: boolean) => ({
  span,
  isLoose,
  place: span === null ? "" : `${mention.form} ${placeOf([[span]])}`,
  words: `${mention.form} ${mention.text}`,
});
