import { z } from "zod";

/**
 * IPTC's JSON Schema of ninjs 3.1 (iptc.org/std/ninjs/ninjs-schema_3.1.json, CC BY 4.0), told over for this project's
 * checks: the same names, types, closed objects and required fields, of the parts that a text document may use. Parts for
 * events, planning, pictures and rights are not here, so a document with them is refused.
 */
const text = z.string();
/** RFC 3986, as `format: uri` asks: a scheme, and no character that would have to be escaped. */
const uri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/);
const instant = z.iso.datetime({ offset: true });
const percent = z.int().min(0).max(100);

const content = { role: text.optional(), contentType: text.optional(), value: text };
const concept = { name: text.optional(), rel: text.optional(), uri: uri.optional(), literal: text.optional() };
const geoJson = z.strictObject({
  type: z.literal("Point"),
  coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
});

const document = {
  uri,
  type: z
    .enum(["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"])
    .optional(),
  representationType: z.enum(["full", "partial"]).optional(),
  profile: text.optional(),
  version: text.optional(),
  firstCreated: instant.optional(),
  versionCreated: instant.optional(),
  contentCreated: instant.optional(),
  embargoedUntil: instant.optional(),
  pubStatus: z.enum(["usable", "withheld", "canceled"]).optional(),
  urgency: z.int().min(1).max(9).optional(),
  copyrightHolder: text.optional(),
  copyrightNotice: text.optional(),
  usageTerms: text.optional(),
  edNote: text.optional(),
  language: text.optional(),
  descriptions: z.array(z.strictObject(content)).optional(),
  bodies: z
    .array(z.strictObject({ ...content, charCount: z.int().optional(), wordCount: z.int().optional() }))
    .optional(),
  headlines: z.array(z.strictObject(content)).optional(),
  people: z.array(z.strictObject(concept)).optional(),
  organisations: z.array(z.strictObject(concept)).optional(),
  places: z.array(z.strictObject({ ...concept, geoJSON: geoJson.optional() })).optional(),
  subjects: z
    .array(
      z.strictObject({
        ...concept,
        creator: text.optional(),
        relevance: percent.optional(),
        confidence: percent.optional(),
      }),
    )
    .optional(),
  objects: z.array(z.strictObject(concept)).optional(),
  infoSources: z
    .array(
      z.strictObject({
        name: text.optional(),
        role: text.optional(),
        uri: uri.optional(),
        literal: text.optional(),
      }),
    )
    .optional(),
  title: text.optional(),
  by: text.optional(),
  slugline: text.optional(),
  located: text.optional(),
  altIds: z.array(z.strictObject({ role: text.optional(), value: text.optional() })).optional(),
  standard: z.strictObject({ name: text.optional(), version: text.optional(), schema: uri.optional() }).optional(),
  genres: z.array(z.strictObject({ name: text.optional(), uri: text.optional(), literal: text.optional() })).optional(),
  expires: instant.optional(),
};

export const ninjsSchema = z.strictObject({
  ...document,
  associations: z.array(z.strictObject({ ...document, name: text, rel: text.optional() })).optional(),
});
