import type { EntityType } from "../../model/mention.js";
import type { Gender } from "../names/lexicons.js";
import type { Cluster } from "./cluster.js";
import { isSameKind, properModifiers } from "./nominals.js";
import type { Phrase } from "./phrases.js";
import { pronounAt } from "./pronouns.js";
import { type Scene, wordAt } from "./scene.js";

/** What a mention asks of the entity it is of. */
export interface Asked {
  readonly form: "name" | "nominal" | "pronoun";
  /** Types it may be of; empty for any. */
  readonly types: readonly EntityType[];
  readonly gender: Gender;
  /** Undefined where the form does not tell: 'you', 'who'. */
  readonly isPlural?: boolean;
  readonly person: 1 | 2 | 3;
  /** Words in capitals before its noun, lower case. */
  readonly proper: readonly string[];
}

const THING: readonly EntityType[] = ["organization", "place", "other"];
const ANY: Asked = { form: "pronoun", types: [], gender: "u", person: 3, proper: [] };

/** What a name asks: the type and gender of the entity the rules have put it in; a person is one, but for 'the Reeds'. */
export function askedByName(scene: Scene, cluster: Cluster): Asked {
  const { type, gender } = cluster;
  const isOne = type === "person" && !isPluralName(scene, cluster);
  return { ...ANY, form: "name", types: [type], gender, ...(isOne ? { isPlural: false } : {}) };
}

/** What a description asks, by its head noun and the names before it. */
export function askedByPhrase(scene: Scene, phrase: Phrase): Asked {
  const { type, gender, isPlural } = phrase.head;
  const types = type === "other" ? [] : [type];
  return { form: "nominal", types, gender, isPlural, person: 3, proper: properModifiers(scene, phrase) };
}

/** What a pronoun asks. 'They' may be anybody but one named person, 'it' anything but a person. */
export function askedByPronoun(scene: Scene, token: number): Asked {
  const word = wordAt(scene, token).replace(/['’].*$/, "");
  if (/^(i|me|my|mine|myself)$/.test(word)) return { ...ANY, types: ["person"], isPlural: false, person: 1 };
  if (/^(we|us|our|ours|ourselves)$/.test(word)) return { ...ANY, isPlural: true, person: 1 };
  if (/^(you|yours?|yoursel(f|ves))$/.test(word)) return { ...ANY, person: 2 };
  if (/^(these|those)$/.test(word)) return { ...ANY, isPlural: true };
  if (/^(this|that|which|there|here)$/.test(word)) return { ...ANY, types: THING };
  if (/^who(m|se)?$/.test(word)) return { ...ANY, types: ["person", "organization"] };
  const pronoun = pronounAt(scene, token);
  if (!pronoun) return ANY;
  const { gender, isPlural } = pronoun;
  if (isPlural) return { ...ANY, isPlural };
  return { ...ANY, types: gender === "u" ? THING : ["person"], gender, isPlural };
}

/** True when nothing in type, number, gender and names forbids that a mention is of an entity. */
export function mayBe(scene: Scene, cluster: Cluster, asked: Asked): boolean {
  const isNamed = cluster.names.length > 0;
  if (!isTypeFit(cluster, asked, isNamed)) return false;
  if (cluster.gender !== "u" && asked.gender !== "u" && cluster.gender !== asked.gender) return false;
  if (asked.isPlural === false && cluster.isPlural) return false;
  if (asked.isPlural === true && isNamed && cluster.type === "person" && !isPluralName(scene, cluster)) return false;
  if (asked.form === "nominal" && !isNamed && cluster.isPlural !== asked.isPlural) return false;
  if (!isNamed) return isSameKind(cluster, asked.proper);
  return asked.proper.length === 0 || cluster.type === "person" || asked.proper.some((word) => cluster.words.has(word));
}

/** What is nameless and of no type may turn out to be of any; 'the country' may be an organization. */
function isTypeFit(cluster: Cluster, { types, form }: Asked, isNamed: boolean): boolean {
  if (types.length === 0 || types.includes(cluster.type)) return true;
  if (cluster.type === "other" && !isNamed) return !cluster.isThing || types.some((type) => type !== "person");
  return form === "nominal" && cluster.type !== "person" && types[0] !== "person";
}

/** 'The Reeds', 'Americans'. */
const isPluralName = ({ text }: Scene, { names }: Cluster): boolean =>
  names.every(({ start, end }) => /[^'’]s$/.test(text.slice(start, end)));

/** 'Danes', which the encoder may call people or something else, but not 'Sears' or 'Wales'. */
export const isPeople = (scene: Scene, cluster: Cluster): boolean =>
  (cluster.type === "person" || cluster.type === "other") && isPluralName(scene, cluster);
