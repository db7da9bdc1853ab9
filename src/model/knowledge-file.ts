import { z } from "zod";
import { BLOCK_KINDS } from "./block.js";
import { CLAIM_RELATIONS, MODALITIES, POLARITIES, STANCES } from "./claim.js";
import { CUE_CLASSES, PRESENTATIONS } from "./cue.js";
import { STANDINGS } from "./entity.js";
import { LOCATION_KINDS } from "./linking.js";
import { ENTITY_TYPES, MENTION_FORMS } from "./mention.js";
import { ATTITUDES, QUOTE_KINDS } from "./quote.js";
import { spanSchema } from "./span.js";
import { ANCHOR_KINDS, TIME_TYPES } from "./time-expression.js";

/** Version of the knowledge file's shape: fields may be added within a major version, never renamed or removed. */
export const SCHEMA_VERSION = "1.1.0";

/** Versions a valid file may carry: a file of an older minor version is valid still. */
const SCHEMA_VERSIONS = ["1.0.0", SCHEMA_VERSION] as const;

const textSpan = spanSchema.extend({ text: z.string().describe("equals article.text.slice(start, end)") });
const part = textSpan.extend({ entity: z.string().optional().describe("id of an entity it names") });

const generator = z.object({
  name: z.literal("copydesk"),
  version: z.string(),
  pipeline: z.string(),
  model: z.string().nullable().describe("sha256 of the model's weights; null when the pipeline uses no model"),
});

