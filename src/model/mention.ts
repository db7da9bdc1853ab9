import type { Span } from "./span.js";

export const ENTITY_TYPES = ["person", "organization", "place", "other"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const MENTION_FORMS = ["name", "nominal", "pronoun"] as const;
export type MentionForm = (typeof MENTION_FORMS)[number];

/** One occurrence of somebody or something in the text. Mentions of one form do not overlap. */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly form: MentionForm;
  /** The rule or model that found it. */
  readonly by: string;
}
