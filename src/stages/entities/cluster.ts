import type { EntityType, Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { Gender } from "../names/lexicons.js";

/** A role and where it stands. */
export interface WrittenRole extends Span {
  readonly text: string;
}

/** An entity in the making. Grows while the article is read; frozen by the pipeline once the stage has built the layer. */
export interface Cluster {
  /** Mentions by name, as the names layer has them. */
  readonly names: Mention[];
  /** All mentions, names among them. */
  readonly mentions: Mention[];
  type: EntityType;
  gender: Gender;
  isPlural: boolean;
  /** True for a nameless one that is no person: 'it', 'the idea'. */
  isThing: boolean;
  /** True for a nameless one that an attribution has as its source. */
  isSource: boolean;
  /** As written, in order of appearance. */
  readonly roles: WrittenRole[];
  /** Nouns it has been described with, lower case, singular: 'official', 'senator'. */
  readonly heads: Set<string>;
  /** Words of its names, lower case: 'state', 'department'. */
  readonly words: Set<string>;
  /** Words in capitals before the nouns it has been described with, lower case: 'north', 'korean'. */
  readonly modifiers: Set<string>;
}

/** An empty cluster. */
export const newCluster = (type: EntityType): Cluster => ({
  names: [],
  mentions: [],
  type,
  gender: "u",
  isPlural: false,
  isThing: false,
  isSource: false,
  roles: [],
  heads: new Set(),
  words: new Set(),
  modifiers: new Set(),
});
