import type { Doc } from "../../model/layers.js";
import type { Mention } from "../../model/mention.js";
import { type Cluster, newCluster } from "./cluster.js";
import { Discourse } from "./discourse.js";
import { selves } from "./first-person.js";
import { antecedentOfPhrase, phrasesOf, properModifiers, sourcePhrase } from "./nominals.js";
import type { Phrase } from "./phrases.js";
import { antecedentOf, pronounAt } from "./pronouns.js";
import { rolesOf, roleText } from "./roles.js";
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
  const join = (cluster: Cluster, mention: Mention, isSource: boolean): void => {
    cluster.mentions.push(mention);
    discourse.note(cluster, mention);
    if (!isSource) return;
    cluster.isSource = true;
    discourse.lastSource = cluster;
  };
  for (const reference of referencesOf(scene, named, doc)) {
    if (reference.kind === "name") {
      join(reference.cluster, reference.mention, isSourceAt(doc, reference.mention));
    } else if (reference.kind === "phrase") {
      const { phrase, isSource } = reference;
      const known =
        reference.cluster ?? antecedentOfPhrase(discourse, phrase) ?? fromHeadline(scene, doc, nameless, phrase);
      const cluster = known ?? newCluster(phrase.head.type);
      if (!known) nameless.push(cluster);
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
        cluster.roles.push(roleText(scene, role));
        cluster.heads.add(role.noun);
        if (role.isPhrase) appositions.set(role.first, cluster);
      }
    }
  }
  const sources = doc.attributions.flatMap(({ source }) => source);
  const phrases = new Map<number, { phrase: Phrase; isSource: boolean }>();
  for (const phrase of phrasesOf(scene, inName)) phrases.set(phrase.end, { phrase, isSource: false });
  for (const source of sources) {
    const phrase = sourcePhrase(scene, source, inName);
    if (phrase) phrases.set(phrase.end, { phrase, isSource: true });
  }
  for (const { phrase, isSource } of phrases.values()) {
    const cluster = appositions.get(phrase.first);
    references.push({ kind: "phrase", first: phrase.first, phrase, isSource, ...(cluster ? { cluster } : {}) });
  }
  for (let i = 0; i < scene.tokens.length; i++) {
    if (inName[i] || !pronounAt(scene, i)) continue;
    const { start, end } = scene.tokens[i]!;
    const isSource = sources.some(
      (source) => source.start <= start && end <= source.end && source.end - source.start < end - start + 2,
    );
    references.push({ kind: "pronoun", first: i, isSource });
  }
  return references.sort((a, b) => a.first - b.first || Number(a.kind === "pronoun") - Number(b.kind === "pronoun"));
}

export const isSourceAt = ({ attributions }: Doc<"attributions">, mention: Mention): boolean =>
  attributions.some(({ source }) => source.some((span) => span.start <= mention.start && mention.end <= span.end));

/** A nameless source of the headline is the first one of its kind in the text: 'talks possible: official … an official said'. */
export function fromHeadline(
  scene: Scene,
  { blocks }: Doc<"blocks">,
  nameless: readonly Cluster[],
  phrase: Phrase,
): Cluster | undefined {
  const kindAt = (offset: number): string | undefined =>
    blocks.find((block) => block.start <= offset && offset < block.end)?.kind;
  if (phrase.head.isPlural || /^(another|each|every)$/.test(wordAt(scene, phrase.first))) return undefined;
  return nameless.find(
    (cluster) =>
      cluster.heads.has(phrase.head.noun) &&
      !cluster.isPlural &&
      cluster.mentions.every((mention) => kindAt(mention.start) === "headline"),
  );
}
