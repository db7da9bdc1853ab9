/** The fields of a record, as JSON or a CSV row gives them. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for an object with fields, not for a list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The record's own field; never one that all objects inherit. */
export const fieldOf = (record: Fields, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);

/** What Python and pandas write for nothing. Only asked for records of scrapers and tables. */
const NOTHING = new Set(["None", "nan", "NaN", "NaT", "null", "NULL"]);

/** True for null, blanks and, in the records of scrapers and tables, 'None' and its like. */
export const isBlank = (value: unknown, wordsForNothing: boolean): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && (!/\S/.test(value) || (wordsForNothing && NOTHING.has(value.trim()))));

/** A string, or the name in an object such as {"name": "The Example"}; else undefined. */
export function nameIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const name = isFields(value) ? fieldOf(value, "name") : undefined;
  return typeof name === "string" && /\S/.test(name) ? name : undefined;
}

/**
 * Author names from a string, an object with a name, or a list of these. 'A; B' is two, as trafilatura joins them, and
 * "['A', 'B']" too, as Python lists look in CSV; 'A and B' and 'A, B' stay as they are.
 */
export function authorsIn(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : [value];
  const names = items.flatMap((item) => splitNames(nameIn(item) ?? "")).map((name) => name.trim());
  return [...new Set(names)].filter((name) => !isBlank(name, true));
}

function splitNames(names: string): readonly string[] {
  const list = names.trim();
  if (!list.startsWith("[") || !list.endsWith("]")) return names.split(";");
  return list
    .slice(1, -1)
    .split(/['"],\s?/)
    .map((name) => name.trim().replace(/^['"]|['"]$/g, ""));
}
