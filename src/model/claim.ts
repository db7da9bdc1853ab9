import type { Span } from "./span.js";

/** Whether the claim says that it is so, or that it is not. */
export const POLARITIES = ["affirmed", "negated"] as const;

/** Whether it is said to be so, or only to be possible, meant, the case if something else is, or a question. */
export const MODALITIES = ["asserted", "possible", "intended", "conditional", "asked"] as const;

/** How the one who makes a claim stands to it; `stated` for all plain saying, and for what the article itself says. */
export const STANCES = ["stated", "denied", "alleged", "promised", "feared", "believed", "wanted", "asked"] as const;
export type Stance = (typeof STANCES)[number];

/** Relations with fixed names, for tables: what dashboards ask most. */
export const CLAIM_RELATIONS = [
  "holds-role",
  "member-of",
  "located-in",
  "met-with",
  "traveled-to",
  "founded",
  "acquired",
  "hired",
  "died",
  "was-charged-with",
  "reported-figure",
] as const;
export type ClaimRelation = (typeof CLAIM_RELATIONS)[number];

/** A number with what it counts: '$4.2 million' is 4200000 USD, '3 percent' is 3 with the unit '%'. */
export interface Quantity {
  readonly value: number;
  /** The thing counted, as a lemma ('soldier'), or '%'. */
  readonly unit?: string;
  /** ISO 4217. */
  readonly currency?: string;
}

/** A subject, predicate or argument; `entity` is an index into the entities layer. */
export interface ClaimPart extends Span {
  readonly entity?: number;
  /** All of its words when they are not in one piece, in text order: 'was' … 'knighted'. The part's own span is the chief piece. */
  readonly pieces?: readonly Span[];
  readonly quantity?: Quantity;
}

/** A claim as a row of a table: `subject` and `object` point to the claim's own parts. */
export interface TypedRelation {
  readonly type: ClaimRelation;
  /** The one that the relation starts from. */
  readonly subject: ClaimPart;
  readonly object?: ClaimPart;
}

/** Who stands behind a claim: an index into the quotes layer, or the article itself. */
export type AssertedBy = { readonly quote: number } | "article";

/** Something that the article, or a speaker in it, says is so. */
export interface Claim extends Span {
  readonly subject: ClaimPart | null;
  /** Null when the text has no word for it: 'Kim, the leader'; then `implied` says what it is. */
  readonly predicate: ClaimPart | null;
  readonly arguments: readonly ClaimPart[];
  /** Base form of the predicate's chief verb, with its particle: 'take over', 'be'. */
  readonly lemma?: string;
  /** A verb that is understood, not written, before the predicate or in its place: 'is' of 'men (is) charged with theft'. */
  readonly implied?: string;
  /** The typed relation it comes to, when there is one. */
  readonly relation?: TypedRelation;
  /** Index into the times layer. */
  readonly time?: number;
  /** Index into the entities layer. */
  readonly place?: number;
  readonly assertedBy: AssertedBy;
  /** The quotes it came through, the outermost first, when there are several: indices into the quotes layer. */
  readonly chain?: readonly number[];
  readonly stance?: Stance;
  readonly polarity: (typeof POLARITIES)[number];
  readonly modality: (typeof MODALITIES)[number];
  readonly by: string;
}
