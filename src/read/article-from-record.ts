import type { Article } from "../model/article.js";
import { InputError } from "../model/errors.js";
import { sha256 } from "../text/sha256.js";
import { type Origin, type ReadRecord, shorten } from "./read-item.js";
import { publishedDate } from "./records/published-date.js";
import { type RecordShape, shapeOf, textIn } from "./records/record-shapes.js";
import { authorsIn, type Fields, fieldOf, isBlank, isFields, nameIn } from "./records/record-values.js";

/**
 * The article in one JSON record: our own {id, text, title?, published?, author?, url?, source?} or what trafilatura,
 * news-please, newspaper4k or Fundus write. A `text` given as a string becomes `article.text` as it is, lone surrogates
 * and all. Throws an InputError that names the place when it is no object or holds no text.
 */
export const articleFromRecord = (record: unknown, origin: Partial<Origin> = {}): Article =>
  readRecord(record, origin).article;

/** {@link articleFromRecord}, with notes on fields that were left out. `id` is for records that give none. */
export function readRecord(
  record: unknown,
  origin: Partial<Origin> = {},
  options: { readonly id?: string | undefined; readonly shape?: RecordShape } = {},
): ReadRecord {
  if (!isFields(record)) {
    throw new InputError(`expected a JSON object with a text, got ${kindOf(record)}; wrap it as {"text": …}`, origin);
  }
  const shape = shapeOf(record, options.shape);
  const notes: string[] = [];
  const given = idOf(record, notes);
  const text = textOf(record, shape, { ...origin, ...(given === undefined ? {} : { id: given }) });
  const first = (keys: readonly string[]): unknown =>
    keys.map((key) => fieldOf(record, key)).find((value) => !isBlank(value, shape.wordsForNothing));
  const string = (field: string, keys: readonly string[]): string | undefined => {
    const value = first(keys);
    const name = Array.isArray(value) ? nameIn(value[0]) : nameIn(value);
    if (value !== undefined && name === undefined) notes.push(`${field} is ${kindOf(value)}, not a string; left out`);
    return name;
  };
  const article = {
    id: given ?? options.id ?? contentId(text),
    text,
    title: string("title", shape.title),
    published: publishedIn(first(shape.published), notes),
    authors: [...authorsIn(first(shape.authors))],
    url: string("url", shape.url),
    source: string("source", shape.source),
  };
  return { article: withoutGaps(article), notes };
}

/** An id from the text alone: the first 16 hex digits of its sha256 in UTF-8. */
export const contentId = (text: string): string => sha256(text).slice(0, 16);

/** An article without the fields that nothing is known of. */
export function withoutGaps(fields: { readonly id: string; readonly text: string } & Loose<Article>): Article {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as unknown as Article;
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

function textOf(record: Fields, shape: RecordShape, place: Partial<Origin>): string {
  const texts = shape.text.map((key) => textIn(fieldOf(record, key)));
  const text = texts.find((candidate) => !isBlank(candidate, shape.wordsForNothing));
  if (text !== undefined) return text;
  const empty = shape.text.find((key) => fieldOf(record, key) !== undefined);
  if (empty !== undefined) {
    const value = fieldOf(record, empty);
    const what = typeof value === "string" ? "empty" : `${kindOf(value)}, not a string`;
    throw new InputError(`the field '${empty}' is ${what}; give the article's text there`, place);
  }
  const keys = Object.keys(record).slice(0, 8).join(", ");
  throw new InputError(`no text: expected a field '${shape.text[0]}', got ${shorten(keys) || "no field"}`, place);
}

/** The record's id; a number is written out, and one too large to be exact is doubted. */
function idOf(record: Fields, notes: string[]): string | undefined {
  const id = fieldOf(record, "id");
  if (isBlank(id, false)) return undefined;
  if (typeof id === "string") return id;
  if (typeof id === "number") {
    if (Number.isInteger(id) && !Number.isSafeInteger(id)) notes.push(`id ${id} has lost digits; give it as a string`);
    return String(id);
  }
  notes.push(`id is ${kindOf(id)}, not a string; left out`);
  return undefined;
}

function publishedIn(value: unknown, notes: string[]): string | undefined {
  if (value === undefined) return undefined;
  const date = typeof value === "string" || typeof value === "number" ? publishedDate(value) : undefined;
  if (date === undefined) {
    const shown = typeof value === "string" ? `'${shorten(value)}'` : typeof value === "number" ? value : kindOf(value);
    notes.push(`published ${shown} names no day for certain; left out; give ISO 8601, such as 2025-02-07`);
  }
  return date;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
