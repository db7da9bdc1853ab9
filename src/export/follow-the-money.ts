import type { KnowledgeFile } from "../model/knowledge-file.js";
import { sha256 } from "../text/sha256.js";
import { isPutAsSo } from "./claim-sense.js";
import { type ExportFormat, known } from "./export-format.js";
import {
  type EntityItem,
  generatorName,
  type Identifiers,
  identifiersOf,
  sameAs,
  webAddress,
  wikidataOf,
} from "./identifiers.js";
import { contentText } from "./schema-types.js";

/** An entity as FollowTheMoney's tools read it, one a line. Every property is a list of texts. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * FollowTheMoney 4: an Article; a Person or Organization for each that is named, with a Mention that ties it to the
 * article; an Address for each place; a Note for each quotation, on its speaker and its article; an UnknownLink for each
 * relation between two named ones that is put forward as so. An entity tied to Wikidata has that id, so that what
 * several articles say of it comes together in `ftm aggregate`; any other is the article's own.
 */
export const followTheMoney: ExportFormat = {
  name: "ftm",
  extension: "ftm.ndjson",
  needsText: false,
  convert: (file, options) => {
    const names = identifiersOf(file, options);
    const own = (id: string): string => ownId(names.item(id));
    const ids = new Map(file.entities.map((entity) => [entity.id, wikidataOf(entity) ?? own(entity.id)]));
    const context: Context = { file, names, own, ids, document: own("article") };
    const parties = file.entities.filter(isParty);
    const places = file.entities.filter(({ type }) => type === "place");
    return [
      articleEntity(context, parties, places),
      ...parties.flatMap((entity) => [partyEntity(entity, context), mentionEntity(entity, context)]),
      ...places.map((entity) => placeEntity(entity, context)),
      ...file.quotes.map((quote) => noteEntity(quote, context)),
      ...relationEntities(context),
    ];
  },
};

interface Context {
  readonly file: KnowledgeFile;
  readonly names: Identifiers;
  /** The FtM id of an item of this article. */
  readonly own: (id: string) => string;
  /** FtM ids by the entities' own. */
  readonly ids: ReadonlyMap<string, string>;
  readonly document: string;
}

/** FtM ids hold letters, digits, dots and hyphens only. */
const ownId = (iri: string): string => `cd-${sha256(iri).slice(0, 24)}`;

const SCHEMA_OF: Partial<Record<EntityItem["type"], string>> = { person: "Person", organization: "Organization" };

/** Somebody or some body with a name: a source that is kept nameless is no entity. */
const isParty = ({ type, anonymous }: EntityItem): boolean => SCHEMA_OF[type] !== undefined && !anonymous;

type Values = readonly (string | null | undefined)[];

/** An entity with its properties, those without a value left out. */
function entityOf(id: string, schema: string, properties: Readonly<Record<string, Values>>): FtmEntity {
  const lists = Object.entries(properties).map(([name, values]) => [
    name,
    [...new Set(values.filter((value): value is string => value != null && value.trim() !== ""))],
  ]);
  return { id, schema, properties: known(Object.fromEntries(lists)) as FtmEntity["properties"] };
}

function articleEntity(
  { file, document }: Context,
  parties: readonly EntityItem[],
  places: readonly EntityItem[],
): FtmEntity {
  const { article } = file;
  const named = (type: EntityItem["type"]) => parties.filter((one) => one.type === type).map(({ name }) => name);
  return entityOf(document, "Article", {
    fileName: [article.id],
    title: [article.title],
    author: article.bylines.map(({ name }) => name),
    publisher: [article.source],
    sourceUrl: [webAddress(article.url)],
    publishedAt: [dateOf(article.published)],
    language: [article.language === "en" ? "eng" : null], // FtM has three letters; Copydesk reads English
    bodyText: [article.text],
    country: (article.focus ?? []).map(({ country }) => country.toLowerCase()),
    peopleMentioned: named("person"),
    companiesMentioned: named("organization"),
    locationMentioned: places.map(({ name }) => name),
    keywords: file.entities.filter(({ type }) => type === "other").map(({ name }) => name),
    processingAgent: [generatorName(file)],
  });
}

