import type { Span } from "../../model/span.js";
import { firstTokenFrom, headWord } from "../quotes/head-word.js";
import type { Cluster } from "./cluster.js";
import type { Discourse } from "./discourse.js";
import { type HeadNoun, headNoun, type Phrase, phraseEndingAt, singular } from "./phrases.js";
import { isPossessive, type Scene, tokenRange, wordAt } from "./scene.js";

/** Words that stand for nameless people without a noun: 'some said', 'another said'. */
const STANDING_ALONE: ReadonlySet<string> = new Set([
  "one",
  "some",
  "many",
  "others",
  "another",
  "others",
  "few",
  "several",
  "most",
  "all",
  "both",
]);

/** Phrases with a role or group noun as head, outside names: 'the official', 'his company'. Refuses 'President' in 'President Reed'. */
export function phrasesOf(scene: Scene, inName: readonly boolean[]): readonly Phrase[] {
  const { tokens } = scene;
  const found: Phrase[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (inName[i] || !["NOUN", "PROPN"].includes(tokens[i]!.pos)) continue;
    const head = headNoun(scene, tokens[i]!.text);
    if (!head || isInside(scene, i, inName)) continue;
    found.push(phraseEndingAt(scene, i, head));
  }
  return found;
}

/** Sentences back in which 'the company' or 'the city' finds its name. */
const MAX_GROUP_DISTANCE = { organization: 5, place: 20 };

