import type { Candidate } from "./candidate.js";
import type { EncoderCandidate } from "./encoder-candidates.js";
import type { Run } from "./reading.js";

/** Least share of tokens (Dice) that two contents must have in common to be one attribution seen twice. */
const SAME = 0.3;
/** Words that may stand between two readings of one cue: one takes 'later' and the other 'told' of 'later told'. */
const CUE_GAP = 1;

/** Which rule's proposal is which of the encoder's. */
export interface Pairs {
  readonly partners: ReadonlyMap<Candidate, EncoderCandidate>;
  /** Rules without a partner whose words the encoder gives to another cue. */
  readonly rivals: ReadonlySet<Candidate>;
}

/**
 * Gives each rule's proposal the encoder's one that is most like it: first one with the same cue; then, of those that no
 * rule shares the cue of, one in whose content the rule's cue does not lie. Many rules may see what the encoder sees once.
 */
export function pair(ruled: readonly Candidate[], read: readonly EncoderCandidate[]): Pairs {
  const partners = new Map<Candidate, EncoderCandidate>();
  const rivals = new Set<Candidate>();
  for (const rule of ruled) {
    const other = nearest(rule, read, (each) => sameCue(rule, each));
    if (other) partners.set(rule, other);
  }
  const taken = new Set(partners.values());
  for (const rule of ruled) {
    if (partners.has(rule)) continue;
    const other = nearest(rule, read, (each) => !taken.has(each) && likeness(rule.cue, each.content) === 0);
    if (other) partners.set(rule, other);
    else if (nearest(rule, read, () => true)) rivals.add(rule);
  }
  return { partners, rivals };
}

/** The encoder's proposal that shares most words with a rule's, when they are enough. */
function nearest(
  rule: Candidate,
  read: readonly EncoderCandidate[],
  fits: (other: EncoderCandidate) => boolean,
): EncoderCandidate | undefined {
  let best: EncoderCandidate | undefined;
  let share = SAME;
  for (const other of read) {
    const here = likeness(rule.content, other.content);
    if (here < share || (here === share && best) || !fits(other)) continue;
    share = here;
    best = other;
  }
  return best;
}

/** True unless both have a cue and the two lie apart. */
const sameCue = (a: Candidate, b: Candidate): boolean =>
  a.cue.length === 0 ||
  b.cue.length === 0 ||
  a.cue.some((run) => b.cue.some((other) => run.first < other.end + CUE_GAP && other.first < run.end + CUE_GAP));

/** Dice's coefficient of two stretches, in tokens; 0 when both are empty. */
export function likeness(a: readonly Run[], b: readonly Run[]): number {
  let shared = 0;
  for (const run of a) {
    for (const other of b) shared += Math.max(0, Math.min(run.end, other.end) - Math.max(run.first, other.first));
  }
  return shared === 0 ? 0 : (2 * shared) / (lengthOf(a) + lengthOf(b));
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.end - run.first, 0);
