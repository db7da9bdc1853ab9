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
  /** By token: index of the time expression over it. */
  readonly timeAt: ReadonlyMap<number, number>;
  /** By token: index of the quote with the shortest content over it. */
  readonly quoteAt: ReadonlyMap<number, number>;
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
  const over = (layer: readonly (readonly [Span, number])[]) => laid(tree, layer);
  return {
    tree,
    entities,
    quotes,
    lexicons,
    entityAt: over(entities.flatMap(({ mentions }, index) => mentions.map((mention) => [mention, index] as const))),
    timeAt: over(times.map((time, index) => [time, index] as const)),
    quoteAt: over(quotes.flatMap(({ content }, index) => content.map((span) => [span, index] as const))),
  };
}

/** Which item lies over each token: of several, the shortest. Long ones are laid first and covered by short ones. */
function laid(tree: Tree, layer: readonly (readonly [Span, number])[]): ReadonlyMap<number, number> {
  const over = new Map<number, number>();
  const longestFirst = layer.toSorted(([a], [b]) => b.end - b.start - (a.end - a.start));
  for (const [span, index] of longestFirst) {
    for (
      let token = firstTokenFrom(tree.tokens, span.start);
      (tree.tokens[token]?.end ?? Infinity) <= span.end;
      token++
    )
      over.set(token, index);
  }
  return over;
}

/** The text a range of tokens stands on. */
export const spanOfRange = ({ tokens }: Tree, { first, end }: TokenRange): Span => ({
  start: tokens[first]!.start,
  end: tokens[end - 1]!.end,
});

/** A part of a claim: where it stands, the entity its head names or means, its number. */
export function partAt(scene: Scene, range: TokenRange, head: number, quantity?: Quantity): ClaimPart {
  const entity = scene.entityAt.get(head);
  return {
    ...spanOfRange(scene.tree, range),
    ...(entity !== undefined && { entity }),
    ...(quantity && { quantity }),
  };
}
