import type { Doc } from "../../model/layers.js";
import type { Mention } from "../../model/mention.js";
import { type Cluster, newCluster } from "./cluster.js";
import { Discourse } from "./discourse.js";
import { selves } from "./first-person.js";
import { antecedentOfPhrase, phrasesOf, properModifiers } from "./nominals.js";
import type { Phrase } from "./phrases.js";
import { antecedentOf, pronounAt } from "./pronouns.js";
import { spokenPhrase } from "./relative-source.js";
import { rolesOf, writtenRole } from "./roles.js";
import { type Scene, tokenRange, wordAt } from "./scene.js";

/** Something in the text that refers, at token `first`. */
export type Reference =
  | { readonly kind: "name"; readonly first: number; readonly mention: Mention; readonly cluster: Cluster }
  | {
      readonly kind: "phrase";
      readonly first: number;
      readonly phrase: Phrase;
      readonly isSource: boolean;
      /** The one it stands beside in apposition, or before as a title. */
      readonly cluster?: Cluster;
      readonly isTitle?: boolean;
    }
  | { readonly kind: "pronoun"; readonly first: number; readonly isSource: boolean };

/**
 * Reads the article once, in order, and lets descriptions and pronouns join the entity they take up. Returns the named
 * clusters and the nameless ones that an attribution has as its source.
 */
export function resolveReferences(
  scene: Scene,
  named: readonly Cluster[],
  doc: Doc<"attributions" | "blocks">,
): readonly Cluster[] {
  const discourse = new Discourse(scene);
  const nameless: Cluster[] = [];
  const headlined: Cluster[] = [];
  const isSourceAt = sourceTest(scene, doc);
  const join = (cluster: Cluster, mention: Mention, isSource: boolean): void => {
    cluster.mentions.push(mention);
    discourse.note(cluster, mention);
    if (!isSource) return;
    cluster.isSource = true;
    discourse.lastSource = cluster;
  };
  for (const reference of referencesOf(scene, named, doc)) {
    if (reference.kind === "name") {
      join(reference.cluster, reference.mention, isSourceAt(reference.mention));
    } else if (reference.kind === "phrase") {
      const { phrase, isSource } = reference;
      const known =
        reference.cluster ?? antecedentOfPhrase(discourse, phrase) ?? fromHeadline(scene, headlined, phrase);
      const cluster = known ?? newCluster(phrase.head.type);
      if (!known) nameless.push(cluster);
      if (!known && isHeadline(scene, doc, phrase.first)) headlined.push(cluster);
      cluster.heads.add(phrase.head.noun);
      for (const word of properModifiers(scene, phrase)) cluster.modifiers.add(word);
      if (!known) cluster.isPlural = phrase.head.isPlural;
      if (cluster.gender === "u") cluster.gender = phrase.head.gender;
      const rule = reference.cluster ? "entities/apposition" : known ? "entities/description" : "entities/nameless";
      join(cluster, mentionOf(scene, phrase.first, phrase.end, cluster, "nominal", rule), isSource);
    } else {
      const pronoun = pronounAt(scene, reference.first)!;
      const cluster = antecedentOf(discourse, reference.first, pronoun, reference.isSource);
      if (!cluster) continue;
      if (cluster.gender === "u") cluster.gender = pronoun.gender;
      const mention = mentionOf(scene, reference.first, reference.first + 1, cluster, "pronoun", "entities/pronoun");
      join(cluster, mention, reference.isSource);
    }
  }
  const persons = [...named, ...nameless].filter((cluster) => cluster.type === "person");
  for (const { token, cluster, by } of selves(scene, persons, doc)) {
    const mention = mentionOf(scene, token, token + 1, cluster, "pronoun", by);
    // 'I’m' is one token: the mention is its pronoun.
    cluster.mentions.push({ ...mention, end: mention.start + scene.tokens[token]!.text.search(/['’]|$/) });
  }
  return [...named, ...nameless.filter((cluster) => cluster.isSource)];
}

/** A mention of a cluster, from token `first` up to `end`. */
export function mentionOf(
  { tokens }: Scene,
  first: number,
  end: number,
  { type }: Cluster,
  form: Mention["form"],
  by: string,
): Mention {
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end, type, form, by };
}

/** All that may refer to somebody or something, in text order: names, descriptions, pronouns. */
export function referencesOf(scene: Scene, named: readonly Cluster[], doc: Doc<"attributions">): readonly Reference[] {
  const inName = scene.tokens.map(() => false);
  const references: Reference[] = [];
  const appositions = new Map<number, Cluster>();
  for (const cluster of named) {
    for (const mention of cluster.names) {
      const { first, end } = tokenRange(scene, mention);
      inName.fill(true, first, end);
      references.push({ kind: "name", first, mention, cluster });
      if (cluster.type !== "person") continue;
      for (const role of rolesOf(scene, mention)) {
        cluster.roles.push(writtenRole(scene, role));
        cluster.heads.add(role.noun);
        if (role.kind === "phrase") appositions.set(role.first, cluster);
      }
    }
  }
  const sources = doc.attributions.flatMap(({ source }) => source);
  const sourceEnds = new Map(sources.map((span) => [span.start, span.end]));
  const phrases = new Map<number, { phrase: Phrase; isSource: boolean }>();
  for (const phrase of phrasesOf(scene, inName)) phrases.set(phrase.end, { phrase, isSource: false });
  for (const source of sources) {
    const phrase = spokenPhrase(scene, source, inName);
    if (phrase) phrases.set(phrase.end, { phrase, isSource: true });
  }
  for (const { phrase, isSource } of phrases.values()) {
    const cluster = appositions.get(phrase.first);
    references.push({ kind: "phrase", first: phrase.first, phrase, isSource, ...(cluster ? { cluster } : {}) });
  }
  for (let i = 0; i < scene.tokens.length; i++) {
    if (inName[i] || !pronounAt(scene, i)) continue;
    const { start, end } = scene.tokens[i]!;
    const source = sourceEnds.get(start) ?? sourceEnds.get(start - 1);
    const isSource = source !== undefined && end <= source && source <= end + 1;
    references.push({ kind: "pronoun", first: i, isSource });
  }
  return references.sort((a, b) => a.first - b.first || Number(a.kind === "pronoun") - Number(b.kind === "pronoun"));
}

/** A test whether a mention lies in the source of an attribution. */
export function sourceTest(scene: Scene, { attributions }: Doc<"attributions">): (mention: Mention) => boolean {
  const isSource = scene.tokens.map(() => false);
  for (const span of attributions.flatMap(({ source }) => source)) {
    const { first, end } = tokenRange(scene, span);
    isSource.fill(true, first, end);
  }
  return (mention) => {
    const { first, end } = tokenRange(scene, mention);
    return first < end && isSource[first]! && isSource[end - 1]!;
  };
}

/**
 * A nameless source of the headline is the first one of its kind in the text: 'talks possible: official … an official
 * said'. `headlined` are the nameless ones that the headline alone has mentioned.
 */
export function fromHeadline(scene: Scene, headlined: readonly Cluster[], phrase: Phrase): Cluster | undefined {
  if (phrase.head.isPlural || /^(another|each|every)$/.test(wordAt(scene, phrase.first))) return undefined;
  return headlined.find(
    (cluster) => cluster.heads.has(phrase.head.noun) && !cluster.isPlural && cluster.mentions.length === 1,
  );
}

/** True for a token of the headline. */
export const isHeadline = ({ tokens }: Scene, { blocks }: Doc<"blocks">, token: number): boolean =>
  blocks[tokens[token]!.block]?.kind === "headline";
