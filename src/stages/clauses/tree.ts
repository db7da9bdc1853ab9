import type { Recognition } from "../../model/recognition.js";
import type { Sentence } from "../../model/sentence.js";
import { overlaps, type Span } from "../../model/span.js";
import type { Token, Upos } from "../../model/token.js";

/** The dependency trees of an article, by token index. Every walk over it ends, whatever the parser said. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** Half-open ranges of token indices, one for each sentence with tokens. */
  readonly sentences: readonly TokenRange[];
  /** Index of the head; the root of a sentence is its own. */
  readonly head: (token: number) => number;
  /** Universal Dependencies relation with its subtype. */
  readonly relation: (token: number) => string;
  /** The relation without subtype: 'nmod' of 'nmod:poss'. */
  readonly kind: (token: number) => string;
  readonly pos: (token: number) => Upos;
  /** The word in lower case with straight apostrophes. */
  readonly word: (token: number) => string;
  /** Dependents, in text order. */
  readonly children: (token: number) => readonly number[];
  /** From the first to the last token below a token, itself included. */
  readonly reach: (token: number) => TokenRange;
}

/** Token indices, half-open. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

const NONE: readonly number[] = [];
const MAX_OUTSIDE = 8; // tokens climbed through outside the sentence: no dateline is deeper

/**
 * Makes trees of what the encoder read. Heads that leave the sentence, do not exist, or lead round in a circle are cut:
 * their token becomes a root. A `dateline` is left out: what hung on it takes its place ('GHENT (AP) - Acme said').
 */
export function treeOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { heads, relations, pos }: Pick<Recognition, "heads" | "relations" | "pos">,
  dateline?: Span,
): Tree {
  const ranges = rangesOf(tokens, sentences, dateline);
  const { head, stands } = safeHeads(tokens.length, ranges, heads);
  const relation = (token: number): string => (head[token] === token ? "root" : (relations[stands[token]!] ?? "dep"));
  const words = tokens.map(({ text }) => text.toLowerCase().replaceAll("’", "'"));
  return grown(
    {
      tokens,
      sentences: ranges,
      pos: (token) => pos[token] ?? tokens[token]?.pos ?? "X",
      word: (token) => words[token] ?? "",
    },
    head,
    tokens.map((_, token) => relation(token)),
  );
}

/** Where a token hangs and as what. */
export interface Arc {
  readonly head: number;
  readonly relation: string;
}

/** The tree with other arcs for some tokens. Each new head must be above the token already, or no token may hang on it. */
export function rebuilt(tree: Tree, changes: ReadonlyMap<number, Arc>): Tree {
  const head = tree.tokens.map((_, token) => changes.get(token)?.head ?? tree.head(token));
  const relations = tree.tokens.map((_, token) => changes.get(token)?.relation ?? tree.relation(token));
  return grown(tree, head, relations);
}

function grown(
  { tokens, sentences, pos, word }: Pick<Tree, "tokens" | "sentences" | "pos" | "word">,
  head: readonly number[],
  relations: readonly string[],
): Tree {
  const kinds = relations.map((relation) => relation.split(":", 1)[0]!); // asked for more often than all else

  const children = new Map<number, number[]>();
  for (const [token, parent] of head.entries()) {
    if (parent === token) continue;
    const list = children.get(parent);
    if (list) list.push(token);
    else children.set(parent, [token]);
  }
  const reach = reaches(head, children);
  return {
    tokens,
    sentences,
    pos,
    head: (token) => head[token] ?? token,
    word,
    relation: (token) => relations[token] ?? "dep",
    kind: (token) => kinds[token] ?? "dep",
    children: (token) => children.get(token) ?? NONE,
    reach: (token) => reach[token] ?? { first: token, end: token + 1 },
  };
}

function rangesOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  dateline: Span | undefined,
): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  let first = 0;
  for (const sentence of sentences) {
    const opening = dateline && overlaps(sentence, dateline) ? dateline.end : 0;
    const start = Math.max(sentence.start, opening);
    while (first < tokens.length && tokens[first]!.start < start) first++;
    let end = first;
    while (end < tokens.length && tokens[end]!.end <= sentence.end) end++;
    if (end > first) ranges.push({ first, end });
    first = end;
  }
  return ranges;
}

/**
 * Heads inside their sentence and without circles, and which token's relation each has: its own, or that of the token it
 * stands in for. Each token is looked at a bounded number of times.
 */
function safeHeads(length: number, ranges: readonly TokenRange[], heads: readonly number[]) {
  const safe = Array.from({ length }, (_, token) => token);
  const stands = [...safe];
  const seen = new Array<number>(length).fill(-1);
  for (const { first, end } of ranges) {
    const isInside = (token: number | undefined): token is number =>
      token !== undefined && Number.isInteger(token) && token >= first && token < end;
    for (let token = first; token < end; token++) {
      let head = heads[token];
      for (let step = 0; step < MAX_OUTSIDE && !isInside(head) && head !== undefined && heads[head] !== head; step++) {
        stands[token] = head;
        head = heads[head];
      }
      if (isInside(head)) safe[token] = head;
      else stands[token] = token;
    }
    for (let token = first; token < end; token++) {
      let at = token;
      while (seen[at] === -1 && safe[at] !== at) {
        seen[at] = token;
        at = safe[at]!;
      }
      if (seen[at] === token && safe[at] !== at) safe[at] = at;
      else if (seen[at] === -1) seen[at] = token;
    }
  }
  return { head: safe, stands };
}

/** The reach of every token, from the leaves up; no recursion, since a hostile sentence can be one long chain. */
function reaches(head: readonly number[], children: ReadonlyMap<number, readonly number[]>): readonly TokenRange[] {
  const order = head.flatMap((parent, token) => (parent === token ? [token] : []));
  for (let i = 0; i < order.length; i++) for (const child of children.get(order[i]!) ?? NONE) order.push(child);
  const reach = head.map((_, token) => ({ first: token, end: token + 1 }));
  for (const token of order.reverse()) {
    const own = reach[token]!;
    const above = reach[head[token]!]!;
    above.first = Math.min(above.first, own.first);
    above.end = Math.max(above.end, own.end);
  }
  return reach;
}
