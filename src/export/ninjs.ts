import type { KnowledgeFile } from "../model/knowledge-file.js";
import { type ExportFormat, known } from "./export-format.js";
import {
  codesOf,
  type EntityItem,
  generatorName,
  type Identifiers,
  identifiersOf,
  sameAs,
  webAddress,
} from "./identifiers.js";
import { contentText } from "./schema-types.js";

const SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

/**
 * IPTC ninjs 3.1. Named people, organizations and places have lists of their own; other things are subjects, as are the
 * countries an article is about, with their share as relevance. Who is quoted by name is an `infoSources` entry. ninjs has
 * no place for a quotation and takes no further fields, so each is an associated object of type `component`.
 */
export const ninjs: ExportFormat = {
  name: "ninjs",
  extension: "ninjs.json",
  needsText: false,
  convert: (file, options) => [documentOf(file, identifiersOf(file, options))],
};

function documentOf(file: KnowledgeFile, names: Identifiers): object {
  const { article, entities } = file;
  const of = (type: EntityItem["type"]) =>
    entities
      .filter((entity) => entity.type === type && !entity.anonymous)
      .map((entity) => concept(entity, names, "mentions"));
  const published = instantOf(article.published);
  return known({
    uri: names.article,
    type: "text",
    representationType: article.text === undefined ? "partial" : "full",
    contentCreated: published?.instant,
    language: article.language,
    headlines: article.title === null ? [] : [{ role: "main", contentType: "text/plain", value: article.title }],
    by: article.bylines.map(({ name }) => name).join(", ") || null,
    located: article.dateline?.place,
    bodies: article.text === undefined ? [] : [body("main", article.text)],
    people: of("person"),
    organisations: of("organization"),
    places: entities.filter(({ type }) => type === "place").map((entity) => placeOf(entity, names)),
    subjects: [...of("other"), ...focusOf(file)],
    infoSources: [
      ...(article.source === null ? [] : [{ name: article.source, role: "publisher" }]),
      ...quotedIn(file).map((entity) => {
        const { rel, ...rest } = concept(entity, names, "");
        return { ...rest, role: "quoted" };
      }),
    ],
    associations: file.quotes.map((quote) => quotationOf(quote, file, names)),
    altIds: known({
      list: [
        { role: "copydesk:id", value: article.id },
        { role: "copydesk:sha256", value: article.sha256 },
        ...(article.url === null || article.url === names.article ? [] : [{ role: "url", value: article.url }]),
      ],
    }).list,
    edNote: [published?.note, `People, organisations, places and quotations were found by ${generatorName(file)}.`]
      .filter((note) => note !== undefined)
      .join(" "),
    standard: { name: "ninjs", version: "3.1", schema: SCHEMA },
  });
}

interface Concept {
  readonly name?: string;
  readonly rel?: string;
  readonly uri?: string;
  readonly literal?: string;
}

/** `uri` is what the world calls it, or its own in this article; `literal` a code without an IRI, such as iso3166-1:NO. */
function concept(entity: EntityItem, names: Identifiers, rel: string): Concept {
  const code = codesOf(entity).find(({ id }) => webAddress(id) === undefined);
  return known({
    name: entity.name,
    rel,
    uri: sameAs(entity)[0] ?? names.item(entity.id),
    literal: code === undefined ? null : `${code.scheme}:${code.id}`,
  });
}

function placeOf(entity: EntityItem, names: Identifiers): object {
  const { lat, lon } = entity.location ?? {};
  const point = lat === undefined || lon === undefined ? null : { type: "Point", coordinates: [lon, lat] };
  return known({ ...concept(entity, names, "mentions"), geoJSON: point });
}

/** Countries the article is about; `relevance` is a whole number of percent, as the schema asks. */
const focusOf = (file: KnowledgeFile): readonly object[] =>
  (file.article.focus ?? []).map(({ country, share }) => ({
    name: country,
    rel: "about",
    literal: `iso3166-1:${country}`,
    creator: generatorName(file),
    relevance: Math.round(Math.min(1, Math.max(0, share)) * 100),
  }));

/** The named speakers, in order of appearance. */
function quotedIn({ quotes, entities }: KnowledgeFile): readonly EntityItem[] {
  const ids = new Set(quotes.flatMap(({ speaker }) => (speaker.status === "resolved" ? speaker.entity : [])));
  return entities.filter(({ id, anonymous }) => ids.has(id) && !anonymous);
}

function quotationOf(quote: KnowledgeFile["quotes"][number], file: KnowledgeFile, names: Identifiers): object {
  const { speaker } = quote;
  const entity = speaker.status === "resolved" ? file.entities.find(({ id }) => id === speaker.entity) : undefined;
  const list = { person: "people", organization: "organisations", place: "places", other: "subjects" } as const;
  return known({
    name: quote.id,
    rel: "quotation",
    uri: names.item(quote.id),
    type: "component",
    descriptions: [
      { role: "copydesk:kind", value: quote.kind },
      { role: "copydesk:attitude", value: quote.attitude },
      ...(quote.presentedAs === undefined ? [] : [{ role: "copydesk:presented-as", value: quote.presentedAs }]),
    ],
    by: quote.source.map(({ text }) => text).join(" ") || null,
    bodies: [body("quotation", contentText(quote))],
    ...(entity === undefined || entity.anonymous ? {} : { [list[entity.type]]: [concept(entity, names, "speaker")] }),
  });
}

/** Plain text with its count of characters, in code points, and of words. */
const body = (role: string, value: string): object => ({
  role,
  contentType: "text/plain",
  charCount: [...value].length,
  wordCount: value.split(/\s+/).filter((word) => word !== "").length,
  value,
});

/**
 * ninjs takes instants only. A day becomes its midnight, a time without zone is taken as UTC, and a note says so; a year or
 * a month is left out.
 */
function instantOf(published: string | null): { readonly instant: string; readonly note?: string } | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?/.exec(published ?? "") ??
    [];
  if (day === undefined) return undefined;
  if (time === undefined)
    return { instant: `${day}T00:00:00Z`, note: "Of the date of publication only the day is known." };
  const seconds = time.length === 5 ? `${time}:00` : time;
  if (zone === undefined) {
    return { instant: `${day}T${seconds}Z`, note: "The time zone of the date of publication is not known." };
  }
  return { instant: `${day}T${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}` };
}
