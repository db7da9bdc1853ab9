import type { Candidate } from "./candidate.js";
import type { Run } from "./reading.js";

/** Least share of words (Dice) that two contents must have in common to be one attribution seen twice. */
const SAME = 0.3;

/** Least strength of what the encoder alone proposes. */
const ALONE = 0.6;

/**
 * Joins what the rules and the encoder propose. Where both see the same attribution, the rule's edges stand: they follow
 * the conventions; the encoder gives the source or cue that the rule lacks. What only one sees is kept, from the
 * encoder when it is sure.
 */
export function fuse(ruled: readonly Candidate[], read: readonly Candidate[]): readonly Candidate[] {
  const partners = new Map<Candidate, Candidate>();
  const pairs = ruled
    .flatMap((rule) => read.map((other) => ({ rule, other, likeness: likeness(rule.content, other.content) })))
    .filter(({ likeness: share }) => share >= SAME)
    .toSorted((a, b) => b.likeness - a.likeness || b.rule.strength - a.rule.strength);
  const taken = new Set<Candidate>();
  for (const { rule, other } of pairs) {
    if (taken.has(other) || partners.has(rule)) continue;
    taken.add(other);
    partners.set(rule, other);
  }
  return [
    ...ruled.map((rule) => joined(rule, partners.get(rule))),
    ...read.filter((other) => !taken.has(other) && other.strength >= ALONE),
  ];
}

function joined(rule: Candidate, other: Candidate | undefined): Candidate {
  if (other === undefined) return rule;
  return {
    ...rule,
    cue: rule.cue.length > 0 ? rule.cue : other.cue,
    source: rule.source.length > 0 ? rule.source : other.source,
    ...((rule.entry ?? other.entry) ? { entry: (rule.entry ?? other.entry)! } : {}),
  };
}

/** Dice's coefficient of two contents, in tokens. */
function likeness(a: readonly Run[], b: readonly Run[]): number {
  const length = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.end - run.first, 0);
  let shared = 0;
  for (const run of a)
    for (const other of b) shared += Math.max(0, Math.min(run.end, other.end) - Math.max(run.first, other.first));
  return (2 * shared) / (length(a) + length(b));
}
