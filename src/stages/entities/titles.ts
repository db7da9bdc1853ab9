import type { Cluster } from "./cluster.js";
import type { Discourse } from "./discourse.js";
import { antecedentOfPhrase } from "./nominals.js";
import { headNoun } from "./phrases.js";
import { type Scene, slice, tokenRange, wordAt } from "./scene.js";

/**
 * Whom a title that was taken for a name takes up, by the rules: 'the Secretary' the secretary, 'the County' the county
 * named before. 'Mr. Secretary' may be anybody who is spoken to, and 'the Senate' is no other house that has been named.
 */
export function antecedentOfTitle(
  discourse: Discourse,
  cluster: Cluster,
  first: number,
  end: number,
): Cluster | undefined {
  const { scene } = discourse;
  const head = headNoun(scene, wordAt(scene, end - 1));
  if (!head || !/^(the|this|that)$/.test(wordAt(scene, first - 1))) return undefined;
  const found = antecedentOfPhrase(discourse, { first, end, head, kind: "definite" }, cluster);
  return found && (head.type === "person" || isNamedBy(scene, found, head.noun)) ? found : undefined;
}

/** 'President', 'the Secretary': names that are titles alone. */
export const isTitle = (scene: Scene, { type, names }: Cluster): boolean =>
  type === "person" &&
  names.every((name) => {
    const { first, end } = tokenRange(scene, name);
    const words = slice(scene, first, end).split(" ");
    return words.every((word) => headNoun(scene, word)?.type === "person");
  });

/** 'The Senate', 'our Nation': names that are the noun of a kind of body or place alone, where the name begins at `first`. */
export const isBody = (scene: Scene, { type, names }: Cluster, first: number): boolean =>
  (type === "organization" || type === "place") &&
  /^(the|this|that|our)$/.test(wordAt(scene, first - 1)) &&
  names.every((name) => {
    const { first: at, end } = tokenRange(scene, name);
    return end === at + 1 && /^(organization|place)$/.test(headNoun(scene, wordAt(scene, at))?.type ?? "");
  });

/** 'The U.S. Senate', 'the County of Brask': the noun closes or opens a name; not 'the Senate Ethics Committee'. */
const isNamedBy = ({ text }: Scene, { names }: Cluster, noun: string): boolean =>
  names.some(({ start, end }) => {
    const words = text.slice(start, end).toLowerCase().split(" ");
    return words.at(-1) === noun || (words[0] === noun && words[1] === "of");
  });
