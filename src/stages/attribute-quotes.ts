import { defineStage } from "../core/stage.js";
import type { Entity } from "../model/entity.js";
import type { Quote, Speaker } from "../model/quote.js";
import { contains, overlaps, type Span } from "../model/span.js";
import type { Token } from "../model/token.js";
import { meaningOf } from "./quotes/cue-meaning.js";
import { headWord, tokensIn } from "./quotes/head-word.js";
import { type MeaningSources, meaningLexicon } from "./quotes/meaning-lexicon.js";

/** Why a speaker stays unresolved. A closed list, counted in a run's summary. */
export const UNRESOLVED_REASONS = ["no-source", "first-person", "pronoun", "source-not-an-entity"] as const;
export type UnresolvedReason = (typeof UNRESOLVED_REASONS)[number];

/**
 * Quotes: attributions with the entity behind each source. The entity is the one whose mention covers the source's head
 * word ('the official' in 'a Trump administration official', not Trump), or a name in apposition to it ('a spokeswoman,
 * Ann Lee'); for 'who' it is the mention before it. `via` points to the attribution that holds this one.
 */
export const attributeQuotes = (options: { readonly cues: MeaningSources }) => {
  const cues = meaningLexicon(options.cues);
  return defineStage({
    name: "attribute-quotes",
    reads: ["attributions", "entities", "tokens"],
    writes: "quotes",
    run: ({ attributions, entities, tokens }) => {
      const places = mentionPlaces(entities);
      return attributions.map(({ within, ...attribution }): Quote => {
        const speaker = speakerOf(attribution.source, places, tokens);
        return {
          ...attribution,
          ...meaningOf(tokens, attribution, cues),
          speaker,
          ...(within !== undefined && { via: within }),
        };
      });
    },
  });
};

/** A mention's place and its entity's index. */
interface Place extends Span {
  readonly entity: number;
  readonly form: Entity["mentions"][number]["form"];
}

const mentionPlaces = (entities: readonly Entity[]): readonly Place[] =>
  entities.flatMap((entity, index) =>
    entity.mentions.map(({ start, end, form }) => ({ start, end, form, entity: index })),
  );

function speakerOf(source: readonly Span[], places: readonly Place[], tokens: readonly Token[]): Speaker {
  for (const span of source) {
    const head = headWord(tokens, span);
    const place = (head && placeOf(head, span, places)) ?? appositionOf(span, places, tokens);
    if (place) return { status: "resolved", entity: place.entity };
  }
  return { status: "unresolved", reason: reasonOf(source, tokens) };
}

/** The mention that covers the head: one that ends with it before others, then the longest. */
function placeOf(head: Token, source: Span, places: readonly Place[]): Place | undefined {
  if (/^(who|which|that)$/i.test(head.text)) return antecedentOf(head, places);
  const covering = places.filter((place) => contains(place, head) && overlaps(place, source));
  return covering.toSorted(
    (a, b) => Number(b.end === head.end) - Number(a.end === head.end) || b.end - b.start - (a.end - a.start),
  )[0];
}

/** Characters between a relative pronoun and its antecedent: a comma, a blank, a bracketed party. */
const MAX_RELATIVE_GAP = 12;

const antecedentOf = (pronoun: Token, places: readonly Place[]): Place | undefined =>
  places
    .filter(
      (place) =>
        place.end <= pronoun.start && pronoun.start - place.end <= MAX_RELATIVE_GAP && place.form !== "pronoun",
    )
    .toSorted((a, b) => b.end - a.end || a.start - b.start)[0];

/** A name inside the source after its head: 'a spokeswoman, Ann Lee'. A name after 'of' or 'for' is another's. */
function appositionOf(source: Span, places: readonly Place[], tokens: readonly Token[]): Place | undefined {
  return places.find((place) => {
    if (place.form !== "name" || place.start <= source.start || !contains(source, place)) return false;
    return tokensIn(tokens, { start: source.start, end: place.start }).at(-1)?.text === ",";
  });
}

function reasonOf(source: readonly Span[], tokens: readonly Token[]): UnresolvedReason {
  const first = source[0];
  if (!first) return "no-source";
  const head = headWord(tokens, first);
  if (head?.pos !== "PRON" || tokensIn(tokens, first).length > 1) return "source-not-an-entity";
  return /^(i|we|me|us|my|our|you)$/i.test(head.text) ? "first-person" : "pronoun";
}
