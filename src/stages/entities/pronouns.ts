import type { EntityType } from "../../model/mention.js";
import type { Gender } from "../names/lexicons.js";
import type { Cluster } from "./cluster.js";
import { type Discourse, isSubjectAt, type Standing } from "./discourse.js";
import { type Scene, wordAt } from "./scene.js";

/** What a pronoun asks of its antecedent. */
export interface Pronoun {
  readonly gender: Gender;
  readonly types: readonly EntityType[];
  readonly isPlural: boolean;
  readonly role: "subject" | "object" | "possessive";
}

const PERSON: readonly EntityType[] = ["person"];
const THING: readonly EntityType[] = ["organization", "place"];

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ["he", { gender: "m", types: PERSON, isPlural: false, role: "subject" }],
  ["him", { gender: "m", types: PERSON, isPlural: false, role: "object" }],
  ["himself", { gender: "m", types: PERSON, isPlural: false, role: "possessive" }],
  ["his", { gender: "m", types: PERSON, isPlural: false, role: "possessive" }],
  ["she", { gender: "f", types: PERSON, isPlural: false, role: "subject" }],
  ["her", { gender: "f", types: PERSON, isPlural: false, role: "possessive" }],
  ["hers", { gender: "f", types: PERSON, isPlural: false, role: "possessive" }],
  ["herself", { gender: "f", types: PERSON, isPlural: false, role: "possessive" }],
  ["it", { gender: "u", types: THING, isPlural: false, role: "subject" }],
  ["its", { gender: "u", types: THING, isPlural: false, role: "possessive" }],
  ["itself", { gender: "u", types: THING, isPlural: false, role: "possessive" }],
  ["they", { gender: "u", types: ["person", "organization"], isPlural: true, role: "subject" }],
  ["them", { gender: "u", types: ["person", "organization"], isPlural: true, role: "object" }],
  ["their", { gender: "u", types: ["person", "organization"], isPlural: true, role: "possessive" }],
  ["themselves", { gender: "u", types: ["person", "organization"], isPlural: true, role: "possessive" }],
] as const);

/** The pronoun a token is, if it refers to a third person or thing. */
export function pronounAt(scene: Scene, index: number): Pronoun | undefined {
  const word = wordAt(scene, index);
  const pronoun = PRONOUNS.get(word);
  if (word !== "her" || !pronoun) return pronoun;
  const next = scene.tokens[index + 1];
  return next && ["NOUN", "ADJ", "PROPN", "NUM"].includes(next.pos) ? pronoun : { ...pronoun, role: "object" };
}

/** Weights of an antecedent's signs, set by hand while reading the errors on GUM's train and dev files. */
export interface PronounWeights {
  /** Taken off for every sentence between. */
  readonly distance: number;
  readonly subject: number;
  /** For each doubling of the number of mentions so far. */
  readonly count: number;
  /** The first name or a title tells the gender. */
  readonly gender: number;
  /** It is the source of the attribution before, further back than the sentence before. */
  readonly source: number;
  /** It is that in the same sentence or the one before: '“No,” Reed said. “Not yet,” he added.' */
  readonly goingOn: number;
  /** Taken off for one last mentioned in a quotation, by a pronoun outside it: '“I love Larry,” he said' is not Larry. */
  readonly quoted: number;
}

/** Weights of what speaks for an antecedent. */
export const WEIGHTS: PronounWeights = {
  distance: 1,
  subject: 1,
  count: 0.5,
  gender: 0.7,
  source: 1,
  goingOn: 2.2,
  quoted: 1.5,
};

/** Doublings that count: the one an article is about is not every 'he' of it. */
const MAX_DOUBLINGS = 3;

/** Sentences back in which an antecedent is looked for. */
const MAX_DISTANCE = 4;

/** The best antecedent of the pronoun at token `at`, or undefined when nobody before it fits. */
export function antecedentOf(
  discourse: Discourse,
  at: number,
  pronoun: Pronoun,
  isSource: boolean,
  weights: PronounWeights = WEIGHTS,
): Cluster | undefined {
  let best: Cluster | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const [cluster, score] of antecedentScores(discourse, at, pronoun, isSource, weights)) {
    if (score > top) [best, top] = [cluster, score];
  }
  return best;
}

/**
 * How well each entity of the sentences before, and of `others` from further back, fits the pronoun at token `at`, the last
 * mentioned first; without those that do not.
 */
export function antecedentScores(
  discourse: Discourse,
  at: number,
  pronoun: Pronoun,
  isSource: boolean,
  weights: PronounWeights = WEIGHTS,
  others: Iterable<Cluster> = [],
): ReadonlyMap<Cluster, number> {
  const { scene } = discourse;
  const sentence = scene.sentenceOf[at]!;
  const scores = new Map<Cluster, number>();
  for (const cluster of new Set([...discourse.since(sentence - MAX_DISTANCE), ...others])) {
    const standing = discourse.standing(cluster);
    if (!standing) continue;
    const distance = Math.min(sentence - standing.sentence, MAX_DISTANCE + 1);
    if (!fits(scene, cluster, standing, at, pronoun)) continue;
    if (pronoun.gender === "u" && !isSafe(cluster, standing, distance, pronoun, isSource)) continue;
    const score =
      -weights.distance * distance +
      (standing.isSubject ? weights.subject : 0) +
      weights.count * Math.min(Math.log2(standing.count), MAX_DOUBLINGS) +
      (cluster.gender !== "u" && cluster.gender === pronoun.gender ? weights.gender : 0) +
      (isSource && cluster === discourse.lastSource ? (distance <= 1 ? weights.goingOn : weights.source) : 0) -
      (standing.quotation >= 0 && scene.quotationOf[at]! < 0 ? weights.quoted : 0) +
      standing.end / (scene.tokens.length * 100);
    scores.set(cluster, score);
  }
  return scores;
}

function fits(scene: Scene, cluster: Cluster, standing: Standing, at: number, pronoun: Pronoun): boolean {
  if (!pronoun.types.includes(cluster.type)) return false;
  if (cluster.gender !== "u" && pronoun.gender !== "u" && cluster.gender !== pronoun.gender) return false;
  if (pronoun.isPlural ? !cluster.isPlural && cluster.type !== "organization" : cluster.isPlural) return false;
  if (standing.end > at) return false;
  // 'Reed told him': an object is not the subject of its own clause.
  const isClause = pronoun.role === "object" && standing.sentence === scene.sentenceOf[at];
  return !(isClause && isSubjectAt(scene, standing.first, standing.end) && isOneClause(scene, standing.end, at));
}

/**
 * 'It', 'its' and 'they' mostly mean things that are no entities here: they are resolved only for a source, with an
 * organization that was a subject just before, for 'its' with the subject of its own sentence, and for 'they' with people
 * told as many.
 */
function isSafe(cluster: Cluster, standing: Standing, distance: number, pronoun: Pronoun, isSource: boolean): boolean {
  if (pronoun.isPlural && cluster.isPlural) return distance <= (isSource ? 2 : 1);
  if (isSource) return distance <= 1 && standing.isSubject && cluster.type === "organization";
  return !pronoun.isPlural && pronoun.role === "possessive" && distance === 0 && standing.isSubject;
}

function isOneClause({ tokens }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { pos, text } = tokens[i]!;
    if (pos === "SCONJ" || pos === "CCONJ" || /^([,;:]|that|who|which|to)$/.test(text)) return false;
  }
  return true;
}
