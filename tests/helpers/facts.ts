import { readFileSync } from "node:fs";
import { z } from "zod";
import { BLOCK_KINDS } from "../../src/model/block.js";
import { CLAIM_RELATIONS, MODALITIES, POLARITIES, STANCES } from "../../src/model/claim.js";
import { ENTITY_TYPES, MENTION_FORMS } from "../../src/model/mention.js";
import { ATTITUDES, QUOTE_KINDS } from "../../src/model/quote.js";
import { TIME_TYPES } from "../../src/model/time-expression.js";

/** Words of the article around the one meant; needed where a text stands in the article more than once. */
const within = z.string().optional();
const type = z.enum(ENTITY_TYPES).optional();
/** Parts of a split quotation, or the whole; ' […] ' stands for anything. */
const content = z.union([z.string(), z.array(z.string()).min(2)]);

/** A claim: who is said to do what, on whose word. Names of entities count as their words: 'She' is 'Ann Lee'. */
const claim = z
  .strictObject({
    text: z.string().optional().describe("the whole claim"),
    subject: z.string().optional().describe("words of it, or a name of what it means"),
    lemma: z.string().optional(),
    predicate: z.string().optional().describe("words of it as written"),
    object: z.string().optional().describe("words of an argument, or a name of what it means"),
    quantity: z.strictObject({ value: z.number(), unit: z.string(), currency: z.string() }).partial().optional(),
    relation: z.enum(CLAIM_RELATIONS).optional(),
    time: z.string().optional().describe("its value"),
    place: z.string().optional(),
    polarity: z.enum(POLARITIES).optional(),
    modality: z.enum(MODALITIES).optional(),
    stance: z.enum(STANCES).optional(),
    assertedBy: z
      .string()
      .nullable()
      .optional()
      .describe("'article', or a name of the speaker; null for an unknown one"),
    via: z.string().optional().describe("a name of the speaker the chain begins with"),
  })
  .refine(({ text, lemma, predicate, relation }) => text ?? lemma ?? predicate ?? relation, "say its verb");

/** Facts that hold in the eyes of an attentive editor. One entry is one fact: all its fields hold of one item. */
const factsSchema = z.strictObject({
  article: z
    .strictObject({
      title: z.string(),
      language: z.string(),
      published: z.string().nullable(),
      publishedFrom: z.enum(["record", "text"]).nullable(),
      bylines: z.array(z.strictObject({ name: z.string(), email: z.string().optional() })),
      dateline: z.strictObject({ place: z.string().optional(), date: z.string().optional() }),
    })
    .partial()
    .default({}),
  blocks: z
    .array(
      z
        .strictObject({
          line: z.union([z.int(), z.string()]).describe("its number from 0, or the words it begins with"),
          nth: z.int().optional().describe("1 for the first line that begins so"),
          kind: z.enum(BLOCK_KINDS).optional(),
          duplicate: z.boolean().optional(),
        })
        .refine(({ kind, duplicate }) => kind !== undefined || duplicate !== undefined, "say its kind, or duplicate"),
    )
    .default([]),
  entities: z
    .array(
      z.strictObject({
        name: z.string(),
        type,
        aliases: z.array(z.string()).optional(),
        roles: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  mentions: z
    .array(
      z.strictObject({
        text: z.string(),
        in: within,
        entity: z.string().optional(),
        type,
        form: z.enum(MENTION_FORMS).optional(),
      }),
    )
    .default([]),
  times: z
    .array(
      z.strictObject({
        text: z.string(),
        in: within,
        value: z.string().nullable().optional(),
        type: z.enum(TIME_TYPES).optional(),
      }),
    )
    .default([]),
  quotes: z
    .array(
      z.strictObject({
        content,
        part: z.boolean().optional().describe("true when the content may be longer"),
        kind: z.enum(QUOTE_KINDS).optional(),
        source: z.string().optional(),
        cue: z.string().optional(),
        speaker: z.string().nullable().optional().describe("a name of the speaker; null for one left unresolved"),
        attitude: z.enum(ATTITUDES).optional(),
      }),
    )
    .default([]),
  claims: z.array(claim).default([]),
  problems: z.array(z.strictObject({ rule: z.string().optional(), in: within })).default([]),
});

/** Things that a careless reader would find and an editor would not. */
const refusalsSchema = z.strictObject({
  names: z.array(z.strictObject({ text: z.string(), in: within, type })).default([]),
  times: z.array(z.strictObject({ text: z.string(), in: within })).default([]),
  quotes: z.array(z.strictObject({ content, kind: z.enum(QUOTE_KINDS).optional() })).default([]),
  claims: z.array(claim).default([]),
});

/**
 * A fixture's `must.json`: the truth about its article, written by hand. `wanted` and `wantedNot` hold the true facts that
 * the pipeline does not get yet; they are counted, and `wantedHeld` is the number of them that must go on holding.
 */
export const mustSchema = z.strictObject({
  about: z.string(),
  must: factsSchema,
  mustNot: refusalsSchema.prefault({}),
  wanted: factsSchema.prefault({}),
  wantedNot: refusalsSchema.prefault({}),
  wantedHeld: z.int().nonnegative().default(0),
});

export type Must = z.infer<typeof mustSchema>;
export type Facts = z.infer<typeof factsSchema>;
export type Refusals = z.infer<typeof refusalsSchema>;

/** The same without claims: rules-only has but a first version of them, so that only `news` is held to these. */
export const withoutClaims = (must: Must): Must => ({
  ...must,
  must: { ...must.must, claims: [] },
  mustNot: { ...must.mustNot, claims: [] },
  wanted: { ...must.wanted, claims: [] },
  wantedNot: { ...must.wantedNot, claims: [] },
});

/** Reads a `must.json`. Throws on a shape it does not know, and on words that do not stand in the article. */
export function readMust(file: string, text: string): Must {
  const must = mustSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const plain = normal(text);
  for (const words of quoted(must)) {
    if (!plain.includes(normal(words))) throw new Error(`${file}: '${words}' does not stand in the article`);
  }
  return must;
}

/** Every string of a `must.json` that is given as a quotation from the article. */
function quoted(must: Must): string[] {
  const facts = [must.must, must.wanted];
  const refusals = [must.mustNot, must.wantedNot];
  return [
    ...facts.flatMap(({ blocks }) => blocks.flatMap(({ line }) => (typeof line === "string" ? [line] : []))),
    ...[
      ...facts.flatMap((f) => [...f.mentions, ...f.times]),
      ...refusals.flatMap((r) => [...r.names, ...r.times]),
    ].flatMap((item) => [item.text, ...(item.in === undefined ? [] : [item.in])]),
    ...facts.flatMap((f) => f.quotes.flatMap(({ source, cue }) => [source, cue].filter((x) => x !== undefined))),
    ...[...facts, ...refusals]
      .flatMap((f) => f.claims.flatMap(({ text, predicate, object }) => [text, predicate, object]))
      .filter((words) => words !== undefined),
    ...facts.flatMap((f) => f.problems.flatMap((problem) => (problem.in === undefined ? [] : [problem.in]))),
  ];
}

/** Text for comparing: NFC, one blank for any white space, invisible characters gone, one kind of hyphen. */
export const normal = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, "")
    .replace(/\u2011/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