function partyEntity(entity: EntityItem, { ids, document }: Context): FtmEntity {
  const { id, type, name, aliases, roles, location } = entity;
  return entityOf(ids.get(id)!, SCHEMA_OF[type]!, {
    name: [name],
    weakAlias: aliases, // 'Diaz' for 'Rosa Diaz': too broad to match by
    ...(type === "person" ? { position: roles } : { summary: roles }),
    ...(type === "organization" ? { country: [location?.country?.toLowerCase()] } : {}),
    wikidataId: [wikidataOf(entity)],
    proof: [document],
  });
}

const mentionEntity = (entity: EntityItem, { ids, own, document }: Context): FtmEntity =>
  entityOf(own(`${entity.id}-mention`), "Mention", {
    document: [document],
    resolved: [ids.get(entity.id)],
    name: [entity.name, ...entity.aliases],
    detectedSchema: [SCHEMA_OF[entity.type]],
  });

function placeEntity(entity: EntityItem, { ids, document }: Context): FtmEntity {
  const { location, name } = entity;
  return entityOf(ids.get(entity.id)!, "Address", {
    name: [name],
    full: [name],
    alias: entity.aliases,
    city: [location?.kind === "city" ? location.name : null],
    state: [location?.division],
    country: [location?.country?.toLowerCase()],
    latitude: [location?.lat?.toString()],
    longitude: [location?.lon?.toString()],
    wikidataId: [wikidataOf(entity)],
    sourceUrl: sameAs(entity),
    proof: [document],
  });
}

function noteEntity(quote: KnowledgeFile["quotes"][number], { file, ids, own, document }: Context): FtmEntity {
  const speaker =
    quote.speaker.status === "resolved" ? file.entities.find(({ id }) => id === speakerOf(quote)) : undefined;
  const isKnown = speaker !== undefined && (isParty(speaker) || speaker.type === "place");
  const source = quote.source.map(({ text }) => text).join(" ");
  return entityOf(own(quote.id), "Note", {
    name: [`${speaker?.name ?? (source || "unknown source")}: ${quote.kind} quotation`],
    description: [contentText(quote)],
    entity: [isKnown ? ids.get(speaker.id) : null, document],
    keywords: ["quotation", quote.kind, quote.attitude, quote.cueClass, quote.presentedAs],
    publisher: [file.article.source],
    sourceUrl: [webAddress(file.article.url)],
    proof: [document],
  });
}

const speakerOf = ({ speaker }: KnowledgeFile["quotes"][number]): string | undefined =>
  speaker.status === "resolved" ? speaker.entity : undefined;

/** `status` says who stands behind a relation: the article, or the one who said so. */
function relationEntities({ file, ids, own, document }: Context): readonly FtmEntity[] {
  const byId = new Map(file.entities.map((entity) => [entity.id, entity]));
  return file.claims.flatMap((claim) => {
    const { relation } = claim;
    const [subject, object] = [relation?.subject.entity, relation?.object?.entity].map((id) => byId.get(id ?? ""));
    if (!isPutAsSo(claim, file) || !relation || !subject || !object || subject === object) return [];
    if (![subject, object].every((one) => isParty(one) || one.type === "place")) return [];
    const quote = file.quotes.find(({ id }) => id === claim.assertedBy);
    const by = byId.get((quote ? speakerOf(quote) : claim.assertedBy) ?? "")?.name;
    return [
      entityOf(own(claim.id), "UnknownLink", {
        subject: [ids.get(subject.id)],
        object: [ids.get(object.id)],
        role: [relation.type],
        status: [claim.assertedBy === "article" ? "said by the article" : `said by ${by ?? "an unnamed source"}`],
        description: [claim.text],
        publisher: [file.article.source],
        sourceUrl: [webAddress(file.article.url)],
        proof: [document],
      }),
    ];
  });
}

/** Year, month, day, or date and time to the second. FtM's times have no zone: of one in another than UTC only the day. */
const dateOf = (published: string | null): string | undefined =>
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?=(?:\.\d+)?Z?$))?)?)?/.exec(published?.replace(" ", "T") ?? "")?.[0];
