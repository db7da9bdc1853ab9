import type { AssertedBy, Stance } from "../../model/claim.js";
import { STANCES } from "../../model/claim.js";
import type { Quote } from "../../model/quote.js";
import { overlaps } from "../../model/span.js";
import { firstTokenFrom } from "../quotes/head-word.js";
import type { Proposition } from "./propositions.js";
import type { Scene } from "./scene.js";

/** On whose word a claim stands. */
export interface Voice {
  readonly assertedBy: AssertedBy;
  readonly chain?: readonly number[];
  readonly stance: Stance;
}

/**
 * The innermost quote whose content holds the claim's predicate, with those it came through; the article when there is
 * none. The cue gives the stance ('denied', 'fears'); 'allegedly' makes the article's own claim alleged.
 */
export function voiceOf(scene: Scene, proposition: Proposition): Voice {
  const { main, head } = proposition;
  const quote = scene.quoteAt.get(main);
  const hearsay = scene.tree.children(head).some((child) => scene.lexicons.hearsay.has(scene.tree.word(child)));
  if (quote === undefined) return { assertedBy: "article", stance: hearsay ? "alleged" : "stated" };
  const chain = chainTo(scene.quotes, quote);
  return {
    assertedBy: { quote },
    ...(chain.length > 1 && { chain }),
    stance: hearsay ? "alleged" : stanceOf(scene, scene.quotes[quote]!),
  };
}

/** The quotes one came through, the outermost first, itself last. A quote that comes through itself ends the chain. */
function chainTo(quotes: readonly Quote[], last: number): readonly number[] {
  const chain = [last];
  for (let via = quotes[last]?.via; via !== undefined && !chain.includes(via); via = quotes[via]?.via)
    chain.unshift(via);
  return chain;
}

function stanceOf({ tree, lexicons }: Scene, quote: Quote): Stance {
  const first = quote.cue[0];
  if (first === undefined) return "stated";
  for (let token = firstTokenFrom(tree.tokens, quote.cue.at(-1)!.end) - 1; token >= 0; token--) {
    const { lemma, start, end } = tree.tokens[token]!;
    if (end <= first.start) break;
    if (!quote.cue.some((span) => overlaps(span, { start, end }))) continue;
    const entry = (tree.pos(token) === "NOUN" ? lexicons.cueNouns : lexicons.cueVerbs).get(lemma);
    const stance = lexicons.stances.get(lemma)?.[0] ?? lexicons.stances.get(`class:${entry?.[0]}`)?.[0];
    const known = STANCES.find((name) => name === stance);
    if (known) return known;
  }
  return "stated";
}
