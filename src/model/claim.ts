import type { Span } from "./span.js";

export const POLARITIES = ["affirmed", "negated"] as const;
export const MODALITIES = ["asserted", "possible", "intended", "conditional", "asked"] as const;

/** A subject, predicate or argument; `entity` is an index into the entities layer. */
export interface ClaimPart extends Span {
  readonly entity?: number;
}

/** Who stands behind a claim: an index into the quotes layer, or the article itself. */
export type AssertedBy = { readonly quote: number } | "article";

/** Something that the article, or a speaker in it, says is so. */
export interface Claim extends Span {
  readonly subject: ClaimPart | null;
  readonly predicate: ClaimPart | null;
  readonly arguments: readonly ClaimPart[];
  /** Index into the times layer. */
  readonly time?: number;
  /** Index into the entities layer. */
  readonly place?: number;
  readonly assertedBy: AssertedBy;
  readonly polarity: (typeof POLARITIES)[number];
  readonly modality: (typeof MODALITIES)[number];
  readonly by: string;
}
