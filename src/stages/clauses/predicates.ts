import type { TokenRange, Tree } from "./tree.js";

/** A verb with what belongs to it, or a copula. */
export interface Predicate {
  /** Tokens in text order, none when no verb is written: auxiliaries, negation, adverbs before the verb, the verb, particles, infinitives that hang on it. */
  readonly words: readonly number[];
  /** The token that names the predicate: 'increase' in 'has tended to increase', the noun or adjective after a copula. */
  readonly main: number;
  /** From the clause's head down to `main`; arguments hang on any of them. */
  readonly chain: readonly number[];
  /** True when `main` is no part of `words` but what stands after a copula: 'is | a founding justice'. */
  readonly isCopular: boolean;
}

const MAX_ADVERB = 2; // tokens of an adverb that goes into a predicate: 'no longer', 'very carefully'
const NEGATIONS = new Set(["not", "n't", "never"]);
/** What makes an adjective stronger or weaker and stays with it: 'was | more cautious'. */
const DEGREES = new Set(["as", "less", "more", "most", "so", "too", "very"]);

/** The copula of a clause: 'was' in 'He was the first'. */
export const copulaOf = (tree: Tree, head: number): number | undefined =>
  tree.children(head).find((child) => tree.kind(child) === "cop");

/** True for 'be in office' cut off from 'continues to' by the parser. */
export function isBareBe(tree: Tree, token: number): boolean {
  const copula = copulaOf(tree, token);
  if (copula === undefined || tree.word(copula) !== "be") return false;
  return !tree.children(token).some((child) => ["aux", "nsubj"].includes(tree.kind(child)));
}

/** Reads the predicate of the clause that a token heads: 'has tended to increase', 'is', 'took over'. */
export function predicateOf(tree: Tree, head: number): Predicate {
  const chain = [head];
  const words: number[] = [];
  if (isVerbless(tree, head)) return { words, main: head, chain, isCopular: true };
  for (let at = head; ; ) {
    const copula = copulaOf(tree, at);
    if (at !== head) words.push(...tree.children(at).filter((child) => tree.kind(child) === "mark" && child < at));
    words.push(...(copula === undefined ? verbWords(tree, at) : copulaWords(tree, at, copula)));
    const next = copula === undefined || tree.pos(at) === "ADJ" ? infinitiveOf(tree, at) : undefined;
    if (next === undefined) return { words: inOrder(words), main: at, chain, isCopular: copula !== undefined };
    words.push(at); // 'able' in 'is able to start'
    chain.push(next);
    at = next;
  }
}

/** True for a nominal said of something without any verb: 'fool' in 'called him a fool'. */
const isVerbless = (tree: Tree, head: number): boolean =>
  ["ADJ", "NOUN", "PROPN"].includes(tree.pos(head)) &&
  !tree.children(head).some((child) => ["aux", "cop"].includes(tree.kind(child)));

/**
 * Words that a coordinated verb takes over from the first: 'was' for 'knighted' in 'was appointed and knighted', 'wants
 * to' for 'sell' in 'wants to buy and sell'. None for a verb that stands by itself: 'was built in May and houses a school'.
 */
export function sharedWords(tree: Tree, clause: number, { words, main, isCopular }: Predicate): readonly number[] {
  const first = tree.head(clause);
  if (tree.kind(clause) !== "conj" || words.length !== 1 || main !== clause || isCopular) return [];
  if (tree.children(clause).some((child) => tree.kind(child) === "nsubj")) return [];
  const shared = wordsBefore(tree, first);
  const last = shared.at(-1);
  if (last === undefined) return [];
  const { text, lemma } = tree.tokens[clause]!;
  const isBare = text.toLowerCase() === lemma;
  const wantsBare = !["be", "have"].includes(tree.tokens[last]!.lemma);
  const fits = wantsBare ? isBare : !isBare && !text.endsWith("s");
  return fits ? shared : [];
}

/** What stands before a verb in its group: its auxiliaries; for an infinitive, also what governs it. */
function wordsBefore(tree: Tree, verb: number): readonly number[] {
  let top = verb;
  while (tree.kind(top) === "xcomp") top = tree.head(top);
  const { words, chain } = predicateOf(tree, top);
  if (!chain.includes(verb)) return [];
  return words.filter((word) => word < verb && (top !== verb || tree.kind(word) === "aux"));
}

/** Runs of neighbouring tokens: ['will'], ['leave'] in 'Will he leave'. */
export function runsOf(words: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last && last.at(-1) === word - 1) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

const inOrder = (words: readonly number[]): readonly number[] => [...new Set(words)].sort((a, b) => a - b);

/** The infinitive or gerund that shares the verb's subject: 'increase' for 'tended'. None when the verb has an object. */
function infinitiveOf(tree: Tree, verb: number): number | undefined {
  const children = tree.children(verb);
  if (children.some((child) => ["obj", "iobj"].includes(tree.kind(child)))) return undefined;
  return children.find(
    (child) =>
      tree.kind(child) === "xcomp" &&
      child > verb &&
      (tree.pos(child) === "VERB" || copulaOf(tree, child) !== undefined) &&
      !tree.children(child).some((below) => tree.kind(below) === "nsubj"),
  );
}

function verbWords(tree: Tree, verb: number): readonly number[] {
  const words = [verb];
  for (const child of tree.children(verb))
    if (tree.kind(child) === "aux" || tree.relation(child) === "compound:prt") words.push(child);
  const first = Math.min(...words);
  const between = tree // 'is to hear', 'were about taking'
    .children(verb)
    .filter(
      (child) => child > first && child < verb && child >= verb - 2 && ["case", "mark"].includes(tree.kind(child)),
    );
  return [...words, ...between, ...adverbsIn(tree, verb, first, verb)];
}

function copulaWords(tree: Tree, head: number, copula: number): readonly number[] {
  const words = [copula, ...tree.children(head).filter((child) => tree.kind(child) === "aux" && child < copula)];
  return [...words, ...adverbsIn(tree, head, Math.min(...words), Math.max(...words))];
}

/** Adverbs among the words of a verb group and right before it, and a negation right after: 'carefully measured', 'is not'. */
function adverbsIn(tree: Tree, head: number, first: number, last: number): readonly number[] {
  const adverbs = new Set(
    tree
      .children(head)
      .filter((child) => tree.kind(child) === "advmod" && tree.reach(child).end - tree.reach(child).first <= MAX_ADVERB)
      .flatMap((child) => rangeOf(tree.reach(child))),
  );
  const found = [...adverbs].filter((child) => child > first && child < last);
  for (let at = first - 1; adverbs.has(at); at--) found.push(at);
  const isDegree = (at: number): boolean => at === head - 1 && DEGREES.has(tree.word(at));
  for (let at = last + 1; adverbs.has(at) && !isDegree(at) && (at < head || NEGATIONS.has(tree.word(at))); at++)
    found.push(at);
  return found;
}

const rangeOf = ({ first, end }: TokenRange): readonly number[] =>
  Array.from({ length: end - first }, (_, i) => first + i);
