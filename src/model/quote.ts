import type { CueMeaning } from "./cue.js";
import type { Span } from "./span.js";

/** By how much of the content stands in quotation marks. */
export const QUOTE_KINDS = ["direct", "indirect", "mixed"] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** PDTB's and PARC's types of attribution. */
export const ATTITUDES = ["assertion", "belief", "fact", "eventuality"] as const;
export type Attitude = (typeof ATTITUDES)[number];

/** An attribution as spans: who (source), by what word (cue), what (content). PolNeAR's terms. */
export interface Attribution {
  readonly kind: QuoteKind;
  /** At least one; outer quotation marks left out; parts of one utterance broken by its cue are parts of one attribution. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** The one spoken to: 'told reporters'. */
  readonly addressee?: Span;
  /** Index, in the same layer, of the attribution whose content this one lies in: 'Axios reported that officials said …'. */
  readonly within?: number;
  readonly by: string;
}

/** The entity behind a source, or why there is none. Never a guess in a string. */
export type Speaker =
  | { readonly status: "resolved"; readonly entity: number }
  | { readonly status: "unresolved"; readonly reason: string };

/** The one spoken to, with the index of its entity when it is one. */
export interface Addressee extends Span {
  readonly entity?: number;
}

/** An attribution with its speaker and the meaning of its cue; `entity` is an index into the entities layer. */
export interface Quote extends Attribution, CueMeaning {
  readonly attitude: Attitude;
  readonly speaker: Speaker;
  readonly addressee?: Addressee;
  /** Index of the quote this one came through: 'Axios reported that officials said …'. */
  readonly via?: number;
}
