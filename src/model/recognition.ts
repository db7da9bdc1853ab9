import type { EntityType } from "./mention.js";
import type { Span } from "./span.js";
import type { TimeType } from "./time-expression.js";
import type { Upos } from "./token.js";

/** A span the encoder found. `score` is the mean probability of its tokens' labels: 0 to 1, not calibrated. */
export interface ScoredSpan extends Span {
  readonly score: number;
}

/** A name that the encoder found. */
export interface RecognizedName extends ScoredSpan {
  readonly type: EntityType;
}

/** A time expression that the encoder found, without a value. */
export interface RecognizedTime extends ScoredSpan {
  readonly type: TimeType;
}

/** Contents, and the cue and source that belong to them, as indices into the lists of a {@link Recognition}. */
export interface AttributionLink {
  /** At least one, ascending: parts of one utterance. */
  readonly contents: readonly number[];
  readonly cue?: number;
  /** How likely the contents belong to this cue, not to another or none; 0 to 1, not calibrated. */
  readonly cueScore?: number;
  readonly source?: number;
  /** The same of cue and source. */
  readonly sourceScore?: number;
}

/** The head token of somebody or something mentioned, by name, description or pronoun. */
export interface MentionHead {
  readonly token: number;
  readonly type: EntityType;
}

/** What a mention head may refer back to. Scores are log odds of one another; `none` is that of no antecedent. */
export interface AntecedentScores {
  readonly token: number;
  readonly none: number;
  /** Earlier mention heads of the same window, in text order. */
  readonly candidates: readonly { readonly token: number; readonly score: number }[];
}

/** All that the encoder reads off an article. Lists are in text order; token indices point into the tokens layer. */
export interface Recognition {
  readonly names: readonly RecognizedName[];
  readonly times: readonly RecognizedTime[];
  readonly contents: readonly ScoredSpan[];
  readonly cues: readonly ScoredSpan[];
  readonly sources: readonly ScoredSpan[];
  readonly links: readonly AttributionLink[];
  /** One for each token: how likely it is part of a content, a cue, a source; 0 to 1. */
  readonly contentScores: readonly number[];
  readonly cueScores: readonly number[];
  readonly sourceScores: readonly number[];
  /** One for each token. */
  readonly pos: readonly Upos[];
  /** One for each token: the index of its head; the root of a sentence is its own. */
  readonly heads: readonly number[];
  /** One for each token: its Universal Dependencies relation, subtypes included ('nmod:poss'). */
  readonly relations: readonly string[];
  readonly mentionHeads: readonly MentionHead[];
  /** One for each mention head. */
  readonly antecedents: readonly AntecedentScores[];
}

/** A recognition of nothing yet, its lists open. */
export const emptyRecognition = (): { [List in keyof Recognition]: Recognition[List][number][] } => ({
  names: [],
  times: [],
  contents: [],
  cues: [],
  sources: [],
  links: [],
  contentScores: [],
  cueScores: [],
  sourceScores: [],
  pos: [],
  heads: [],
  relations: [],
  mentionHeads: [],
  antecedents: [],
});
