import type { Recognition } from "../../model/recognition.js";
import { type Asked, mayBe } from "./asked.js";
import { isBound } from "./binding.js";
import type { Cluster } from "./cluster.js";
import type { Discourse } from "./discourse.js";
import { evidenceOf } from "./evidence.js";
import { antecedentScores, type Pronoun, WEIGHTS } from "./pronouns.js";
import type { Voices } from "./voices.js";

/**
 * What the logarithm of the encoder's chance weighs beside the rules' scores of antecedents, and the chance of one it does
 * not see. Flat from 0.3 to 1 on GUM's train and dev files; 0.8 would give own gold 0.004, but makes four speakers on
 * polnear-dev wrong and one right.
 */
const ENCODER = { weight: 0.6, unseen: 0.02 };

/** An entity and how likely a mention is of it. */
export interface Chance {
  readonly cluster: Cluster;
  readonly chance: number;
}

/** What the encoder holds of the mentions of an article, after what type, number, gender, syntax and voice forbid is left out. */
export class Chances {
  readonly #evidence: ReturnType<typeof evidenceOf>;

  /**
   * `at` is, for each token, the entity of the mention that hangs on it, and grows while the article is read; `speakers`,
   * for each token of a quotation, the one named as its source: 'he' in it is somebody else.
   */
  constructor(
    readonly discourse: Discourse,
    readonly voices: Voices,
    readonly at: readonly (Cluster | undefined)[],
    readonly speakers: ReadonlyMap<number, Cluster>,
    readonly recognition: Recognition,
  ) {
    this.#evidence = evidenceOf(recognition);
  }

  /** Whom 'he' or 'she' takes up, by what the rules and the encoder hold of each one together. */
  weighed(at: number, asked: Asked, pronoun: Pronoun, isSource: boolean): Cluster | undefined {
    const chances = this.#chances(at, asked, new Set());
    if (!chances) return undefined;
    const ruled = antecedentScores(this.discourse, at, pronoun, isSource, WEIGHTS, chances.keys());
    const speaker = this.speakers.get(at);
    let best: Cluster | undefined;
    let top = Number.NEGATIVE_INFINITY;
    for (const [cluster, fit] of ruled) {
      if (cluster === speaker) continue;
      const score = fit + ENCODER.weight * Math.log((chances.get(cluster) ?? 0) + ENCODER.unseen);
      if (score > top) [best, top] = [cluster, score];
    }
    return best;
  }

  /** The likeliest entity of the mention at `token`, of those it may be. */
  best(token: number, asked: Asked, excluded: ReadonlySet<Cluster>): Chance | undefined {
    const chances = this.#chances(token, asked, excluded);
    if (!chances) return undefined;
    let best: Chance | undefined;
    for (const [cluster, chance] of chances) if (!best || chance > best.chance) best = { cluster, chance };
    return best;
  }

  /** The chances of the entities that the mention at `token` may be of, summed over their mentions; undefined when the encoder saw none there. */
  #chances(token: number, asked: Asked, excluded: ReadonlySet<Cluster>): ReadonlyMap<Cluster, number> | undefined {
    const evidence = this.#evidence.get(token);
    if (!evidence) return undefined;
    const chances = new Map<Cluster, number>();
    let total = evidence.none;
    for (const [other, chance] of evidence.candidates) {
      const cluster = this.at[other] && this.discourse.live(this.at[other]!);
      if (!cluster || excluded.has(cluster) || !mayBe(this.discourse.scene, cluster, asked)) continue;
      if (isBound(this.recognition, token, other) || this.voices.isClash(token, other)) continue;
      chances.set(cluster, (chances.get(cluster) ?? 0) + chance);
      total += chance;
    }
    return new Map([...chances].map(([cluster, sum]) => [cluster, sum / total]));
  }
}
