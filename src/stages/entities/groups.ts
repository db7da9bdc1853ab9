import { type Asked, askedByPronoun } from "./asked.js";
import type { Cluster } from "./cluster.js";
import { type Scene, tokenRange, wordAt } from "./scene.js";

/** Mentions from which a 'we' that no name or description explains is an entity of its own: a group, in somebody's words. */
const GROUP = 3;

/** True for an entity that the article tells of: one with a name, a nameless source, and a person taken up again ('a girl … she'). */
export function isTold({ names, mentions, type, isSource }: Cluster): boolean {
  if (names.length > 0) return true;
  if (mentions.every(({ form }) => form === "pronoun")) return type === "person" && mentions.length >= GROUP;
  return isSource || (type === "person" && mentions.length > 1);
}

/** True for the 'we … our … us' of one voice that no name or description explains. */
export const isGroup = (scene: Scene, { names, mentions }: Cluster): boolean =>
  names.length === 0 &&
  mentions.length >= GROUP &&
  mentions.every(({ form }) => form === "pronoun") &&
  mentions.some((mention) => isWe(askedByPronoun(scene, tokenRange(scene, mention).first)));

/** Makes persons of an entity and its mentions. */
export function toPersons(cluster: Cluster): void {
  cluster.type = "person";
  for (const [i, mention] of cluster.mentions.entries()) cluster.mentions[i] = { ...mention, type: "person" };
}

/** True for 'we', 'our', 'us'. */
export const isWe = (asked: Asked): boolean => asked.person === 1 && asked.isPlural === true;

/** The token of the 'we' or 'us' that the name from token `first` on explains: 'we Danes', 'us as Danes'; not 'US'. */
export function weBefore(scene: Scene, first: number): number | undefined {
  const at = wordAt(scene, first - 1) === "as" ? first - 2 : first - 1;
  return /^([Ww]e|us)$/.test(scene.tokens[at]?.text ?? "") ? at : undefined;
}
