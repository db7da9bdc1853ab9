import type { KnownPlace } from "../../lexicons/known-place.js";
import type { Entity } from "../../model/entity.js";
import type { Mention } from "../../model/mention.js";
import { surface } from "../../model/span.js";
import type { Container } from "./containers.js";

/** A name in an article that may be of a known place, with all that decides between its candidates. */
export interface PlaceName {
  /** Index of its entity. */
  readonly entity: number;
  readonly name: string;
  /** How often it is named. */
  readonly count: number;
  readonly candidates: readonly KnownPlace[];
  /** Places that the text says it lies in: 'Paris, Texas', 'the Iranian city of Qom'. */
  readonly containers: readonly Container[];
  /** What the text calls it: 'the state of Georgia', 'Quebec City'. */
  readonly kinds: ReadonlySet<KnownPlace["kind"]>;
}

/** The mentions by name of an entity, with their texts. */
export const namesOf = (
  entity: Entity,
  text: string,
): readonly { readonly mention: Mention; readonly name: string }[] =>
  entity.mentions
    .filter((mention) => mention.form === "name")
    .map((mention) => ({ mention, name: surface(text, mention).replace(/\s+/g, " ") }));
