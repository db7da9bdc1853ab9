import { sha256 } from "../../text/sha256.js";
import type { ArticleNames, NamedEntity } from "./context.js";
import type { Decision } from "./decide.js";
import { type IdentityType, LETTER, readName } from "./names.js";

/** One person, organization or place of the corpus, and what it is known by. */
export interface Identity {
  readonly id: string;
  readonly type: IdentityType;
  /** Number of identities before it: the elder of two keeps its id. */
  readonly born: number;
  /** Articles by name as written. */
  readonly names: Map<string, number>;
  readonly features: Map<string, number>;
  readonly links: Set<string>;
  /** Set when it turned out to be another. */
  into?: Merge;
}

/** Why one identity is held to be another. */
export interface Merge {
  readonly id: string;
  readonly rule: Decision["rule"] | "forced";
  readonly score: number | null;
  readonly evidence: string | null;
}

/** The identity that an entity was given, and why. */
export interface Given {
  readonly givenId: string;
  readonly rule: Decision["rule"] | "new";
  readonly score: number | null;
  readonly evidence: string | null;
}

/** Features kept of one identity; the most frequent stay. */
const MOST_FEATURES = 240;

/** Adds to a count. */
export const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

/** Counts, the largest first, equal ones by key. */
export const ranked = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** Takes up features, and drops the rarest when there are far too many. */
export function addFeatures(identity: Identity, features: readonly string[]): void {
  for (const feature of features) add(identity.features, feature, 1);
  if (identity.features.size <= 2 * MOST_FEATURES) return;
  const kept = ranked(identity.features).slice(0, MOST_FEATURES);
  identity.features.clear();
  for (const [feature, count] of kept) identity.features.set(feature, count);
}

/** An id for the identity that an entity is the first of: made of where it stands, so that every machine makes the same one. */
export function newId({ articleId }: ArticleNames, entity: NamedEntity, taken: ReadonlyMap<string, unknown>): string {
  const { type, name, entityId } = entity;
  const from = JSON.stringify([type, readName(type, name).folded, articleId, entityId]);
  for (let turn = 0; ; turn++) {
    const id = `${LETTER[type]}-${sha256(turn === 0 ? from : `${from}${turn}`).slice(0, 12)}`;
    if (!taken.has(id)) return id;
  }
}
