import { type Arc, rebuilt, type TokenRange, type Tree } from "./tree.js";

const SUBJECT_PRONOUNS = new Set(["who", "which", "that"]);
/** Adverbs that make one word with the verb right before them. */
const PARTICLES = new Set(["away", "back", "down", "off", "out", "up"]);
const NOMINALS = new Set(["NOUN", "NUM", "PRON", "PROPN"]);
const MAX_AHEAD = 8; // tokens looked through for the noun a preposition belongs to

/**
 * A tree with the parser's commonest slips put right, each by a rule that looks at one token:
 * - a preposition hung on the noun before it, or past the nearest noun: 'referred to North Korea as …';
 * - an auxiliary called a copula: 'was following', 'is to hear';
 * - a particle called an adverb: 'came out';
 * - one asked or made to do something, called the doer's object: 'ordered Kim to leave';
 * - a relative clause hung on an age, or called an apposition: 'Kim, 29, who …';
 * - a second subject that is none: 'According to the report, officials …', 'I ask you to leave';
 * - a clause with subject and copula called a nominal: 'if the talks were about arms'.
 */
export function mended(tree: Tree): Tree {
  const changes = new Map<number, Arc>();
  for (const sentence of tree.sentences) {
    for (let token = sentence.first; token < sentence.end; token++) {
      const arc = arcOf(tree, token, sentence);
      if (arc) changes.set(token, arc);
    }
  }
  return changes.size === 0 ? tree : rebuilt(tree, changes);
}

function arcOf(tree: Tree, token: number, sentence: TokenRange): Arc | undefined {
  const head = tree.head(token);
  switch (tree.kind(token)) {
    case "case":
      return caseArc(tree, token, sentence);
    case "advmod":
      return token === head + 1 && PARTICLES.has(tree.word(token)) && tree.children(token).length === 0
        ? { head, relation: "compound:prt" }
        : undefined;
    case "cop":
      return tree.pos(head) === "VERB" ? { head, relation: "aux" } : undefined;
    case "nsubj":
    case "obj":
    case "iobj":
      return controlledArc(tree, token) ?? secondSubjectArc(tree, token);
    case "acl":
    case "appos":
      return relativeArc(tree, token);
    case "obl":
    case "nmod":
      return hasKind(tree, token, "cop") && hasKind(tree, token, "nsubj") ? { head, relation: "advcl" } : undefined;
    default:
      return undefined;
  }
}

/** A preposition's noun is the first one after it that hangs outside of it. */
function caseArc(tree: Tree, token: number, sentence: TokenRange): Arc | undefined {
  const head = tree.head(token);
  if (tree.pos(token) !== "ADP" || tree.children(token).length > 0) return undefined;
  const end = Math.min(sentence.end, token + MAX_AHEAD, head > token ? head : Number.POSITIVE_INFINITY);
  for (let next = token + 1; next < end && tree.pos(next) !== "PUNCT" && tree.pos(next) !== "VERB"; next++) {
    const above = tree.head(next);
    if (above >= token || !NOMINALS.has(tree.pos(next))) continue;
    const isTaken = tree.children(next).some((child) => tree.kind(child) === "case" && child < next);
    return isTaken ? undefined : { head: next, relation: "case" };
  }
  return undefined;
}

/** 'Kim' of 'ordered Kim to leave' belongs to 'ordered'. */
function controlledArc(tree: Tree, token: number): Arc | undefined {
  const verb = tree.head(token);
  const governor = tree.head(verb);
  if (tree.kind(verb) !== "xcomp" || token > verb || token < governor) return undefined;
  const to = tree.children(verb).find((child) => tree.kind(child) === "mark" && tree.word(child) === "to");
  if (to === undefined || to < token || hasKind(tree, governor, "obj")) return undefined;
  return { head: governor, relation: "obj" };
}

/** Of two subjects, one with a preposition is an adjunct, one behind a verb of speech its hearer: 'I will not ask my dancers to …'. */
function secondSubjectArc(tree: Tree, token: number): Arc | undefined {
  const head = tree.head(token);
  if (tree.kind(token) !== "nsubj") return undefined;
  if (token > head && hasKind(tree, head, "xcomp") && !hasKind(tree, head, "obj")) {
    const own = tree.children(head).some((child) => child < head && tree.kind(child) === "nsubj");
    return own ? { head, relation: "obj" } : undefined;
  }
  if (!hasKind(tree, token, "case")) return undefined;
  const hasOther = tree
    .children(head)
    .some((child) => child > token && tree.kind(child) === "nsubj" && !hasKind(tree, child, "case"));
  return hasOther ? { head, relation: "obl" } : undefined;
}

function relativeArc(tree: Tree, token: number): Arc | undefined {
  const head = tree.head(token);
  const isRelative = tree
    .children(token)
    .some((child) => child < token && tree.kind(child) === "nsubj" && SUBJECT_PRONOUNS.has(tree.word(child)));
  if (!isRelative) return undefined;
  if (tree.pos(head) === "NUM" && tree.kind(head) === "appos") return { head: tree.head(head), relation: "acl:relcl" };
  return tree.kind(token) === "appos" ? { head, relation: "acl:relcl" } : undefined;
}

const hasKind = (tree: Tree, token: number, kind: string): boolean =>
  tree.children(token).some((child) => tree.kind(child) === kind && (kind !== "case" || tree.word(child) !== "'s"));
