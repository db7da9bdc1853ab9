import type { ClaimLexicons } from "../../lexicons/claim-lexicons.js";
import type { ClaimPart, Quantity } from "../../model/claim.js";
import type { Entity } from "../../model/entity.js";
import type { Quote } from "../../model/quote.js";
import type { Span } from "../../model/span.js";
import type { TimeExpression } from "../../model/time-expression.js";
import { firstTokenFrom } from "../quotes/head-word.js";
import type { TokenRange, Tree } from "./tree.js";

/** All that claims are judged by: trees, what other stages found, by token, and the word lists. */
export interface Scene {
  readonly tree: Tree;
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  readonly lexicons: ClaimLexicons;
  /** By token: index of the entity of the shortest mention over it. */
  readonly entityAt: ReadonlyMap<number, number>;
  /** By token: the shortest mention over it. */
  readonly mentionAt: ReadonlyMap<number, Span>;
  readonly times: readonly TimeExpression[];
  /** By token: index of the time expression over it. */
  readonly timeAt: ReadonlyMap<number, number>;
  /** By token: index of the quote with the shortest content over it. */
  readonly quoteAt: ReadonlyMap<number, number>;
  /** By token: index of the quote whose source it is in. */
  readonly sourceAt: ReadonlyMap<number, number>;
  /** By token: index of the quote whose cue it is. */
  readonly cueAt: ReadonlyMap<number, number>;
}

/** Lays mentions, times and quotes over the tokens. */
export function sceneOf(
  tree: Tree,
  found: {
    readonly entities: readonly Entity[];
    readonly times: readonly TimeExpression[];
    readonly quotes: readonly Quote[];
  },
  lexicons: ClaimLexicons,
): Scene {
  const { entities, quotes, times } = found;
  const over = <T>(layer: readonly (readonly [Span, T])[]) => laid(tree, layer);
  const mentions = entities.flatMap((entity) => entity.mentions);
  return {
    tree,
    entities,
    quotes,
    lexicons,
    entityAt: over(entities.flatMap(({ mentions }, index) => mentions.map((mention) => [mention, index] as const))),
    mentionAt: over(mentions.map((mention) => [mention, mention] as const)),
    times,
    timeAt: over(times.map((time, index) => [time, index] as const)),
    quoteAt: over(quotes.flatMap(({ content }, index) => content.map((span) => [span, index] as const))),
    sourceAt: over(quotes.flatMap(({ source }, index) => source.map((span) => [span, index] as const))),
    cueAt: over(quotes.flatMap(({ cue }, index) => cue.map((span) => [span, index] as const))),
  };
}

/** Which item lies over each token: of several, the shortest. Long ones are laid first and covered by short ones. */
function laid<T>(tree: Tree, layer: readonly (readonly [Span, T])[]): ReadonlyMap<number, T> {
  const over = new Map<number, T>();
  const longestFirst = layer.toSorted(([a], [b]) => b.end - b.start - (a.end - a.start));
  for (const [span, item] of longestFirst) {
    for (
      let token = firstTokenFrom(tree.tokens, span.start);
      (tree.tokens[token]?.end ?? Infinity) <= span.end;
      token++
    )
      over.set(token, item);
  }
  return over;
}

/** The text a range of tokens stands on. */
export const spanOfRange = ({ tokens }: Tree, { first, end }: TokenRange): Span => ({
  start: tokens[first]!.start,
  end: tokens[end - 1]!.end,
});

/** True for a token in a name or pronoun of a person, false in one of something else, undefined in none. */
export function isPerson({ entityAt, entities }: Scene, token: number): boolean | undefined {
  const type = entities[entityAt.get(token) ?? -1]?.type;
  return type === undefined ? undefined : type === "person";
}

/** True for the numbers of dates and clock times, which count nothing: '30' in 'June 30'. Refuses 'five days'. */
export const isDated = ({ timeAt, times }: Scene, token: number): boolean =>
  ["DATE", "TIME", "SET"].includes(times[timeAt.get(token) ?? -1]?.type ?? "");

/** A part of a claim: where it stands, never with half a name, the entity its head names or means, its number. */
export function partAt(scene: Scene, range: TokenRange, head: number, quantity?: Quantity): ClaimPart {
  const entity = scene.entityAt.get(head);
  const span = spanOfRange(scene.tree, range);
  const name = scene.mentionAt.get(head) ?? span;
  return {
    start: Math.min(span.start, name.start),
    end: Math.max(span.end, name.end),
    ...(entity !== undefined && { entity }),
    ...(quantity && { quantity }),
  };
}
