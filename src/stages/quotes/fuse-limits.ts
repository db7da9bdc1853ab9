/**
 * The figures that settle between the rules and the encoder, all in one place: they go with the bundled weights, and are
 * measured anew for others (`node bench/fuse-limits.mjs`, on polnear-dev).
 */
export interface FuseLimits {
  /** Least strength of what the encoder alone proposes. */
  readonly alone: number;
  /** How far doubt about the link of content and cue weakens what the encoder alone proposes: 0 not at all, 1 wholly. */
  readonly link: number;
  /** Strength from which the encoder's edges of a content are truer than a rule's. */
  readonly sureEdges: number;
  /** The same where quotation marks, 'that' or 'according to' show the edges. */
  readonly sureShownEdges: number;
  /** Score from which the encoder's source is truer than a rule's, where they share no token. */
  readonly sureSource: number;
  /** What the encoder's assent adds to the strength of a rule's proposal. */
  readonly agreement: number;
  /** Least sum of the encoder's mean content and cue scores for a rule's proposal outside quotation marks. */
  readonly support: number;
  /** Strength from which a rule's proposal needs no support, and stands where the encoder gives the words to another cue. */
  readonly sureRule: number;
  /** Least content score of the words with which a content goes on that ends in the middle of a phrase. */
  readonly goesOn: number;
}

/** For the bundled weights. */
export const FUSE_LIMITS: FuseLimits = {
  alone: 0.64,
  link: 0.25,
  sureEdges: 0.7,
  sureShownEdges: 0.95,
  sureSource: 0.5,
  agreement: 0.3,
  support: 0.75,
  sureRule: 0.9,
  goesOn: 0.3,
};
