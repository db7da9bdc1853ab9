import type { EntityType, Mention } from "./mention.js";

/** A tie to a known thing outside the article. */
export interface Link {
  readonly scheme: string;
  readonly id: string;
  readonly score: number;
  readonly by: string;
  /** The known thing's own name, where the id says little to a reader. */
  readonly name?: string;
  /** True when the text does not name it: who held an office on the article's date. */
  readonly inferred?: boolean;
}

/** How somebody stands to a role: has left it, fills it for a time, had it at the time told of, is to have it, is to leave it, is dead. */
export const STANDINGS = ["former", "acting", "then", "incoming", "outgoing", "late"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a person is or was, where: at least one of `standing` and `of`. */
export interface Position {
  /** As written, one of the entity's roles or a part of one; absent in 'Andrew Reed of the Hart Institute'. */
  readonly role?: string;
  readonly standing?: Standing;
  /** Index into the entities layer: the organization, place, people or person it belongs to. */
  readonly of?: number;
}

/** Somebody or something that one or more mentions refer to. */
export interface Entity {
  readonly type: EntityType;
  /** The fullest form in the article, without title. */
  readonly name: string;
  /** Other names in the article, sorted; never pronouns or descriptions. */
  readonly aliases: readonly string[];
  /** What the article says the entity is, as written: 'North Korean leader'. In order of appearance. */
  readonly roles: readonly string[];
  /** What of the roles can be told apart. */
  readonly positions?: readonly Position[];
  /** True for a source that the article keeps nameless: 'a senior official'. */
  readonly anonymous?: boolean;
  /** At least one, in text order; every mention is in exactly one entity. */
  readonly mentions: readonly Mention[];
}