/** True when the noun is part of a longer compound or a title: 'government officials', 'President Reed'. */
function isInside({ tokens, sentenceOf }: Scene, at: number, inName: readonly boolean[]): boolean {
  const next = tokens[at + 1];
  if (!next || sentenceOf[at + 1] !== sentenceOf[at]) return false;
  if (inName[at + 1] && !/^[,(]/.test(next.text)) return true;
  if (/^[-‐‑]$/.test(next.text) && next.start === tokens[at]!.end) return true;
  return next.pos === "NOUN" || next.pos === "PROPN";
}

/** The phrase of a source that names nobody: 'people familiar with the matter', 'the report', 'some'. Undefined for pronouns. */
export function sourcePhrase(scene: Scene, source: Span, inName: readonly boolean[]): Phrase | undefined {
  const head = headWord(scene.tokens, source);
  const range = tokenRange(scene, source);
  const alone = wordAt(scene, range.first);
  const at = head ? firstTokenFrom(scene.tokens, head.start) : range.first;
  if (!head && !STANDING_ALONE.has(alone)) return undefined;
  if (inName[at] || (head?.pos === "PRON" && !STANDING_ALONE.has(wordAt(scene, at)))) return undefined;
  const word = wordAt(scene, at);
  const noun: HeadNoun = headNoun(scene, word) ?? guessed(word);
  const phrase = phraseEndingAt(scene, at, noun);
  return phrase.first < range.first ? { ...phrase, first: range.first } : phrase;
}

/** A noun that no list knows: a person by its ending ('objectors'), else a thing ('poll'). */
function guessed(word: string): HeadNoun {
  const isPlural = /[^s]s$/.test(word) || STANDING_ALONE.has(word);
  const isPerson = STANDING_ALONE.has(word) || /(er|or|ist|ian|ant|ee)s?$/.test(word);
  return { noun: singular(word), type: isPerson ? "person" : "other", gender: "u", isPlural };
}

/**
 * The entity that a definite phrase takes up: 'the president' one with that role, 'the department' one with that word in
 * its name, 'the official' the last nameless official, 'the company' the organization spoken of most of late. Indefinite
 * phrases take up nothing, and none takes up `itself`, the entity that the phrase is of already.
 */
export function antecedentOfPhrase(discourse: Discourse, phrase: Phrase, itself?: Cluster): Cluster | undefined {
  if (phrase.kind === "indefinite") return undefined;
  if (phrase.kind === "bare") return undefined;
  const { scene } = discourse;
  const { head } = phrase;
  const modifiers = modifiersOf(scene, phrase);
  const proper = properModifiers(scene, phrase);
  // 'My father' is the speaker's, whoever else has been called one.
  const isSpeakers = head.type === "person" && /^(my|our|your)$/.test(wordAt(scene, phrase.first));
  const isFit = (cluster: Cluster): boolean =>
    cluster !== itself &&
    cluster.isPlural === head.isPlural &&
    cluster.type === head.type &&
    !isGenderClash(cluster, head);
  const last = discourse.lastDescribed(
    head.noun,
    (cluster) =>
      isFit(cluster) &&
      (cluster.names.length === 0 ? isSameKind(cluster, proper) : !isSpeakers && isModified(cluster, modifiers)),
  );
  if (last && (last.names.length > 0 || last.isSource || head.type === "person")) return last;
  if (!scene.lexicons.groups.get(head.noun)?.isFree || modifiers.length > 0) return last;
  const back = scene.sentenceOf[phrase.first]! - MAX_GROUP_DISTANCE[head.type as "organization" | "place"];
  const recent = discourse
    .since(back)
    .filter((cluster) => cluster.names.length > 0 && isFit(cluster) && isOfKind(scene, cluster, head.noun));
  const countOf = (cluster: Cluster): number => discourse.standing(cluster)!.count;
  return recent.toSorted((a, b) => countOf(b) - countOf(a) || a.names[0]!.start - b.names[0]!.start)[0] ?? last;
}

const isGenderClash = (cluster: Cluster, head: HeadNoun): boolean =>
  cluster.gender !== "u" && head.gender !== "u" && cluster.gender !== head.gender;

/** Words that make another office of one. */
const DISTINCT = /^(former|ex|deputy|vice|acting|then|assistant)$/;

/** Words between the opening and the head that tell one from another, lower case: 'Ukrainian', 'former', not 'reclusive'. */
function modifiersOf(scene: Scene, { first, end, head }: Phrase): readonly string[] {
  const words: string[] = [];
  for (let i = first; i < end - 1; i++) {
    const { pos, text } = scene.tokens[i]!;
    if (!/^\p{Lu}/u.test(text) && !DISTINCT.test(text) && head.type === "person") continue;
    if (pos !== "DET" && !isPossessive(scene.tokens[i]) && !/^(his|her|its|their|our|my|the|this|that)$/i.test(text))
      words.push(text.toLowerCase());
  }
  return words;
}

/** A named entity is taken up with modifiers only when its roles or names hold one: 'the North Korean leader'. */
const isModified = (cluster: Cluster, modifiers: readonly string[]): boolean =>
  modifiers.length === 0 ||
  modifiers.some(
    (word) =>
      cluster.words.has(word) || cluster.roles.some(({ text }) => text.toLowerCase().split(/\s+/).includes(word)),
  );

/** Words in capitals before the head, lower case: 'north', 'korean' in 'the North Korean officials'. */
export function properModifiers({ tokens, sentenceOf }: Scene, { first, end }: Phrase): readonly string[] {
  const words: string[] = [];
  for (let i = first; i < end - 1; i++) {
    const isOpening = i === 0 || sentenceOf[i - 1] !== sentenceOf[i];
    if (/^\p{Lu}/u.test(tokens[i]!.text) && (!isOpening || tokens[i]!.pos === "PROPN"))
      words.push(tokens[i]!.text.toLowerCase());
  }
  return words;
}

/** Nameless ones are taken up with a name before the noun only when they have had it: not 'Trump officials … the Korean officials'. */
export const isSameKind = (cluster: Cluster, proper: readonly string[]): boolean =>
  proper.length === 0 || proper.some((word) => cluster.modifiers.has(word));

/** 'The country' is a country of the lists; 'the island' anything the lists do not call a country. */
function isOfKind(scene: Scene, cluster: Cluster, noun: string): boolean {
  if (cluster.type !== "place") return true;
  const surface = cluster.names[0]!;
  const kind = scene.lexicons.places.get(scene.text.slice(surface.start, surface.end))?.kind;
  if (/^(country|nation|republic|kingdom|state)$/.test(noun))
    return kind === "country" || (noun === "state" && kind === "state");
  return kind === undefined || (kind === "city" && /^(city|capital|town|port)$/.test(noun)) || kind === "region";
}
