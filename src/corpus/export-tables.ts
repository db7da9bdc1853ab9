import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../model/errors.js";
import { quoted } from "./compile.js";
import { openDatabase } from "./database.js";
import { IDENTITY_TABLES } from "./identity-tables.js";
import { readManifest } from "./manifest.js";
import type { Column, ColumnType, Table } from "./table.js";
import { TABLES } from "./tables.js";
import { JOINED_VIEWS, TABLES_FOLDER, tableViews } from "./views.js";

/** One exported table: its file's name and how many rows it holds, header not counted. */
export interface ExportedTable {
  readonly name: string;
  readonly path: string;
  readonly rows: number;
}

/** Tables of who is who that a star needs: merges and moves are followed already. */
const DIMENSIONS = IDENTITY_TABLES.filter(({ name }) => name === "identities" || name === "identity_names");

/** Name of the description that lies beside the tables. */
export const PACKAGE_FILE = "datapackage.json";

/**
 * Writes a corpus as a star of CSV tables: facts (mentions, quotes, claims …) around articles, entities and identities.
 * Beside each `…entity_id` stands an `…identity_id`, the same for one person, body or place in the whole corpus.
 * `datapackage.json` (Frictionless Data Package) has columns, types, and primary and foreign keys. UTF-8; an empty field
 * without quotation marks is null. Throws an InputError when the folder is no corpus.
 */
export async function exportTables(corpus: string, folder: string): Promise<readonly ExportedTable[]> {
  if (!readManifest(corpus))
    throw new InputError("is no corpus; make one with copydesk corpus build", { file: corpus });
  mkdirSync(folder, { recursive: true });
  const database = await openDatabase();
  const exported: ExportedTable[] = [];
  try {
    for (const view of [...tableViews(`${join(resolve(corpus), TABLES_FOLDER)}/`), ...JOINED_VIEWS]) {
      await database.run(view);
    }
    for (const table of starTables()) {
      const path = `${table.name}.csv`;
      const next = join(folder, `.${path}.next`);
      try {
        await database.run(`COPY (${selectOf(table)}) TO ${quoted(next)} (FORMAT csv, HEADER true)`);
        renameSync(next, join(folder, path));
      } finally {
        rmSync(next, { force: true });
      }
      const [count] = await database.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table.name}`);
      exported.push({ name: table.name, path, rows: count!.n });
    }
  } finally {
    database.close();
  }
  writeFileSync(join(folder, PACKAGE_FILE), `${JSON.stringify(dataPackage(), null, 2)}\n`);
  return exported;
}

/** The tables of the star, their identity columns added. */
export function starTables(): readonly Table[] {
  const facts = TABLES.map((table): Table => {
    const columns = table.columns.flatMap((column): readonly Column[] => {
      if (!isEntity(column)) return [column];
      const doc = "identities.identity_id of that entity; null when it has none";
      return [column, { name: identityOf(column.name), type: "string", nullable: true, doc }];
    });
    return { ...table, columns };
  });
  return [...facts, ...DIMENSIONS];
}

const isEntity = ({ name }: Column): boolean => /(?:^|_)entity_id$/.test(name);
const identityOf = (name: string): string => name.replace(/entity_id$/, "identity_id");

/** Rows of a table in the order of its key, with the identities of its entities. */
function selectOf({ name, columns, key }: Table): string {
  const entities = columns.filter(isEntity);
  const identities = new Map(entities.map((column, index) => [identityOf(column.name), `i${index}.identity_id`]));
  const values = columns.map((column) => `${identities.get(column.name) ?? `t.${column.name}`} AS ${column.name}`);
  const joins = entities.map(
    (column, index) =>
      `LEFT JOIN entity_identities i${index} ON i${index}.article_id = t.article_id AND i${index}.entity_id = t.${column.name}`,
  );
  const order = key.map((column) => `t.${column}`).join(", ");
  return `SELECT ${values.join(", ")} FROM ${name} t ${joins.join(" ")} ORDER BY ${order}`;
}

/** Names of our types in Table Schema. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "integer",
  double: "number",
  boolean: "boolean",
  date: "date",
};

/** The description of the tables: a Frictionless Data Package. */
export function dataPackage(): object {
  return {
    profile: "tabular-data-package",
    name: "copydesk-corpus",
    resources: starTables().map((table) => ({
      profile: "tabular-data-resource",
      name: table.name,
      path: `${table.name}.csv`,
      description: table.doc,
      encoding: "utf-8",
      schema: {
        fields: table.columns.map(({ name, type, nullable, doc }) => ({
          name,
          type: TYPES[type],
          description: doc,
          ...(nullable ? {} : { constraints: { required: true } }),
        })),
        missingValues: [""],
        primaryKey: table.key,
        foreignKeys: foreignKeys(table),
      },
    })),
  };
}

/** Ties of a table to the tables around it: to its article, its entities and their identities. */
function foreignKeys({ name, columns }: Table): readonly object[] {
  const key = (fields: readonly string[], resource: string, to: readonly string[] = fields) =>
    resource === name ? [] : [{ fields, reference: { resource, fields: to } }];
  return columns.flatMap((column) => {
    if (column.name === "article_id") return key(["article_id"], "articles");
    if (isEntity(column)) return key(["article_id", column.name], "entities", ["article_id", "entity_id"]);
    if (/(?:^|_)identity_id$/.test(column.name)) return key([column.name], "identities", ["identity_id"]);
    return [];
  });
}
