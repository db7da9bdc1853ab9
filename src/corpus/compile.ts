import { InputError } from "../model/errors.js";
import type { ColumnType, ReadColumn, ReadTable } from "./table.js";

/** DuckDB's name of each column type. */
export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  string: "VARCHAR",
  integer: "INTEGER",
  double: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
};

/** Stands between the parts of a joined column. */
export const JOINT = " … ";

/** An identifier in SQL. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text in SQL. For names that the program makes; what users give is bound, never pasted. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * A query that reads a table's rows off `files`, a relation with a knowledge file's fields as columns. Lists in lists
 * become rows one level at a time; what a row needs of the levels above it is carried down under names of its own.
 */
export function rowsQuery(table: ReadTable, files: string): string {
  const lists = listsOf(table.rows);
  const depth = lists.length;
  const carried: { level: number; path: string; name: string }[] = [];
  const carry = (level: number, path: string): string => {
    const known = carried.find((one) => one.level === level && one.path === path);
    if (known) return known.name;
    const name = `c${carried.length}`;
    carried.push({ level, path, name });
    return name;
  };
  const values = table.columns.map((column) => {
    const { level, path } = placeOf(column.read, depth);
    const value = level === depth ? (path === "#" ? `n${depth}` : fieldOf(item(depth), path)) : carry(level, path);
    return `${shaped(value, column)} AS ${named(column.name)}`;
  });
  let query = files;
  for (let level = 1; level <= depth; level++) {
    const list = fieldOf(item(level - 1), lists[level - 1]!);
    const kept = carried
      .filter((one) => one.level < level)
      .map((one) => (one.level === level - 1 ? `${fieldOf(item(level - 1), one.path)} AS ${one.name}` : one.name));
    const row = [...kept, `unnest(${list}) AS i${level}`, `generate_subscripts(${list}, 1) - 1 AS n${level}`];
    query = `(SELECT ${row.join(", ")} FROM ${query})`;
  }
  return `SELECT ${values.join(", ")} FROM ${query}`;
}

const item = (level: number): string => (level === 0 ? "" : `i${level}`);

/** The types of a knowledge file's fields that the tables read, as `columns` of DuckDB's read_json. */
export function fileColumns(tables: readonly ReadTable[]): string {
  const root: Shape = { fields: new Map() };
  for (const { rows, columns } of tables) {
    const lists = listsOf(rows).map((path) => `${path}[]`);
    for (const column of columns) {
      const { level, path } = placeOf(column.read, lists.length);
      const steps = [...lists.slice(0, level), path].filter((step) => step !== "." && step !== "#").join(".");
      grow(root, steps, column.as === undefined ? column.type : "string");
    }
  }
  const fields = [...root.fields!].map(([name, shape]) => `${named(name)}: ${quoted(typeOf(shape))}`);
  return `{${fields.join(", ")}}`;
}

/** What stands at a path: a value, an object, or, with `list`, many of these. */
interface Shape {
  fields?: Map<string, Shape>;
  leaf?: string;
  list?: boolean;
}

function grow(root: Shape, path: string, type: ColumnType): void {
  let shape = root;
  for (const step of path.split(".")) {
    const name = step.replace("[]", "");
    shape.fields ??= new Map();
    const next = shape.fields.get(name) ?? {};
    shape.fields.set(name, next);
    if (step.endsWith("[]")) next.list = true;
    shape = next;
  }
  if (shape.fields === undefined) shape.leaf = SQL_TYPES[type];
}

function typeOf({ fields, leaf, list }: Shape): string {
  const one =
    fields === undefined
      ? (leaf ?? SQL_TYPES.string)
      : `STRUCT(${[...fields].map(([name, shape]) => `${named(name)} ${typeOf(shape)}`).join(", ")})`;
  return list ? `${one}[]` : one;
}

const listsOf = (rows: string): readonly string[] =>
  rows === "/"
    ? []
    : rows
        .split("[]")
        .filter((part) => part !== "")
        .map((part) => part.replace(/^\./, ""));

/** The level that a path starts from, 0 for the file, and the path from there. Throws when there is no such level. */
function placeOf(read: string, depth: number): { readonly level: number; readonly path: string } {
  if (read.startsWith("/")) return { level: 0, path: read.slice(1) };
  if (!read.startsWith("../")) return { level: depth, path: read };
  if (depth < 2) throw new InputError(`a column that reads '${read}' needs rows two lists deep`);
  return { level: depth - 1, path: read.slice(3) };
}

function fieldOf(of: string, path: string): string {
  if (path === ".") return of;
  const [list, rest] = path.split("[].");
  const at = [...(of === "" ? [] : [of]), ...list!.split(".").map(named)].join(".");
  return rest === undefined ? at : `list_transform(${at}, lambda x: ${fieldOf("x", rest)})`;
}

function shaped(value: string, { type, read, as, absent }: ReadColumn): string {
  if (as === "day") return `try_cast(substr(${value}, 1, 10) AS DATE)`;
  if (as === "month")
    return `coalesce(nullif(regexp_extract(${value}, '^[0-9]{4}-(0[1-9]|1[0-2])', 0), ''), 'unknown')`;
  if (read.includes("[].")) return `nullif(array_to_string(${value}, ${quoted(JOINT)}), '')`;
  const typed = type === "integer" ? `CAST(${value} AS INTEGER)` : value;
  return absent === undefined ? typed : `coalesce(${typed}, ${absent})`;
}
