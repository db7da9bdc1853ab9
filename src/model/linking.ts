import type { Link } from "./entity.js";
import type { EntityType } from "./mention.js";

/**
 * Kinds of places. A region is wider than a country, a division is a country's first level, a district the level below; an
 * area has no borders of its own (a desert, a peninsula), a site is built or kept by people (an airport, a park, a palace).
 */
export const LOCATION_KINDS = [
  "country",
  "territory",
  "region",
  "division",
  "district",
  "city",
  "island",
  "water",
  "mountain",
  "area",
  "site",
] as const;

/** Where a linked place lies. */
export interface Location {
  /** The place's chief name: 'Mumbai' for 'Bombay'. */
  readonly name: string;
  readonly kind: (typeof LOCATION_KINDS)[number];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Name of the first-level division: 'Texas'. */
  readonly division?: string;
  readonly lat?: number;
  readonly lon?: number;
}

/** What an entity is tied to outside the article; all empty when nothing is sure. */
export interface EntityLinks {
  readonly links: readonly Link[];
  /** What it may be, the likeliest first, when it stays open; never together with `links` of the same scheme. */
  readonly candidates: readonly Link[];
  readonly location?: Location;
  /** Places that a longer name holds: 'Boston' in 'Boston Red Sox'. What they are, not what the entity is. */
  readonly placesInName?: readonly PlaceInName[];
}

/** A known place inside the name of something else. */
export interface PlaceInName {
  /** As written. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly location: Location;
}

/** A country that the article is about: its share of all the places and peoples that the article names. */
export interface FocusCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly share: number;
}

/** Ties of an article's entities to known things. */
export interface Linking {
  /** One for each entity, in the order of the entities layer. */
  readonly entities: readonly EntityLinks[];
  /** The largest share first; only those of at least a fifth. */
  readonly focus: readonly FocusCountry[];
}

/** A row of a user's own gazetteer: what a name means to them. */
export interface UserName {
  readonly name: string;
  /** Only entities of this type are meant; all when absent. */
  readonly type?: EntityType;
  readonly scheme: string;
  readonly id: string;
  readonly location?: Location;
}
