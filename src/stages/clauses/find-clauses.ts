import type { ClaimLexicons } from "../../lexicons/claim-lexicons.js";
import { type Argument, argumentsOf } from "./arguments.js";
import { apart, clearOf, holds, nominalOf, type Phrase, phraseOf } from "./phrases.js";
import { isBareBe, type Predicate, predicateOf } from "./predicates.js";
import { isClausal, isRelativePronoun, type PersonTest, subjectOf } from "./subjects.js";
import type { TokenRange, Tree } from "./tree.js";

/** A clause in its parts. */
export interface Clause {
  readonly head: number;
  readonly subject: Phrase;
  readonly predicate: Predicate;
  readonly arguments: readonly Argument[];
}

const CLAUSES = new Set([
  "acl",
  "advcl",
  "appos",
  "ccomp",
  "conj",
  "csubj",
  "dep",
  "list",
  "parataxis",
  "root",
  "xcomp",
]);
/** What leads a clause with a verb of its own; other marks before a gerund are prepositions. */
const FINITE_MARKS = new Set(["because", "if", "that", "whether"]);
const MAX_CLAUSES = 60; // heads looked at in one sentence; more are lists of words that were taken for verbs

/**
 * The clauses of a sentence that say something of something, in text order. Infinitives that only name an aim or a deed
 * ('to leave', 'asked him to leave') assert nothing and are left to the clause they belong to; so is 'given that'.
 */
export function findClauses(
  tree: Tree,
  sentence: TokenRange,
  { participlePrepositions }: Pick<ClaimLexicons, "participlePrepositions">,
  isPerson: PersonTest = () => undefined,
): readonly Clause[] {
  const found: Clause[] = [];
  let tried = 0;
  for (let token = sentence.first; token < sentence.end && tried < MAX_CLAUSES; token++) {
    if (!CLAUSES.has(tree.kind(token))) continue;
    tried++;
    if (!isClausal(tree, token) || isUnasserted(tree, token)) continue;
    if (participlePrepositions.has(tree.word(token)) && !["root", "conj"].includes(tree.kind(token))) continue;
    const clause = clauseAt(tree, token, isPerson);
    if (clause) found.push(clause);
  }
  return found;
}

/** True for the infinitive of 'tended to increase', 'asked him to leave', 'a plan to leave', 'left to win', and for 'interest in meeting'. */
function isUnasserted(tree: Tree, token: number): boolean {
  const kind = tree.kind(token);
  if (kind === "xcomp") return true;
  const above = tree.kind(tree.head(token));
  const marks = tree.children(token).filter((child) => tree.kind(child) === "mark" && child < token);
  if (isBareBe(tree, token)) return true;
  if (kind === "conj" && above === "xcomp") return marks.some((mark) => tree.word(mark) === "to");
  if (tree.relation(token) === "acl:relcl" || (kind !== "acl" && kind !== "advcl")) return false;
  const isGerund = kind === "acl" && tree.word(token).endsWith("ing");
  return marks.some((mark) => tree.word(mark) === "to" || (isGerund && !FINITE_MARKS.has(tree.word(mark))));
}

/** The clause that a token heads; undefined when nothing says what it is about. */
export function clauseAt(tree: Tree, head: number, isPerson: PersonTest): Clause | undefined {
  const about = subjectOf(tree, head, isPerson);
  if (about === undefined) return undefined;
  const predicate = predicateOf(tree, head);
  const taken = argumentsOf(tree, head, predicate, about);
  const beside = taken.filter((argument) => argument.head > about).map(({ range }) => range.first);
  const subject = { head: about, range: subjectRange(tree, about, head, [...predicate.words, ...beside]) };
  const barriers = [...predicate.words, subject.range.first, subject.range.end - 1];
  return {
    head,
    subject,
    predicate,
    arguments: apart(
      tree,
      taken.map((argument) => ({ ...argument, range: clearOf(tree, argument, barriers) })),
    ),
  };
}

/** What a clause is about, clear of the clause itself, of what follows the subject in it, and of a 'who' at its end. */
function subjectRange(tree: Tree, subject: number, clause: number, others: readonly number[]): TokenRange {
  const holdsClause = (child: number): boolean => child === clause || holds(tree.reach(child), clause);
  const barriers = tree.kind(clause) === "acl" ? [...others, tree.reach(clause).first] : others;
  const own =
    tree.kind(subject) === "csubj" ? phraseOf(tree, subject, holdsClause) : nominalOf(tree, subject, holdsClause);
  const { first, end } = clearOf(tree, { head: subject, range: own }, barriers);
  const isOpener = end - 1 > subject && end - 1 < clause && isRelativePronoun(tree, end - 1);
  return withNeighbours(tree, { head: subject, range: { first, end: isOpener ? end - 1 : end } }, clause);
}

/** A name cut in two by the parser as one again: 'football team' and 'Gent', both called subjects. */
function withNeighbours(tree: Tree, { head, range }: Phrase, clause: number): TokenRange {
  let { first, end } = range;
  for (const child of tree.children(clause)) {
    if (child === head || tree.kind(child) !== "nsubj" || isRelativePronoun(tree, child)) continue;
    const reach = tree.reach(child);
    if (reach.end === first) first = reach.first;
    else if (reach.first === end && reach.end <= clause) end = reach.end;
  }
  return { first, end };
}
