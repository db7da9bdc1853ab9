import type { Entity } from "../../model/entity.js";
import type { Speaker } from "../../model/quote.js";
import { contains, overlaps, type Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { headWord, tokensIn } from "./head-word.js";
import { antecedents, isRelative } from "./relative-source.js";

/**
 * Why a speaker stays unresolved: a closed list, counted in a run's summary. The text gives no source; the source is the
 * writer's 'I' or 'we' or the reader's 'you'; it is nobody in particular ('some', 'everyone'); a pronoun or 'who' whose
 * meaning was not found; or a description that is nobody's mention.
 */
export type UnresolvedReason =
  | "no-source"
  | "first-person"
  | "second-person"
  | "indefinite"
  | "pronoun"
  | "relative-pronoun"
  | "source-not-an-entity";

/** A mention's place and its entity's index. */
export interface Place extends Span {
  readonly entity: number;
  readonly type: Entity["type"];
  readonly form: Entity["mentions"][number]["form"];
}

/** All mentions of the entities; of 'we' that nothing explains, none: it says no more than its pronoun does. */
export const mentionPlaces = (entities: readonly Entity[]): readonly Place[] =>
  entities.flatMap(({ mentions, type, anonymous }, index) =>
    (anonymous && mentions.every(({ form }) => form === "pronoun") ? [] : mentions).map(({ start, end, form }) => ({
      start,
      end,
      form,
      type,
      entity: index,
    })),
  );

/** What speakers are found with. */
export interface Context {
  readonly tokens: readonly Token[];
  readonly places: readonly Place[];
  /** `indefinite-pronouns.txt`. */
  readonly indefinites: ReadonlySet<string>;
  /** `utterance-nouns.txt`. */
  readonly utterances: ReadonlySet<string>;
}

/** The entity behind a source, or the reason why there is none. */
export function speakerOf(source: readonly Span[], context: Context): Speaker {
  if (isNobody(source, context.tokens)) return { status: "unresolved", reason: "indefinite" };
  for (const span of source) {
    const place = ownerOf(span, context) ?? placeOf(span, context);
    if (place) return { status: "resolved", entity: place.entity };
  }
  return { status: "unresolved", reason: reasonOf(source, context) };
}

/** 'No one', 'nobody', 'no leader': said by none; but 'No. 10' is somewhere. */
function isNobody([first]: readonly Span[], tokens: readonly Token[]): boolean {
  const [opening, next] = first ? tokensIn(tokens, first) : [];
  return /^(no|nobody|none)$/i.test(opening?.text ?? "") && !/^(\.|\d+)$/.test(next?.text ?? "");
}

/** The one whose remarks, letter or tweet is the source: the official in 'the official’s comment', 'his remarks'. */
function ownerOf(span: Span, { tokens, places, utterances }: Context): Place | undefined {
  const head = headWord(tokens, span);
  if (!head || !(utterances.has(head.lemma.toLowerCase()) || utterances.has(head.text.toLowerCase()))) return undefined;
  const before = tokensIn(tokens, { start: span.start, end: head.start });
  const mark = before.findLastIndex(({ text }) => /^['’]s?$/.test(text));
  const owner = mark > 0 ? before[mark - 1] : before.find(({ text }) => /^(his|her|their|its|my|our)$/i.test(text));
  return owner && coverOf(owner, span, places);
}

/**
 * The mention that a phrase comes to: the one that covers its head word ('the official' in 'a Trump administration
 * official', not Trump; the owner when the head is cut off, “Trump’s”), or a name in apposition to it ('a spokeswoman,
 * Ann Lee'). For 'who' it is the nearest person before it, else the nearest that is no place ('a clerk at
 * the Harbour Board, who'); for 'which' the nearest.
 */
export function placeOf(span: Span, { places, tokens }: Pick<Context, "places" | "tokens">): Place | undefined {
  if (!isRelative(tokens, span)) return placeAt(span, places, tokens);
  const isPersonal = /^whom?$/i.test(tokensIn(tokens, span)[0]!.text);
  const found = antecedents(tokens, span).map((phrase) => placeAt(phrase, places, tokens));
  if (!isPersonal) return found.find((place) => place);
  return found.find((place) => place?.type === "person") ?? found.find((place) => place && place.type !== "place");
}

function placeAt(span: Span, places: readonly Place[], tokens: readonly Token[]): Place | undefined {
  const inside = tokensIn(tokens, span);
  const head = headWord(tokens, span) ?? inside.find(({ pos }) => /^(NOUN|PROPN|PRON|DET)$/.test(pos));
  return (head && coverOf(head, span, places)) ?? appositionOf(span, places, tokens);
}

/** The mention that covers the head: one that ends with it before others, then the longest. */
function coverOf(head: Token, source: Span, places: readonly Place[]): Place | undefined {
  const covering = places.filter((place) => contains(place, head) && overlaps(place, source));
  return covering.toSorted(
    (a, b) => Number(b.end === head.end) - Number(a.end === head.end) || b.end - b.start - (a.end - a.start),
  )[0];
}

/** A name inside the source after its head: 'a spokeswoman, Ann Lee'. A name after 'of' or 'for' is another's. */
function appositionOf(source: Span, places: readonly Place[], tokens: readonly Token[]): Place | undefined {
  return places.find((place) => {
    if (place.form !== "name" || place.start <= source.start || !contains(source, place)) return false;
    return tokensIn(tokens, { start: source.start, end: place.start }).at(-1)?.text === ",";
  });
}

function reasonOf(source: readonly Span[], { tokens, indefinites }: Context): UnresolvedReason {
  const first = source[0];
  if (!first) return "no-source";
  const inside = tokensIn(tokens, first);
  const opening = inside[0]?.text ?? "";
  if (isRelative(tokens, first)) return "relative-pronoun";
  if (/^(i|we|me|us|my|our)$/i.test(opening.replace(/['’].*$/, ""))) return "first-person";
  if (/^(you|your)$/i.test(opening.replace(/['’].*$/, ""))) return "second-person";
  if (indefinites.has(opening.toLowerCase()) && !/^(NOUN|PROPN)$/.test(inside[1]?.pos ?? "")) return "indefinite";
  return inside.length === 1 && inside[0]!.pos === "PRON" ? "pronoun" : "source-not-an-entity";
}
