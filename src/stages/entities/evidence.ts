import type { Recognition } from "../../model/recognition.js";

/** What the encoder holds of a mention head: how likely it takes up each earlier head of its window, or none; sums to 1. */
export interface Evidence {
  readonly none: number;
  /** By token, likely ones only. */
  readonly candidates: ReadonlyMap<number, number>;
}

/** Chances below this are noise. */
const LEAST = 0.001;

/** The evidence for each mention head, by token: the encoder's log odds as probabilities. */
export function evidenceOf({ antecedents }: Pick<Recognition, "antecedents">): ReadonlyMap<number, Evidence> {
  const found = new Map<number, Evidence>();
  for (const { token, none, candidates } of antecedents) {
    const top = candidates.reduce((most, { score }) => Math.max(most, score), none);
    const total = candidates.reduce((sum, { score }) => sum + Math.exp(score - top), Math.exp(none - top));
    const likely = new Map<number, number>();
    for (const candidate of candidates) {
      const chance = Math.exp(candidate.score - top) / total;
      if (chance >= LEAST) likely.set(candidate.token, chance);
    }
    found.set(token, { none: Math.exp(none - top) / total, candidates: likely });
  }
  return found;
}
