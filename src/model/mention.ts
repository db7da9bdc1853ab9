import type { Span } from "./span.js";

/** What somebody or something is; `other` is for works, events, peoples, products. */
export const ENTITY_TYPES = ["person", "organization", "place", "other"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** By name ('Ann Lee'), by description ('the mayor'), by pronoun ('she'). */
export const MENTION_FORMS = ["name", "nominal", "pronoun"] as const;
export type MentionForm = (typeof MENTION_FORMS)[number];

/** One occurrence of somebody or something in the text. Mentions of one form do not overlap. */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly form: MentionForm;
  /** The rule or model that found it. */
  readonly by: string;
}
