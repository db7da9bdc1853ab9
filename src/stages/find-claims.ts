import { defineStage } from "../core/stage.js";
import type { Claim, ClaimPart } from "../model/claim.js";
import type { Entity } from "../model/entity.js";
import type { Quote } from "../model/quote.js";
import type { Sentence } from "../model/sentence.js";
import { contains, overlaps, type Span } from "../model/span.js";
import type { TimeExpression } from "../model/time-expression.js";
import type { Token } from "../model/token.js";
import { clauseParts, type Part } from "./claims/clause-parts.js";
import { type ModalityLexicons, modalityOf, polarityOf } from "./claims/modality.js";
import { piecesOf, spansFrom } from "./claims/pieces.js";
import { firstTokenFrom, headWord, tokensIn } from "./quotes/head-word.js";

/** What a claim is made from, beside the quote. */
interface Scene {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
  readonly entities: readonly Entity[];
}

/**
 * Claims, first version: each sentence of a quote's content as a claim of its speaker, with rough subject, predicate and
 * arguments, polarity, modality, and a time from the content or else from the cue's sentence. Subject and predicate are
 * null when the content has no verb ('called for an inquiry').
 */
export const findClaims = (options: ModalityLexicons) =>
  defineStage({
    name: "find-claims",
    reads: ["tokens", "sentences", "times", "entities", "quotes"],
    writes: "claims",
    run: (doc) =>
      doc.quotes
        .flatMap((quote, index) =>
          piecesOf(quote, doc.sentences).map((piece) => claim(piece, index, quote, doc, options)),
        )
        .toSorted((a, b) => a.start - b.start || a.end - b.end),
  });

function claim(piece: Span, index: number, quote: Quote, scene: Scene, lexicons: ModalityLexicons): Claim {
  const tokens = tokensIn(scene.tokens, piece);
  const parts = clauseParts(tokens);
  const run = (part: Part | undefined): readonly Token[] => (part ? tokens.slice(part.first, part.end) : []);
  const toPart = (part: Part): ClaimPart =>
    named({ start: tokens[part.first]!.start, end: tokens[part.end - 1]!.end }, scene);
  const time = timeOf(piece, quote, scene);
  const place = placeIn(parts.arguments.map(toPart), scene.entities);
  const predicate = run(parts.predicate);
  const after = scene.tokens[firstTokenFrom(scene.tokens, piece.end)];
  const whole = after?.text === "?" ? [...tokens, after] : tokens;
  return {
    ...piece,
    subject: parts.subject ? toPart(parts.subject) : null,
    predicate: parts.predicate ? toPart(parts.predicate) : null,
    arguments: parts.arguments.map(toPart),
    ...(time !== undefined && { time }),
    ...(place !== undefined && { place }),
    assertedBy: { quote: index },
    polarity: polarityOf(run(parts.subject), predicate, lexicons),
    modality: modalityOf(whole, predicate, lexicons),
    by: "claims/quoted",
  };
}

/** A part with the entity it names, when a mention covers its head word. */
function named(span: Span, { tokens, entities }: Scene): ClaimPart {
  const head = headWord(tokens, span);
  const entity = head ? entities.findIndex((item) => item.mentions.some((mention) => contains(mention, head))) : -1;
  return entity >= 0 ? { ...span, entity } : span;
}

/** The first time inside the piece, else the first in the cue's sentence. */
function timeOf(piece: Span, quote: Quote, { times, sentences }: Scene): number | undefined {
  const inside = times.findIndex((time) => contains(piece, time));
  if (inside >= 0) return inside;
  const cue = quote.cue[0];
  const sentence = cue && spansFrom(sentences, cue)[0];
  const beside = sentence
    ? times.findIndex((time) => contains(sentence, time) && !quote.content.some((span) => overlaps(span, time)))
    : -1;
  return beside >= 0 ? beside : undefined;
}

/** The place an argument names: 'in Ghent'. */
function placeIn(parts: readonly ClaimPart[], entities: readonly Entity[]): number | undefined {
  return parts.find((part) => part.entity !== undefined && entities[part.entity]?.type === "place")?.entity;
}
