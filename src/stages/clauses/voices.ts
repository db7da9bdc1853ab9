import type { AssertedBy, Stance } from "../../model/claim.js";
import type { Presentation } from "../../model/cue.js";
import type { Quote } from "../../model/quote.js";
import type { Proposition } from "./propositions.js";
import type { Scene } from "./scene.js";
import type { Tree } from "./tree.js";

/** On whose word a claim stands. */
export interface Voice {
  readonly assertedBy: AssertedBy;
  readonly chain?: readonly number[];
  readonly stance: Stance;
}

/** What a cue presents its content as, as one stands to a claim. What is left open is a question. */
const STANCES: Readonly<Record<Presentation, Stance>> = {
  said: "stated",
  alleged: "alleged",
  admitted: "stated",
  denied: "denied",
  open: "asked",
  asked: "asked",
  believed: "believed",
  doubted: "denied",
  known: "stated",
  hoped: "wanted",
  feared: "feared",
  promised: "promised",
  intended: "wanted",
  refused: "denied",
  requested: "wanted",
  supported: "wanted",
  opposed: "denied",
};

/**
 * The innermost quote whose content holds the claim's predicate, with those it came through; the article when there is
 * none. A predicate that holds the cue itself is what is told of the speaker, not what the speaker says: 'vowed to build'.
 * What the cue presents it as gives the stance; 'allegedly' makes the article's own claim alleged.
 */
export function voiceOf(
  scene: Scene,
  { main, head, words, by }: Pick<Proposition, "main" | "head" | "words" | "by">,
): Voice {
  const { tree, lexicons, quotes } = scene;
  const hearsay = tree.children(head).some((child) => lexicons.hearsay.has(tree.word(child)));
  const quote = words.reduce((at: number | undefined, word) => outside(scene, at, word), scene.quoteAt.get(main));
  if (quote === undefined) return { assertedBy: "article", stance: hearsay ? "alleged" : "stated" };
  const chain = chainTo(quotes, quote);
  return {
    assertedBy: { quote },
    ...(chain.length > 1 && { chain }),
    stance: hearsay ? "alleged" : stanceOf(tree, head, by, quotes[quote]!),
  };
}

/** What the cue makes of the content; of what the speaker takes as given within it, whatever the cue, it makes nothing. */
function stanceOf(tree: Tree, head: number, by: string, { presentedAs }: Quote): Stance {
  const stance = STANCES[presentedAs ?? "said"];
  return OPEN_STANCES.has(stance) && isGiven(tree, head, by) ? "stated" : stance;
}

/** Stances that do not reach what is taken as given: who 'thanks the men who came' says they came. */
const OPEN_STANCES: ReadonlySet<Stance> = new Set(["denied", "asked", "wanted", "feared", "promised"]);
const REASONS = new Set(["because", "since", "when", "after", "although", "though"]);
const DEFINITE = new Set(["the", "this", "that", "these", "those"]);

/** A relative or participial clause of something definite, or a reason or a time that is over: 'doubts it because …', 'planned it when …'. */
function isGiven(tree: Tree, head: number, by: string): boolean {
  const children = tree.children(head);
  if (by === "claims/side-clause") {
    const isReason = children.some((child) => REASONS.has(tree.word(child)) && child < head);
    return isReason && !children.some((child) => tree.kind(child) === "aux");
  }
  if (by !== "claims/relative" && by !== "claims/participle") return false;
  const ofNoun = tree.children(tree.head(head));
  const isDefinite = ofNoun.some((child) => tree.kind(child) === "det" && DEFINITE.has(tree.word(child)));
  const isOneOf = ofNoun.some(
    (child) => tree.kind(child) === "amod" && tree.pos(child) === "ADJ" && ORDINAL.test(tree.word(child)),
  );
  return (
    isDefinite && !isOneOf && !children.some((child) => tree.kind(child) === "aux" && tree.word(child) === "would")
  );
}

const ORDINAL = /^(?:first|next|last|only|\p{L}+est)$/u; // 'the first man who wins' is nobody yet

/** The quote that a word is said in, when the one given came by that word: 'vowed' of 'said it vowed to build'. */
function outside({ cueAt, quotes, quoteAt }: Scene, quote: number | undefined, word: number): number | undefined {
  if (quote === undefined || cueAt.get(word) !== quote) return quote;
  return quoteAt.get(word) ?? quotes[quote]!.via;
}

/** The quotes one came through, the outermost first, itself last. A quote that comes through itself ends the chain. */
function chainTo(quotes: readonly Quote[], last: number): readonly number[] {
  const chain = [last];
  for (let via = quotes[last]?.via; via !== undefined && !chain.includes(via); via = quotes[via]?.via)
    chain.unshift(via);
  return chain;
}
