import type { PlaceKind } from "../../lexicons/known-place.js";
import type { LinkLexicons } from "../../lexicons/link-lexicons.js";
import type { Entity } from "../../model/entity.js";
import { nameKey } from "../../text/name-key.js";
import { type Choice, choosePlace } from "./choose-place.js";
import { containersOf, readContainer } from "./containers.js";
import { namesOf } from "./evidence.js";
import { type InnerName, innerNames, isKnownByName } from "./inner-names.js";
import type { Votes } from "./votes.js";

/** A place inside a longer name, with what it comes to; only those that are sure. */
export interface InnerPlace {
  /** As written. */
  readonly text: string;
  readonly choice: Choice & { readonly by: string };
}

/**
 * The known places that the names of an entity hold: of organizations, and of places and things that are not known
 * themselves. A place that the article names by itself is the same one here; any other must be as sure as one that stands
 * alone.
 */
export function placesInNames(
  entity: Entity,
  index: number,
  text: string,
  votes: Votes,
  named: ReadonlyMap<string, Choice>,
  lexicons: LinkLexicons,
): readonly InnerPlace[] {
  if (entity.type === "person") return [];
  const found = new Map<string, InnerPlace>();
  const seen = new Set<string>();
  for (const { mention, name } of namesOf(entity, text)) {
    if (seen.has(name)) continue;
    seen.add(name);
    const inner = innerNames(name, lexicons);
    for (const one of inner) {
      if (found.has(one.text)) continue;
      const others = inner.filter((other) => other !== one).flatMap((other) => readContainer([other.text], lexicons));
      const containers = [...containersOf(mention, text, lexicons), ...others];
      const choice = chosen(one, index, containers, votes, named, lexicons);
      if (choice?.by !== undefined) found.set(one.text, { text: one.text, choice: { ...choice, by: choice.by } });
    }
  }
  return [...found.values()];
}

function chosen(
  { text, candidates, isDoubtful, isState }: InnerName,
  entity: number,
  containers: ReturnType<typeof readContainer>,
  votes: Votes,
  named: ReadonlyMap<string, Choice>,
  { preferred }: LinkLexicons,
): Choice | undefined {
  const key = nameKey(text);
  const same = named.get(key);
  if (same && !isState) return { ...same, by: "links/same-name" };
  if (isDoubtful) return undefined;
  const choice = choosePlace(
    { entity, name: text, count: 1, candidates, containers, kinds: new Set<PlaceKind>(isState ? ["division"] : []) },
    votes,
    preferred.get(key),
  );
  return choice.ranked[0] && isKnownByName(choice.ranked[0].place, text) ? choice : undefined;
}
