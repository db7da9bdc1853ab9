import type { TokenRange, Tree } from "./tree.js";

/** A stretch of text with the token that heads it. */
export interface Phrase {
  readonly head: number;
  readonly range: TokenRange;
}

/** Dependents that belong to the clause a nominal is predicate of, not to the nominal: 'he' and 'was' of 'he was the first'. */
const OF_THE_CLAUSE = new Set([
  "advcl",
  "aux",
  "case",
  "cc",
  "cop",
  "csubj",
  "discourse",
  "dislocated",
  "expl",
  "mark",
  "nsubj",
  "parataxis",
  "vocative",
]);

const PAIRS = [
  ['"', '"'],
  ["“", "”"],
  ["``", "''"],
  ["(", ")"],
  ["[", "]"],
] as const;
const OPENERS: ReadonlyMap<string, string> = new Map(PAIRS.map(([open, close]) => [close, open]));
const CLOSERS: ReadonlyMap<string, string> = new Map(PAIRS);
const MAX_SCAN = 200; // tokens looked through for a quotation mark's partner

/** True when `range` holds the token. */
export const holds = (range: TokenRange, token: number): boolean => range.first <= token && token < range.end;

/**
 * The run of tokens around a head that its dependents make, without those `isLeftOut` names and what lies beyond them:
 * 'the boss' of 'the boss, who is larger' when relative clauses are left out. No punctuation or conjunction at its ends.
 */
export function phraseOf(tree: Tree, head: number, isLeftOut: (child: number) => boolean): TokenRange {
  let { first, end } = tree.reach(head);
  for (const child of tree.children(head)) {
    if (!isLeftOut(child)) continue;
    const reach = tree.reach(child);
    if (child > head) end = Math.min(end, Math.max(reach.first, head + 1));
    else first = Math.max(first, Math.min(reach.end, head));
  }
  return trimmed(tree, { first, end }, head);
}

/** The bare nominal a head makes: no preposition, none of the clause it may be the predicate of, nothing beside it. */
export const nominalOf = (tree: Tree, head: number, isLeftOut: (child: number) => boolean = () => false): TokenRange =>
  phraseOf(tree, head, (child) => OF_THE_CLAUSE.has(tree.kind(child)) || isAside(tree, child) || isLeftOut(child));

/** The part of a range on its head's side of every barrier: what is said stays clear of the verb that says it. */
export function clearOf(tree: Tree, { head, range }: Phrase, barriers: readonly number[]): TokenRange {
  let { first, end } = range;
  for (const barrier of barriers) {
    if (barrier < head) first = Math.max(first, barrier + 1);
    else if (barrier > head) end = Math.min(end, barrier);
  }
  return trimmed(tree, { first: Math.min(first, head), end: Math.max(end, head + 1) }, head);
}

/**
 * Phrases that share no token: each ends where the next begins. Their order is that of their heads. 'came | in May |
 * when it rained' when the parser put the last inside the second.
 */
export function apart<P extends Phrase>(tree: Tree, phrases: readonly P[]): readonly P[] {
  const sorted = phrases.toSorted((a, b) => a.head - b.head);
  return sorted.map((phrase, i) => {
    const { head } = phrase;
    let { first, end } = phrase.range;
    const before = sorted[i - 1];
    const after = sorted[i + 1];
    if (after && after.range.first > head) end = Math.min(end, after.range.first);
    if (before && first <= before.head) first = Math.min(before.head + 1, head);
    return { ...phrase, range: trimmed(tree, { first, end: Math.max(end, head + 1) }, head) };
  });
}

/**
 * True for what stands beside a noun and makes claims of its own: relative clauses and appositions after a comma, dash or
 * bracket. Refuses close ones: 'the man who left', 'football team Gent'.
 */
export function isAside(tree: Tree, child: number): boolean {
  const kind = tree.kind(child);
  if (kind === "parataxis") return true;
  if (kind !== "appos" && kind !== "acl") return false;
  const { first } = tree.reach(child);
  return tree.pos(first) === "PUNCT" || tree.pos(first - 1) === "PUNCT";
}

/** Prepositions that mark a nominal, before it: 'in', 'because of', 'ahead of'. */
export const prepositionsOf = (tree: Tree, head: number): readonly number[] =>
  tree.children(head).filter((child) => tree.kind(child) === "case" && child < head);

/** A range without punctuation and conjunctions at its ends, but for marks whose partner it holds: 'a “smart guy”'. */
function trimmed(tree: Tree, range: TokenRange, head: number): TokenRange {
  let { first, end } = range;
  const isLoose = (token: number): boolean => tree.pos(token) === "PUNCT" || tree.pos(token) === "CCONJ";
  while (first < head && isLoose(first)) first++;
  while (end - 1 > head && isLoose(end - 1)) end--;
  const close = [".", ","].includes(tree.word(end)) ? end + 1 : end; // 'a “smart guy.”'
  const opener = OPENERS.get(tree.word(close));
  if (close < range.end && opener !== undefined && lacksPartner(tree, { first, end }, opener, tree.word(close)))
    end = close + 1;
  const closer = CLOSERS.get(tree.word(first - 1));
  if (first > range.first && closer !== undefined && lacksPartner(tree, { first, end }, closer, tree.word(first - 1)))
    first--;
  return { first, end };
}

/** True when a range holds a mark more often than its partner; an odd number of times when it is its own. */
function lacksPartner(tree: Tree, { first, end }: TokenRange, mark: string, partner: string): boolean {
  let open = 0;
  for (let token = first; token < Math.min(end, first + MAX_SCAN); token++) {
    if (mark === partner && open > 0 && tree.word(token) === mark) open--;
    else if (tree.word(token) === mark) open++;
    else if (tree.word(token) === partner) open--;
  }
  return open > 0;
}
