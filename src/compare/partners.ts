import type { EntityPairs } from "./pair-entities.js";
import type { Pair } from "./pair-items.js";
import type { Readings } from "./reading.js";

/** What stands for what: ids of the new reading by ids of the old. */
export interface Partners {
  readonly entities: ReadonlyMap<string, string>;
  /** New entities that an old one was merged into or that were split off it. */
  readonly kin: ReadonlyMap<string, ReadonlySet<string>>;
  readonly quotes: ReadonlyMap<string, string>;
  readonly times: ReadonlyMap<string, string>;
}

/** Turns pairs of indices into pairs of ids. */
export function partnersOf(
  { old, now }: Readings,
  pairs: { readonly entities: EntityPairs; readonly quotes: readonly Pair[]; readonly times: readonly Pair[] },
): Partners {
  const ids = (list: "entities" | "quotes" | "times", of: readonly Pair[]): [string, string][] =>
    of.map((pair) => [old[list][pair.old]!.id, now[list][pair.new]!.id]);
  const kin = new Map<string, Set<string>>();
  for (const [from, to] of ids("entities", [...pairs.entities.merged, ...pairs.entities.split])) {
    kin.set(from, (kin.get(from) ?? new Set()).add(to));
  }
  return {
    entities: new Map(ids("entities", pairs.entities.entities)),
    kin,
    quotes: new Map(ids("quotes", pairs.quotes)),
    times: new Map(ids("times", pairs.times)),
  };
}

interface Known {
  readonly id: string;
  readonly name: string;
}

/**
 * True when an entity of the new reading is the one of the old: its partner, or, after a merger or a split, one of its kin
 * that goes by the same name. 'The mayor' merged into 'Ann Lee' is another speaker to whoever reads the data.
 */
export const isSameEntity = (old: Known, now: Known, { entities, kin }: Partners): boolean =>
  entities.get(old.id) === now.id || (old.name === now.name && kin.get(old.id)?.has(now.id) === true);
