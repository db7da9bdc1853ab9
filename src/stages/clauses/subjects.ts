import { copulaOf } from "./predicates.js";
import type { Tree } from "./tree.js";

const RELATIVE_PRONOUNS = new Set(["who", "which", "that", "whom"]);
const NOUNS = new Set(["NOUN", "PROPN"]);
const FINITE = new Set(["root", "ccomp", "conj", "parataxis"]);
/** What the parser may call a nominal without preposition that is in truth the subject. */
const BARE = new Set(["dep", "dislocated", "nmod", "obj", "obl", "parataxis", "vocative"]);
/** Clauses that take their subject from the clause above. */
const DEPENDENT = new Set(["advcl", "conj", "xcomp"]);
const MAX_STEPS = 12; // heads climbed in search of a subject; longer ways are parser errors or hostile texts

/** True for 'who', 'which', 'that' where they can stand for the noun a relative clause belongs to. */
export const isRelativePronoun = (tree: Tree, token: number): boolean =>
  RELATIVE_PRONOUNS.has(tree.word(token)) && tree.children(token).every((child) => tree.kind(child) === "case");

/** True when a token can head a clause: a verb, or something with a copula or a subject of its own. */
export const isClausal = (tree: Tree, token: number): boolean =>
  tree.pos(token) === "VERB" ||
  copulaOf(tree, token) !== undefined ||
  tree.children(token).some((child) => tree.kind(child) === "nsubj");

/**
 * The head of what a clause is about. Its own subject; the noun a relative or participial clause belongs to ('Kim, who
 * leads …'); the first conjunct's subject ('rejected … and vowed …'); the object or subject that controls it ('left,
 * saying …'). Undefined when there is none: 'Stop!'.
 */
export function subjectOf(tree: Tree, clause: number, isPerson: PersonTest = () => undefined): number | undefined {
  let at = clause;
  for (let step = 0; step < MAX_STEPS; step++) {
    const own = ownSubject(tree, at);
    const kind = tree.kind(at);
    const parent = tree.head(at);
    if (own !== undefined) {
      if (!isRelativePronoun(tree, own)) return own;
      return kind === "acl" && tree.pos(parent) !== "VERB"
        ? meantBy(tree, own, parent, isPerson)
        : (antecedentOf(tree, own) ?? own);
    }
    if (parent === at) return undefined;
    if (kind === "acl") return tree.pos(parent) === "VERB" ? undefined : parent;
    if (!DEPENDENT.has(kind)) return undefined;
    const object = tree.children(parent).find((child) => ["iobj", "obj"].includes(tree.kind(child)) && child < at);
    if (kind === "xcomp" && object !== undefined) return object;
    if (!isClausal(tree, parent)) return undefined;
    at = parent;
  }
  return undefined;
}

/** True for a name of a person, false for one of something else, undefined for what is no name. */
export type PersonTest = (token: number) => boolean | undefined;

/**
 * The noun that a relative pronoun stands for, given the one its clause hangs on: 'which' is never a person, 'who' never
 * a place ('his diplomacy with Kim, which …', 'Yeo of the institute in Ghent, who …').
 */
function meantBy(tree: Tree, pronoun: number, noun: number, isPerson: PersonTest): number {
  const wanted = { which: false, who: true }[tree.word(pronoun)];
  let at = noun;
  for (let step = 0; wanted !== undefined && step < MAX_STEPS && isPerson(at) === !wanted; step++) {
    const above = tree.head(at);
    if (tree.kind(at) !== "nmod" || !NOUNS.has(tree.pos(above))) return noun;
    at = above;
  }
  return at;
}

function ownSubject(tree: Tree, clause: number): number | undefined {
  const subjects = tree.children(clause).filter((child) => ["nsubj", "csubj"].includes(tree.kind(child)));
  return (
    subjects.find((child) => !tree.relation(child).endsWith(":outer")) ??
    subjects[0] ??
    (FINITE.has(tree.kind(clause)) ? bareNominalBefore(tree, clause) : undefined)
  );
}

/** A nominal without preposition before a sentence's verb: the subject, whatever the parser called it. Refuses 'Monday' as a time. */
function bareNominalBefore(tree: Tree, clause: number): number | undefined {
  const nearest = tree
    .children(clause)
    .findLast(
      (child) =>
        child < clause && BARE.has(tree.kind(child)) && (NOUNS.has(tree.pos(child)) || tree.pos(child) === "PRON"),
    );
  if (nearest === undefined || /^obl:(tmod|unmarked)$/.test(tree.relation(nearest))) return undefined;
  return tree.children(nearest).some((child) => tree.kind(child) === "case" && child < nearest) ? undefined : nearest;
}

/** The noun before a relative pronoun whose clause the parser hung elsewhere: 'the act' of 'the act, which boosted …'. */
function antecedentOf(tree: Tree, pronoun: number): number | undefined {
  if (tree.word(pronoun) === "that") return undefined;
  let at = tree.pos(pronoun - 1) === "PUNCT" ? pronoun - 2 : pronoun - 1;
  for (let step = 0; step < MAX_STEPS && at >= 0; step++) {
    const up = tree.head(at);
    if (up === at || tree.reach(up).end > pronoun || isClausal(tree, up)) break;
    at = up;
  }
  return NOUNS.has(tree.pos(at)) ? at : undefined;
}
