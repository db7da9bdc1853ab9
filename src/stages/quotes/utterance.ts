import type { Candidate } from "./candidate.js";
import type { CueVerb } from "./verb-groups.js";

/** What somebody says at a stretch: one quotation or more, with the cue found for them. */
export interface Utterance {
  /** Indexes into `reading.quotations`, in text order. */
  readonly quotations: readonly number[];
  readonly verb: CueVerb | undefined;
  readonly candidate: Candidate;
}
