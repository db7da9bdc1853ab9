import type { KnowledgeFile } from "../model/knowledge-file.js";
import { addTo } from "../text/grouped.js";
import type { Change, FieldChange } from "./change.js";
import { changesOf, placeIn } from "./changes-of.js";
import type { EntityPairs } from "./pair-entities.js";
import type { Pair } from "./pair-items.js";
import { field, fieldOfSpans, plainFields, type Readings } from "./reading.js";

type Entity = KnowledgeFile["entities"][number];

/** What became of the entities: renamed, of another type or role, merged, split, lost, gained. */
export function compareEntities(readings: Readings, pairs: EntityPairs): readonly Change[] {
  const { old, now } = readings;
  const first = { old: firstMentions(old), now: firstMentions(now) };
  const goneInto = new Set(pairs.merged.map((pair) => pair.old));
  const cameFrom = new Set(pairs.split.map((pair) => pair.new));
  const plainChanges = changesOf("entities", readings, pairs.entities, {
    told: (entity, side) => ({
      id: entity.id,
      label: `${entity.name} (${entity.type})`,
      extent: first[side].get(entity.id) ?? null,
    }),
    fields: (before, after) => entityFields(before, after, readings),
  });
  const idsGone = new Set([...goneInto].map((index) => old.entities[index]!.id));
  const idsCome = new Set([...cameFrom].map((index) => now.entities[index]!.id));
  return [
    ...mergers(readings, pairs),
    ...splits(readings, pairs),
    ...plainChanges.filter(
      ({ outcome, old: from, new: to }) =>
        !(outcome === "lost" && idsGone.has(from![0]!.id)) && !(outcome === "gained" && idsCome.has(to![0]!.id)),
    ),
  ];
}

/** What became of single mentions of entities that both readings have: found no more, found newly, of another entity, cut otherwise. */
export function compareMentions(readings: Readings, pairs: EntityPairs): readonly Change[] {
  const { old, now, alignment, ids } = readings;
  const partner = new Map(pairs.entities.map((pair) => [old.entities[pair.old]!.id, now.entities[pair.new]!.id]));
  const kept = new Set(partner.values());
  const names = { old: ids.old.entities, now: ids.now.entities };
  const types = { old: typesOf(old), now: typesOf(now) };
  const label = (mention: KnowledgeFile["mentions"][number], side: "old" | "now"): string =>
    mention.form === "name" ? mention.text : `${mention.text} [${names[side].get(mention.entity) ?? mention.entity}]`;
  const changes = changesOf("mentions", readings, pairs.mentions, {
    told: (mention, side) => ({ id: mention.id, label: label(mention, side), extent: mention }),
    fields: (a, b) => {
      const moved = partner.has(a.entity) && kept.has(b.entity) && partner.get(a.entity) !== b.entity;
      const typeFollows = types.old.get(a.entity) !== types.now.get(b.entity);
      return [
        ...(moved
          ? [{ field: "entity", old: names.old.get(a.entity) ?? null, new: names.now.get(b.entity) ?? null }]
          : []),
        ...fieldOfSpans("words", [a], [b], alignment),
        ...plainFields(a, b, readings, typeFollows ? ["entity", "type"] : ["entity"]),
      ];
    },
  });
  const entityOfOld = new Map(old.mentions.map(({ id, entity }) => [id, entity]));
  const entityOfNew = new Map(now.mentions.map(({ id, entity }) => [id, entity]));
  return changes.filter(({ outcome, old: from, new: to }) => {
    if (outcome === "lost") return partner.has(entityOfOld.get(from![0]!.id)!);
    return outcome !== "gained" || kept.has(entityOfNew.get(to![0]!.id)!);
  });
}

function entityFields(old: Entity, now: Entity, readings: Readings): readonly FieldChange[] {
  return [
    ...field("name", old.name, now.name),
    ...plainFields(old, now, readings, ["name"]),
    ...field("roles", listed(old.roles), listed(now.roles)),
    ...field("links", listed(old.links.map(linkOf)), listed(now.links.map(linkOf))),
  ];
}

const linkOf = ({ scheme, id }: Entity["links"][number]): string => `${scheme}:${id}`;

const listed = (words: readonly string[]): string | null => (words.length === 0 ? null : [...words].sort().join("; "));

/** Every new entity that old ones were merged into, with all of them. */
function mergers({ old, now }: Readings, pairs: EntityPairs): readonly Change[] {
  return grouped(pairs.merged, "new").map(([index, merged]) => {
    const partners = pairs.entities.filter((pair) => pair.new === index);
    const parts = [...partners, ...merged].map((pair) => old.entities[pair.old]!);
    const whole = now.entities[index]!;
    return change("merged", whole, parts, [whole]);
  });
}

/** Every old entity that new ones were split off, with all of them. */
function splits({ old, now }: Readings, pairs: EntityPairs): readonly Change[] {
  return grouped(pairs.split, "old").map(([index, split]) => {
    const partners = pairs.entities.filter((pair) => pair.old === index);
    const parts = [...partners, ...split].map((pair) => now.entities[pair.new]!);
    const whole = old.entities[index]!;
    return change("split", whole, [whole], parts);
  });
}

const change = (
  outcome: "merged" | "split",
  whole: Entity,
  from: readonly Entity[],
  to: readonly Entity[],
): Change => ({
  kind: "entities",
  outcome,
  label: `${whole.name} (${whole.type})`,
  old: from.map(({ id }) => placeIn(id, null)),
  new: to.map(({ id }) => placeIn(id, null)),
  fields: [{ field: "entities", old: namesIn(from), new: namesIn(to) }],
});

const namesIn = (entities: readonly Entity[]): string => entities.map(({ name }) => name).join(" + ");

function grouped(pairs: readonly Pair[], side: "old" | "new"): readonly (readonly [number, readonly Pair[]])[] {
  const groups = new Map<number, Pair[]>();
  for (const pair of pairs) addTo(groups, pair[side], pair);
  return [...groups].sort((a, b) => a[0] - b[0]);
}

const typesOf = ({ entities }: KnowledgeFile): ReadonlyMap<string, string> =>
  new Map(entities.map(({ id, type }) => [id, type]));

/** Where each entity is mentioned first. */
function firstMentions({ mentions }: KnowledgeFile): ReadonlyMap<string, KnowledgeFile["mentions"][number]> {
  const first = new Map<string, KnowledgeFile["mentions"][number]>();
  for (const mention of mentions) if (!first.has(mention.entity)) first.set(mention.entity, mention);
  return first;
}
