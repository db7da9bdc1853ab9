import type { QuoteKind } from "../../model/quote.js";
import type { CueEntry } from "./cue-lexicon.js";
import type { Reading, Run } from "./reading.js";
import type { CueVerb } from "./verb-groups.js";

/** What a rule proposes: an attribution in tokens. Shaped so that an encoder's spans can be joined to it later. */
export interface Candidate {
  readonly content: readonly Run[];
  readonly cue: readonly Run[];
  readonly source: readonly Run[];
  readonly addressee?: Run;
  /** Class and attitude of the cue; undefined for a colon or a quotation without a cue. */
  readonly entry?: CueEntry;
  /** Set where the words are known to be the speaker's own without marks: a turn of an interview. */
  readonly kind?: QuoteKind;
  /** Set where the words are given to another: it stands only inside that one, as a link of a source chain. */
  readonly onlyWithin?: true;
  /** Set where the subject is surely spoken of ('Lee was accused of'): it is content, whatever the encoder takes it for. */
  readonly spokenOf?: true;
  /** The rule, such as `quotes/cue-after`. */
  readonly by: string;
  /** How sure the rule is, 0 to 1: orders the decoding, and is no probability. */
  readonly strength: number;
}

/** A rule: proposes attributions, and knows nothing of other rules. */
export type Rule = (reading: Reading, verbs: readonly CueVerb[]) => readonly Candidate[];
