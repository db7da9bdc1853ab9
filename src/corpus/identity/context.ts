import type { Natural } from "../../adapters/natural.js";
import { table, wordList } from "../../lexicons/lexicon.js";
import { foldWords, type IdentityType, LETTER, type Name, readName } from "./names.js";

/** An entity of one article that bears a name. */
export interface NamedEntity {
  readonly entityId: string;
  readonly type: IdentityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  /** `scheme id` of what it is tied to outside. */
  readonly links: readonly string[];
}

/** The named entities of one article, in its order; anonymous sources are not among them. */
export interface ArticleNames {
  readonly articleId: string;
  readonly entities: readonly NamedEntity[];
}

/** What an entity is known by: `r:` words of its roles, `p:`, `o:`, `l:` people, organizations and places beside it. */
export type Features = readonly string[];

/** Companions taken from one article; more say little, and cost time. */
const MOST_COMPANIONS = 60;

/** The features of each entity of an article, in the order of its entities. */
export function featuresOf({ entities }: ArticleNames, natural: Natural): readonly Features[] {
  const companions = entities.slice(0, MOST_COMPANIONS).map((entity) => companionFeature(entity.type, entity.name));
  return entities.map((entity, index) => {
    const own = companionFeature(entity.type, entity.name);
    const beside = companions.filter((feature, other) => other !== index && feature !== own);
    return [...new Set([...roleFeatures(entity.roles, natural), ...beside])];
  });
}

const companionFeature = (type: IdentityType, name: string): string => `${LETTER[type]}:${readName(type, name).folded}`;

function roleFeatures(roles: readonly string[], natural: Natural): readonly string[] {
  const idle = wordList("english-function-words");
  return roles.flatMap((role) =>
    foldWords(role)
      .filter((word) => word.length > 1 && !idle.has(word))
      .map((word) => `r:${natural.stem(word)}`),
  );
}

/** A feature that is a role's word. */
export const isRole = (feature: string): boolean => feature.startsWith("r:");

/** A feature that is a country, state or region: what tells one Springfield, or one Supreme Court, from another. */
export const isRegion = (feature: string): boolean => kindOf(feature) !== undefined && kindOf(feature) !== "city";

/** A feature that is a country. */
export const isCountry = (feature: string): boolean => kindOf(feature) === "country";

/** True for a city that the lexicon of places has: of 250,000 people or more. */
export const isLargeCity = (name: Name): boolean => kindOf(`${LETTER.place}:${name.folded}`) === "city";

let kinds: ReadonlyMap<string, string> | undefined;

function kindOf(feature: string): string | undefined {
  kinds ??= new Map(
    [...table("places")].map(([name, [kind = ""]]) => [`${LETTER.place}:${readName("place", name).folded}`, kind]),
  );
  return kinds.get(feature);
}

/** How often features stand in articles, for telling what two entities share by chance from what says something. */
export class Frequencies {
  readonly #articles = new Map<string, number>();
  #total = 0;

  /** Counts one article's features; each counts once. */
  add(features: Iterable<string>): void {
    this.#total++;
    for (const feature of new Set(features)) this.#articles.set(feature, (this.#articles.get(feature) ?? 0) + 1);
  }

  /** Weight of a feature: the logarithm of how rare it is; 0 for one that every article has. */
  weight(feature: string): number {
    const weight = Math.log((this.#total + 1) / ((this.#articles.get(feature) ?? 1) + 0.5));
    return Math.max(0, weight) * (isRole(feature) ? ROLE_WEIGHT : 1);
  }

  /** What to keep for the next build: features seen once weigh the same as those never seen. */
  kept(): { readonly total: number; readonly articles: readonly (readonly [string, number])[] } {
    return { total: this.#total, articles: [...this.#articles].filter(([, count]) => count > 1) };
  }

  restore(kept: ReturnType<Frequencies["kept"]>): void {
    this.#total = kept.total;
    for (const [feature, count] of kept.articles) this.#articles.set(feature, count);
  }
}

const ROLE_WEIGHT = 1.5; // a shared role says more of a person than a shared companion

/** What two contexts share. */
export interface Shared {
  /** Weight of the shared part over the whole of the one compared, 0 to 1. */
  readonly share: number;
  /** Weight of the shared part. */
  readonly weight: number;
  /** The shared features, the weightiest first. */
  readonly features: Features;
}

/** Compares an entity's features with those that an identity has so far. */
export function sharedContext(
  features: Features,
  known: ReadonlyMap<string, number>,
  frequencies: Frequencies,
): Shared {
  let whole = 0;
  let weight = 0;
  const shared: [string, number][] = [];
  for (const feature of features) {
    const one = frequencies.weight(feature);
    whole += one;
    if (!known.has(feature)) continue;
    weight += one;
    shared.push([feature, one]);
  }
  shared.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { share: whole === 0 ? 0 : weight / whole, weight, features: shared.map(([feature]) => feature) };
}
