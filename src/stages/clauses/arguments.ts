import { holds, isAside, nominalOf, type Phrase, phraseOf } from "./phrases.js";
import { isBareBe, type Predicate } from "./predicates.js";
import { isClausal, isRelativePronoun } from "./subjects.js";
import type { TokenRange, Tree } from "./tree.js";

/** An object, adjunct or clause that a predicate takes, with its preposition or conjunction. */
export interface Argument extends Phrase {
  /** Universal Dependencies relation to the predicate; `cop` for what stands after a copula. */
  readonly relation: string;
}

/** Objects and what stands with a preposition. */
const NOMINAL = new Set(["iobj", "obj", "obl"]);
const CLAUSAL = new Set(["ccomp", "xcomp"]);
/** Side clauses that are claims beside the main one rather than part of it. */
const BESIDE = new Set(["although", "though", "whereas", "while"]);
/** What never belongs to a copula's complement. */
const OUTSIDE = new Set([
  "advcl",
  "aux",
  "cop",
  "csubj",
  "discourse",
  "expl",
  "mark",
  "nsubj",
  "obl",
  "parataxis",
  "vocative",
]);

/** What a predicate takes, in text order. A relative pronoun gives the noun it stands for. */
export function argumentsOf(
  tree: Tree,
  clause: number,
  predicate: Predicate,
  subject: number | undefined,
): readonly Argument[] {
  const found: Argument[] = [];
  if (predicate.isCopular)
    found.push({ head: predicate.main, relation: "cop", range: complement(tree, predicate, subject) });
  const copular = found[0]?.range;
  for (const verb of predicate.chain) {
    for (const child of tree.children(verb)) {
      if (child === subject || predicate.chain.includes(child) || predicate.words.includes(child)) continue;
      if (copular && verb === predicate.main && holds(copular, child)) continue;
      const argument = argumentAt(tree, clause, predicate, child);
      if (argument) found.push(argument);
    }
  }
  return found.sort((a, b) => a.range.first - b.range.first);
}

function argumentAt(tree: Tree, clause: number, predicate: Predicate, child: number): Argument | undefined {
  const kind = tree.kind(child);
  const relation = tree.relation(child);
  if (tree.kind(clause) === "acl" && isRelativePronoun(tree, child)) {
    const noun = tree.head(clause);
    if (!NOMINAL.has(kind)) return undefined;
    return { head: noun, relation, range: nominalOf(tree, noun, (below) => below === clause) };
  }
  const isTaken =
    NOMINAL.has(kind) ||
    CLAUSAL.has(kind) ||
    (kind === "advcl" && !opensWith(tree, child, BESIDE) && !isBareBe(tree, child)) ||
    (kind === "advmod" && child > predicate.main);
  return isTaken ? { head: child, relation, range: phraseOf(tree, child, (below) => isAside(tree, below)) } : undefined;
}

const opensWith = (tree: Tree, clause: number, words: ReadonlySet<string>): boolean =>
  tree.children(clause).some((child) => tree.kind(child) === "mark" && words.has(tree.word(child)));

/** What stands after a copula: 'a founding justice', 'larger than regular enemies'; 'its support' though 'its' be called a subject. */
function complement(tree: Tree, { main, words }: Predicate, subject: number | undefined): TokenRange {
  const isSecondSubject = (child: number): boolean =>
    tree.kind(child) === "nsubj" && subject !== undefined && subject < words[0]! && child > words[0]!;
  return phraseOf(
    tree,
    main,
    (child) =>
      child === subject ||
      words.includes(child) ||
      (OUTSIDE.has(tree.kind(child)) && !isSecondSubject(child)) ||
      (tree.kind(child) === "conj" && isClausal(tree, child)) ||
      isAside(tree, child),
  );
}
