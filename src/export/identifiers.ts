import type { KnowledgeFile } from "../model/knowledge-file.js";
import { wellFormed } from "../text/well-formed.js";
import type { ExportOptions } from "./export-format.js";

/** An entity as a knowledge file holds it. */
export type EntityItem = KnowledgeFile["entities"][number];

/** Stands before the id of an article when the user names no base of their own. */
export const DEFAULT_BASE = "urn:copydesk:";

/** IRIs of an article and of what stands in it. */
export interface Identifiers {
  /** The article's own web address, or one made of its id. */
  readonly article: string;
  /** IRI of an item: 'urn:copydesk:a1#q3'. */
  readonly item: (id: string) => string;
}

/** The IRIs of a knowledge file, `base` before those that are made. */
export function identifiersOf({ article }: KnowledgeFile, { base }: ExportOptions): Identifiers {
  const own = `${base}${encoded(article.id)}`;
  return { article: webAddress(article.url) ?? own, item: (id) => `${own}#${encoded(id)}` };
}

/** What RFC 3986 lets an address hold unescaped, and the escapes themselves; browsers' URLs may hold more. */
const NOT_IN_ADDRESS = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/g;

/** An http(s) address in its normal form; undefined for anything else. */
export function webAddress(text: string | null | undefined): string | undefined {
  if (text == null || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href.replace(NOT_IN_ADDRESS, encodeURIComponent);
}

/** encodeURIComponent throws on lone surrogates. */
const encoded = (text: string): string => encodeURIComponent(wellFormed(text));

/** Ids of known things as IRIs; schemes that have none, such as iso3166-1, are left to {@link codesOf}. */
const IRI_OF: Readonly<Record<string, (id: string) => string | undefined>> = {
  wikidata: (id) => (/^Q\d+$/.test(id) ? `http://www.wikidata.org/entity/${id}` : undefined),
  geonames: (id) => (/^\d+$/.test(id) ? `https://sws.geonames.org/${id}/` : undefined),
};

/** IRIs that mean the same as an entity. Ties that the text does not name (`inferred`) and candidates are left out. */
export const sameAs = ({ links }: EntityItem): readonly string[] => [
  ...new Set(
    links.flatMap(({ scheme, id, inferred }) =>
      inferred ? [] : ((Object.hasOwn(IRI_OF, scheme) ? IRI_OF[scheme]?.(id) : undefined) ?? webAddress(id) ?? []),
    ),
  ),
];

/** Codes of an entity in schemes of any kind, inferred ones left out. */
export const codesOf = ({ links }: EntityItem): readonly { readonly scheme: string; readonly id: string }[] =>
  links.filter(({ inferred }) => !inferred).map(({ scheme, id }) => ({ scheme, id }));

/** The Wikidata id of an entity, if it is surely known. */
export const wikidataOf = (entity: EntityItem): string | undefined =>
  codesOf(entity).find(({ scheme, id }) => scheme === "wikidata" && /^Q\d+$/.test(id))?.id;

/** The program that made the file: 'copydesk 0.1.0 (news)'. */
export const generatorName = ({ generator }: KnowledgeFile): string =>
  `${generator.name} ${generator.version} (${generator.pipeline})`;
