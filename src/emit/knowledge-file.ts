import type { Claim, ClaimPart } from "../model/claim.js";
import type { Entity, Position } from "../model/entity.js";
import { type KnowledgeFile, SCHEMA_VERSION } from "../model/knowledge-file.js";
import type { Doc, LayerName } from "../model/layers.js";
import type { EntityLinks } from "../model/linking.js";
import type { Metonym } from "../model/metonym.js";
import type { Problem } from "../model/problem.js";
import type { Quote } from "../model/quote.js";
import { bySpan, type Span, surface } from "../model/span.js";
import type { TimeExpression } from "../model/time-expression.js";
import { partitionPoint } from "../text/partition-point.js";
import { sha256 } from "../text/sha256.js";
import { checkKnowledgeFile } from "./check.js";

/** The layers a knowledge file is made of: a pipeline must write all of them. */
export type KnowledgeLayers = Extract<
  LayerName,
  | "language"
  | "blocks"
  | "header"
  | "tokens"
  | "sentences"
  | "entities"
  | "links"
  | "metonyms"
  | "times"
  | "quotes"
  | "claims"
>;

/** What a knowledge file says of its maker, and what it holds. */
export interface EmitOptions {
  readonly version: string;
  readonly pipeline: string;
  /** sha256 of the model's weights, null without a model. */
  readonly model: string | null;
  /** False leaves `article.text` out. Default true. */
  readonly withText?: boolean;
}

/** Turns an article's layers into a knowledge file: ordinal ids, texts beside spans, everything in text order. */
export function toKnowledgeFile(
  doc: Doc<KnowledgeLayers>,
  problems: readonly Problem[],
  options: EmitOptions,
): KnowledgeFile {
  const { article, header, blocks, sentences, entities, links, metonyms, times, quotes, claims, language } = doc;
  const bodies = new Map(metonyms.map((metonym) => [entities[metonym.entity]!.mentions[metonym.mention]!, metonym]));
  const text = (span: Span) => ({ start: span.start, end: span.end, text: surface(article.text, span) });
  const sentence = (span: Span) => defined({ sentence: sentenceAt(sentences, span.start) });
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "copydesk", version: options.version, pipeline: options.pipeline, model: options.model },
    offsetUnit: "utf-16",
    article: {
      id: article.id,
      title: header.title,
      bylines: header.bylines.map(({ name, email, span }) => ({ name, ...defined({ email }), ...span })),
      dateline: header.dateline && {
        ...text(header.dateline.span),
        ...defined({
          place: header.dateline.place && surface(article.text, header.dateline.place),
          date: header.dateline.date,
        }),
      },
      published: header.published,
      publishedFrom: header.publishedFrom,
      url: article.url ?? null,
      source: article.source ?? null,
      language,
      ...(links.focus.length > 0 && { focus: links.focus.map((focus) => ({ ...focus })) }),
      sha256: sha256(article.text),
      ...(options.withText === false ? {} : { text: article.text }),
      blocks: blocks.map(({ kind, start, end, duplicateOf }) => ({ kind, start, end, ...defined({ duplicateOf }) })),
    },
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    entities: entities.map((entity, index) => emitEntity(entity, links.entities[index]!, index)),
    mentions: entities
      .flatMap((entity, index) => entity.mentions.map((mention) => ({ mention, index })))
      .sort((a, b) => bySpan(a.mention, b.mention))
      .map(({ mention, index }, ordinal) => ({
        id: `m${ordinal + 1}`,
        entity: entityId(index),
        type: mention.type,
        form: mention.form,
        ...text(mention),
        ...sentence(mention),
        ...defined({ metonymFor: emitMetonym(bodies.get(mention)) }),
        by: mention.by,
      })),
    times: times.map((time, index) => ({
      id: timeId(index),
      ...text(time),
      ...emitTime(time),
      ...sentence(time),
      by: time.by,
    })),
    quotes: quotes.map((quote, index) => ({
      id: quoteId(index),
      ...emitQuote(quote, text),
      ...sentence(quote.content[0]!),
      by: quote.by,
    })),
    claims: claims.map((claim, index) => ({
      id: `c${index + 1}`,
      ...text(claim),
      ...emitClaim(claim, text),
      ...sentence(claim),
      by: claim.by,
    })),
    problems: problems.map(({ stage, rule, message, span }) => ({
      stage,
      rule,
      message,
      ...(span ? { start: span.start, end: span.end } : {}),
    })),
  };
}

/**
 * A valid knowledge file as it is written, with a line end: a `page` of two-space JSON for files, one `line` for streams.
 * Throws when the file is not valid.
 */
