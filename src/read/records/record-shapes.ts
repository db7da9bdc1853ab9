import { type Fields, fieldOf, isFields } from "./record-values.js";

/** Where a kind of record keeps what Copydesk reads: keys in order of trust; the first that is not blank is taken. */
export interface RecordShape {
  readonly name: string;
  /** Keys of which one is enough to tell the shape. Empty for the last shape, which any record has. */
  readonly marks: readonly string[];
  readonly text: readonly string[];
  readonly title: readonly string[];
  readonly published: readonly string[];
  readonly authors: readonly string[];
  readonly url: readonly string[];
  readonly source: readonly string[];
  /** True where 'None' and 'nan' stand for nothing, as Python's scrapers and tables write it. */
  readonly wordsForNothing: boolean;
}

/** Trafilatura 2.x `--json`: `source` is the URL, `source-hostname` the site's name; `raw_text` has lost its paragraphs. */
const trafilatura: RecordShape = {
  name: "trafilatura",
  marks: ["source-hostname", "raw_text", "sitename", "fingerprint"],
  text: ["text"],
  title: ["title"],
  published: ["date"],
  authors: ["author"],
  url: ["url", "source"],
  source: ["source-hostname", "sitename", "hostname"],
  wordsForNothing: true,
};

/** News-please 1.6: the text is `maintext`, and a date that is not known the string 'None'. */
const newsPlease: RecordShape = {
  name: "news-please",
  marks: ["maintext", "date_publish", "source_domain"],
  text: ["text", "maintext"],
  title: ["title"],
  published: ["date_publish"],
  authors: ["authors"],
  url: ["url"],
  source: ["source_domain"],
  wordsForNothing: true,
};

/** Newspaper4k 0.9 `to_json`. */
const newspaper: RecordShape = {
  name: "newspaper4k",
  marks: ["publish_date", "meta_site_name", "canonical_link"],
  text: ["text"],
  title: ["title"],
  published: ["publish_date"],
  authors: ["authors", "author"],
  url: ["url", "canonical_link"],
  source: ["meta_site_name", "source"],
  wordsForNothing: true,
};

/** Fundus 0.5 `to_json`: `body` is an object of summary and sections, `plaintext` the same as one string. */
const fundus: RecordShape = {
  name: "fundus",
  marks: ["plaintext", "publishing_date"],
  text: ["text", "plaintext", "body"],
  title: ["title"],
  published: ["publishing_date"],
  authors: ["authors"],
  url: ["url"],
  source: ["publisher", "publishers"],
  wordsForNothing: true,
};

/** An item of JSON Feed 1.1 (jsonfeed.org); its `content_html` has been made `content_text` where there was none. */
const feedItem: RecordShape = {
  name: "JSON Feed",
  marks: ["content_text", "content_html", "date_published"],
  text: ["content_text", "text", "summary"],
  title: ["title"],
  published: ["date_published"],
  authors: ["authors", "author"],
  url: ["url", "external_url"],
  source: ["source"],
  wordsForNothing: false,
};

/** Our own record {id, text, title?, published?, author?, url?, source?}. */
const own: RecordShape = {
  name: "plain",
  marks: [],
  text: ["text", "content", "body", "article", "articleBody"],
  title: ["title", "headline"],
  published: ["published", "published_at", "publishedAt", "date", "datePublished", "publication_date"],
  authors: ["author", "authors", "byline"],
  url: ["url", "link"],
  source: ["source", "publication", "publisher", "site"],
  wordsForNothing: false,
};

/** A row of a table: the same columns as our own record and those that Kaggle's news tables have. */
export const tableRow: RecordShape = { ...own, name: "table row", wordsForNothing: true };

/** The shapes with marks, first match wins. */
const SCRAPERS: readonly RecordShape[] = [trafilatura, newsPlease, newspaper, fundus, feedItem];

/** The shape a record's keys tell, else `otherwise`. */
export function shapeOf(record: Fields, otherwise: RecordShape = own): RecordShape {
  const scraper = SCRAPERS.find(({ marks }) => marks.some((key) => fieldOf(record, key) !== undefined));
  if (scraper !== undefined) return scraper;
  return isFields(fieldOf(record, "body")) ? fundus : otherwise;
}

/**
 * The text in a field: a string as it is, or Fundus's body {summary, sections: [{headline, paragraphs}]} as paragraphs
 * with a blank line between them.
 */
export function textIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!isFields(value)) return undefined;
  const sections = fieldOf(value, "sections");
  const parts = [fieldOf(value, "summary")];
  for (const section of Array.isArray(sections) ? sections : []) {
    if (isFields(section)) parts.push(fieldOf(section, "headline"), fieldOf(section, "paragraphs"));
  }
  const paragraphs = parts.flat().filter((part): part is string => typeof part === "string" && /\S/.test(part));
  return paragraphs.length === 0 ? undefined : paragraphs.join("\n\n");
}
