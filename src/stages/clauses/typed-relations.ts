import { CLAIM_RELATIONS, type ClaimPart, type TypedRelation } from "../../model/claim.js";
import { prepositionsOf } from "./phrases.js";
import type { Complement, Proposition } from "./propositions.js";
import { partAt, type Scene } from "./scene.js";

/** A claim's parts as they stand in it, in the order of the proposition's complements. */
export interface Parts {
  readonly subject: ClaimPart;
  readonly complements: readonly ClaimPart[];
}

const ACTORS = new Set(["organization", "person", "place"]);

/**
 * The typed relation a claim comes to, by `claim-relations.tsv`: 'met with Kim' is met-with, 'is the mayor' holds-role.
 * The first row that fits wins: first rows with a preposition, then those with an object, then those without.
 */
export function typedRelationOf(scene: Scene, proposition: Proposition, parts: Parts): TypedRelation | undefined {
  for (const { key, object } of keysOf(scene, proposition)) {
    const row = scene.lexicons.relations.get(key);
    const type = CLAIM_RELATIONS.find((name) => name === row?.[0]);
    if (row === undefined || type === undefined) continue;
    const [, wanted = "any", reading] = row;
    if (reading === "none") return { type, subject: parts.subject };
    const part = objectPart(scene, proposition, parts, object);
    if (part === undefined || !fits(scene, part, wanted, object)) continue;
    if (wanted === "role" && (isOpinion(proposition) || !mayHoldRole(scene, proposition, parts))) continue;
    return reading === "swapped"
      ? { type, subject: part, object: parts.subject }
      : { type, subject: parts.subject, object: part };
  }
  return undefined;
}

/** True for what one is called rather than is: 'called him a fool'. */
const isOpinion = ({ words, by }: Proposition): boolean => words.length === 0 && by !== "claims/apposition";

/** False for countries, bodies and things: 'it was a guard', 'Romania, a member of'. */
function mayHoldRole({ entities, tree }: Scene, { subject }: Proposition, parts: Parts): boolean {
  const type = parts.subject.entity === undefined ? undefined : entities[parts.subject.entity]?.type;
  return type !== "place" && type !== "organization" && !NEUTER.has(tree.word(subject.head));
}

const NEUTER = new Set(["it", "this", "that", "which", "there"]);

/** A key to look up and the token its object is headed by. */
interface Key {
  readonly key: string;
  readonly object: number | undefined;
}

function keysOf({ tree }: Scene, { lemma, main, isPassive, complements }: Proposition): readonly Key[] {
  const isCopula = complements.some(({ relation }) => relation === "cop");
  const verb = isPassive ? `be ${lemma}` : lemma;
  const keys: Key[] = [];
  for (const { preposition, head } of complements)
    if (preposition) keys.push({ key: `${verb} ${preposition}`, object: head });
  const nominal = isCopula || complements.some(({ relation }) => relation === "obj");
  for (const { relation, head } of complements) {
    if (!nominal || (relation !== "obj" && relation !== "cop")) continue;
    for (const below of tree.children(head)) {
      const preposition = prepositionsOf(tree, below)
        .map((token) => tree.word(token))
        .join(" ");
      if (tree.kind(below) === "nmod" && preposition)
        keys.push({ key: `${verb} ${tree.tokens[head]!.lemma} ${preposition}`, object: below });
    }
  }
  const plain = complements.find(({ relation, preposition }) => !preposition && /^(obj|cop|xcomp|obl)/.test(relation));
  if (tree.pos(main) === "ADJ") keys.push({ key: `${verb} ${tree.word(main)}`, object: plain?.head });
  return [...keys, { key: verb, object: plain?.head }];
}

function objectPart(
  scene: Scene,
  { complements }: Proposition,
  parts: Parts,
  object: number | undefined,
): ClaimPart | undefined {
  if (object === undefined) return undefined;
  const index = complements.findIndex(({ head }: Complement) => head === object);
  if (index >= 0) return parts.complements[index];
  const { first, end } = scene.tree.reach(object);
  const start = prepositionsOf(scene.tree, object).at(-1);
  return partAt(scene, { first: start === undefined ? first : start + 1, end }, object);
}

function fits(scene: Scene, part: ClaimPart, wanted: string, object: number | undefined): boolean {
  const { entities, tree, lexicons } = scene;
  if (wanted === "any") return true;
  if (wanted === "quantity") return isFigure(scene, part, object);
  if (wanted === "role") return object !== undefined && lexicons.roles.has(tree.tokens[object]!.lemma);
  const type = part.entity === undefined ? undefined : entities[part.entity]?.type;
  if (type === undefined) return false;
  return wanted === "actor" ? ACTORS.has(type) : type === wanted;
}

/** A number with a unit or currency that is no length of time: 'rose to $4', not 'spent four months', 'lost three'. */
function isFigure({ timeAt }: Scene, { quantity }: ClaimPart, object: number | undefined): boolean {
  if (quantity?.unit === undefined && quantity?.currency === undefined) return false;
  return object === undefined || !timeAt.has(object);
}