export function serialize(file: KnowledgeFile, layout: "page" | "line" = "page"): string {
  const [fault] = checkKnowledgeFile(file);
  if (fault) throw new Error(`not a valid knowledge file: ${fault.path} ${fault.message}`);
  return `${JSON.stringify(file, null, layout === "page" ? 2 : 0)}\n`;
}

type WithText = (span: Span) => { start: number; end: number; text: string };

const entityId = (index: number): string => `e${index + 1}`;
const timeId = (index: number): string => `t${index + 1}`;
const quoteId = (index: number): string => `q${index + 1}`;

const emitEntity = (entity: Entity, { links, candidates, location, placesInName }: EntityLinks, index: number) => ({
  id: entityId(index),
  type: entity.type,
  name: entity.name,
  aliases: [...entity.aliases],
  roles: [...entity.roles],
  ...defined({ positions: entity.positions?.map(emitPosition) }),
  ...defined({ anonymous: entity.anonymous }),
  links: links.map((link) => ({ ...link })),
  ...(candidates.length > 0 && { candidates: candidates.map((link) => ({ ...link })) }),
  ...defined({ location: location && { ...location } }),
  ...(placesInName && {
    placesInName: placesInName.map((place) => ({
      text: place.text,
      links: place.links.map((link) => ({ ...link })),
      location: { ...place.location },
    })),
  }),
});

const emitPosition = ({ role, standing, of }: Position) =>
  defined({ role, standing, of: of === undefined ? undefined : entityId(of) });

const emitMetonym = (metonym: Metonym | undefined) =>
  metonym && {
    name: metonym.name,
    country: metonym.country,
    ...defined({ entity: metonym.body === undefined ? undefined : entityId(metonym.body) }),
    by: metonym.by,
  };

const emitTime = ({ type, value, mod, quant, freq, zone, from, to, interval, anchor }: TimeExpression) => ({
  type,
  value,
  ...defined({ mod, quant, freq, zone, from, to, interval: interval && { ...interval } }),
  anchor: { kind: anchor.kind, ...defined({ value: anchor.value }) },
});

const emitQuote = (quote: Quote, text: WithText) => ({
  kind: quote.kind,
  content: quote.content.map(text),
  cue: quote.cue.map(text),
  source: quote.source.map(text),
  speaker:
    quote.speaker.status === "resolved"
      ? { status: "resolved" as const, entity: entityId(quote.speaker.entity) }
      : { status: "unresolved" as const, reason: quote.speaker.reason },
  attitude: quote.attitude,
  ...defined({
    cueLemma: quote.cueLemma,
    cueClass: quote.cueClass,
    presentedAs: quote.presentedAs,
    addressee: quote.addressee && {
      ...text(quote.addressee),
      ...defined({ entity: quote.addressee.entity === undefined ? undefined : entityId(quote.addressee.entity) }),
    },
    via: quote.via === undefined ? undefined : quoteId(quote.via),
  }),
});

function emitClaim(claim: Claim, text: WithText) {
  const part = (p: ClaimPart) => ({
    ...text(p),
    ...defined({
      entity: p.entity === undefined ? undefined : entityId(p.entity),
      pieces: p.pieces?.map(text),
      quantity: p.quantity && { ...p.quantity },
    }),
  });
  const { relation } = claim;
  return {
    subject: claim.subject && part(claim.subject),
    predicate: claim.predicate && part(claim.predicate),
    arguments: claim.arguments.map(part),
    ...defined({
      lemma: claim.lemma,
      implied: claim.implied,
      relation: relation && {
        type: relation.type,
        subject: part(relation.subject),
        ...defined({ object: relation.object && part(relation.object) }),
      },
      time: claim.time === undefined ? undefined : timeId(claim.time),
      place: claim.place === undefined ? undefined : entityId(claim.place),
    }),
    assertedBy: claim.assertedBy === "article" ? "article" : quoteId(claim.assertedBy.quote),
    ...defined({ chain: claim.chain?.map(quoteId), stance: claim.stance }),
    polarity: claim.polarity,
    modality: claim.modality,
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** The fields that have a value: a knowledge file never holds `undefined`. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Defined<T>;
}

/** Index of the sentence that holds an offset; undefined between sentences. */
function sentenceAt(sentences: readonly Span[], offset: number): number | undefined {
  const index = partitionPoint(sentences, ({ end }) => end <= offset);
  const sentence = sentences[index];
  return sentence !== undefined && sentence.start <= offset ? index : undefined;
}