const article = z.object({
  id: z.string(),
  title: z.string().nullable(),
  bylines: z.array(
    z.object({ name: z.string(), email: z.string().optional(), start: z.int().optional(), end: z.int().optional() }),
  ),
  dateline: spanSchema
    .extend({ text: z.string(), place: z.string().optional(), date: z.string().optional() })
    .nullable(),
  published: z.string().nullable().describe("ISO 8601; null when neither the record nor the text says it"),
  publishedFrom: z.enum(["record", "text"]).nullable(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  language: z.string().describe("ISO 639-1, or und"),
  focus: z
    .array(z.object({ country: z.string(), share: z.number() }))
    .optional()
    .describe("countries it is about, ISO 3166-1, with their share of the places and peoples it names"),
  sha256: z.string().describe("of the text in UTF-8"),
  text: z.string().optional().describe("the string all offsets point into"),
  blocks: z.array(spanSchema.extend({ kind: z.enum(BLOCK_KINDS), duplicateOf: z.int().nonnegative().optional() })),
});

const link = z.object({
  scheme: z
    .string()
    .describe(
      "wikidata, iso3166-1, iso3166-2, geonames, geonames-admin1, geonames-admin2, m49, iata, icao, domain, copydesk, or a user's own",
    ),
  id: z.string(),
  score: z.number().describe("orders candidates; not calibrated"),
  by: z.string().describe("what decided"),
  name: z.string().optional(),
  inferred: z.boolean().optional().describe("true when the text does not name it: who held an office on that day"),
});

const location = z.object({
  name: z.string(),
  kind: z.enum(LOCATION_KINDS),
  country: z.string().optional().describe("ISO 3166-1 alpha-2"),
  division: z.string().optional().describe("name of the first-level division"),
  lat: z.number().optional(),
  lon: z.number().optional(),
});

const entity = z.object({
  id: z.string(),
  type: z.enum(ENTITY_TYPES),
  name: z.string(),
  aliases: z.array(z.string()),
  roles: z.array(z.string()),
  positions: z
    .array(
      z.object({
        role: z.string().optional().describe("as written; absent where the article only says what the person is of"),
        standing: z.enum(STANDINGS).optional().describe("absent for a role that is held"),
        of: z.string().optional().describe("id of the organization, place, people or person it belongs to"),
      }),
    )
    .optional()
    .describe("roles whose standing or owner can be told"),
  anonymous: z.boolean().optional(),
  links: z.array(link).describe("what it is outside the article; empty when that is not sure"),
  candidates: z.array(link).optional().describe("what it may be, the likeliest first, when it stays open"),
  location: location.optional().describe("where a linked place lies"),
  placesInName: z
    .array(z.object({ text: z.string(), links: z.array(link), location }))
    .optional()
    .describe("known places that its names hold: 'Boston' in 'Boston Red Sox'; what they are, not what it is"),
});

const mention = textSpan.extend({
  id: z.string(),
  entity: z.string(),
  type: z.enum(ENTITY_TYPES),
  form: z.enum(MENTION_FORMS),
  sentence: z.int().nonnegative().optional().describe("index into sentences"),
  metonymFor: z
    .object({
      name: z.string(),
      country: z.string().describe("ISO 3166-1 alpha-2, or EU"),
      entity: z.string().optional().describe("id of the body's own entity, where the article names it"),
      by: z.string().describe("the use that tells"),
    })
    .optional()
    .describe("the government or body that the place's name stands for here; the mention stays one of the place"),
  by: z.string().describe("the rule or model that found it"),
});

const time = textSpan.extend({
  id: z.string(),
  type: z.enum(TIME_TYPES),
  value: z.string().nullable().describe("TIMEX3 value; null when it cannot be resolved"),
  mod: z.string().optional(),
  quant: z.string().optional(),
  freq: z.string().optional(),
  zone: z.string().optional().describe("time zone as written, such as EST; value, from and to are local to it"),
  from: z.string().optional().describe("first day or instant, ISO 8601"),
  to: z.string().optional().describe("last day or instant, inclusive"),
  interval: z
    .object({ role: z.enum(["begin", "end"]), from: z.string(), to: z.string() })
    .optional()
    .describe("set on both ends of a range, with the first and last day or instant of the whole"),
  anchor: z.object({ kind: z.enum(ANCHOR_KINDS), value: z.string().optional() }),
  sentence: z.int().nonnegative().optional(),
  by: z.string(),
});

const speaker = z.discriminatedUnion("status", [
  z.object({ status: z.literal("resolved"), entity: z.string() }),
  z.object({ status: z.literal("unresolved"), reason: z.string() }),
]);

const quote = z.object({
  id: z.string(),
  kind: z.enum(QUOTE_KINDS),
  content: z.array(textSpan).min(1),
  cue: z.array(textSpan),
  source: z.array(textSpan),
  speaker,
  attitude: z.enum(ATTITUDES),
  cueLemma: z.string().optional().describe("base form of the cue's head with its particle: point out, according to"),
  cueClass: z.enum(CUE_CLASSES).optional().describe("the act the cue names; absent when no lexicon knows it"),
  presentedAs: z.enum(PRESENTATIONS).optional().describe("what the cue presents the content as, negation counted"),
  addressee: part.optional().describe("the one spoken to"),
  via: z.string().optional().describe("id of the quote this one came through"),
  sentence: z.int().nonnegative().optional(),
  by: z.string(),
});

const claimPart = part.extend({
  pieces: z.array(textSpan).optional().describe("all of its words when they are not in one piece"),
  quantity: z
    .object({
      value: z.number(),
      unit: z.string().optional().describe("what is counted, as a lemma, or %"),
      currency: z.string().optional().describe("ISO 4217"),
    })
    .optional(),
});

const claim = textSpan.extend({
  id: z.string(),
  subject: claimPart.nullable(),
  predicate: claimPart.nullable().describe("null when it is not written: see implied"),
  arguments: z.array(claimPart),
  lemma: z.string().optional().describe("base form of the predicate's chief verb, with its particle"),
  implied: z
    .string()
    .optional()
    .describe("a verb that is understood, not written, before the predicate or in its place"),
  relation: z
    .object({ type: z.enum(CLAIM_RELATIONS), subject: claimPart, object: claimPart.optional() })
    .optional()
    .describe("the typed relation the claim comes to"),
  time: z.string().optional(),
  place: z.string().optional(),
  assertedBy: z.string().describe("id of a quote or an entity, or 'article'"),
  chain: z.array(z.string()).optional().describe("ids of the quotes it came through, the outermost first"),
  stance: z.enum(STANCES).optional().describe("how the one who makes the claim stands to it"),
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  sentence: z.int().nonnegative().optional(),
  by: z.string(),
});

const problem = z.object({
  stage: z.string(),
  rule: z.string(),
  message: z.string(),
  start: z.int().nonnegative().optional(),
  end: z.int().positive().optional(),
});

/** The knowledge file: what one article says, as data. */
export const knowledgeFileSchema = z.object({
  schemaVersion: z.enum(SCHEMA_VERSIONS),
  generator,
  offsetUnit: z.literal("utf-16"),
  article,
  sentences: z.array(spanSchema),
  entities: z.array(entity),
  mentions: z.array(mention),
  times: z.array(time),
  quotes: z.array(quote),
  claims: z.array(claim),
  problems: z.array(problem),
});

/** A valid knowledge file. */
export type KnowledgeFile = z.infer<typeof knowledgeFileSchema>;
