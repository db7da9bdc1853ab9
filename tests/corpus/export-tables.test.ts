import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCorpus } from "../../src/corpus/build.js";
import { SQL_TYPES } from "../../src/corpus/compile.js";
import { type Database, openDatabase } from "../../src/corpus/database.js";
import { dataPackage, exportTables, PACKAGE_FILE, starTables } from "../../src/corpus/export-tables.js";
import { readManifest } from "../../src/corpus/manifest.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { sample } from "../show/sample.js";

let folder: string;
let database: Database;
const corpus = (): string => join(folder, "corpus");
const csv = (name: string): string => join(folder, "csv", `${name}.csv`);

/** Two articles on the same person; texts with quotation marks, line ends, commas and a lone quote. */
const articles = (): readonly KnowledgeFile[] => {
  const second = sample();
  return [
    sample(),
    {
      ...second,
      article: { ...second.article, id: 'harbour, "2"\n', title: "=1+1", published: null, source: null },
      entities: second.entities.map((entity) => ({ ...entity, roles: [...entity.roles, 'a "friend",\nor so'] })),
    },
  ];
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "star-"));
  mkdirSync(join(folder, "in"));
  for (const [index, file] of articles().entries()) {
    writeFileSync(join(folder, "in", `${index}.knowledge.json`), JSON.stringify(file));
  }
  await buildCorpus([join(folder, "in")], { folder: corpus() });
  await exportTables(corpus(), join(folder, "csv"));
  database = await openDatabase();
  for (const { name, columns } of starTables()) {
    const types = columns.map((column) => `'${column.name}': '${SQL_TYPES[column.type]}'`).join(", ");
    await database.run(
      `CREATE TABLE ${name} AS SELECT * FROM read_csv('${csv(name)}', header = true, delim = ',', quote = '"', escape = '"', columns = {${types}}, auto_detect = false)`,
    );
  }
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (sql: string) => database.rows<Record<string, unknown>>(sql);

test("every table comes back with the rows it has in the corpus", async () => {
  const { tables } = readManifest(corpus())!;
  for (const { name } of starTables()) {
    const [found] = await rows(`SELECT count(*) AS n FROM ${name}`);
    expect([name, found!.n]).toEqual([name, tables[name]!.rows]);
  }
  expect(await rows("SELECT count(*) AS n FROM quotes")).toEqual([{ n: 4 }]);
});

test("texts come back as they were, null as null", async () => {
  const [first, second] = articles();
  expect(await rows("SELECT article_id, title, text, outlet FROM articles ORDER BY article_id")).toEqual([
    { article_id: second!.article.id, title: "=1+1", text: second!.article.text, outlet: null },
    { article_id: "harbour-1", title: "Harbour to close", text: first!.article.text, outlet: "The Holm Post" },
  ]);
  expect(await rows("SELECT DISTINCT role FROM roles ORDER BY role")).toEqual([
    { role: "Mayor" },
    { role: 'a "friend",\nor so' },
  ]);
});

test("an identity is the same in both articles and in every fact", async () => {
  const speakers = await rows(
    "SELECT DISTINCT i.name FROM quotes q JOIN identities i ON i.identity_id = q.speaker_identity_id",
  );
  expect(speakers).toEqual([{ name: "Rosa Diaz" }]);
  expect(await rows("SELECT count(DISTINCT identity_id) AS n FROM mentions WHERE type = 'person'")).toEqual([{ n: 1 }]);
});

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

test("the description beside the tables holds: columns, keys, and ties that lead somewhere", async () => {
  const written = JSON.parse(readFileSync(join(folder, "csv", PACKAGE_FILE), "utf8")) as { resources: Resource[] };
  expect(written).toEqual(JSON.parse(JSON.stringify(dataPackage())));
  for (const { name, path, schema } of written.resources) {
    const [header] = readFileSync(join(folder, "csv", path), "utf8").split("\n");
    expect(header).toBe(schema.fields.map((field) => field.name).join(","));
    const key = schema.primaryKey.join(", ");
    expect([name, await rows(`SELECT ${key} FROM ${name} GROUP BY ALL HAVING count(*) > 1`)]).toEqual([name, []]);
    for (const { fields, reference } of schema.foreignKeys) {
      const same = fields.map((field, i) => `r.${reference.fields[i]} = t.${field}`).join(" AND ");
      const isSet = `t.${fields.at(-1)} IS NOT NULL`;
      const lost = await rows(
        `SELECT t.* FROM ${name} t WHERE ${isSet} AND NOT EXISTS (FROM ${reference.resource} r WHERE ${same})`,
      );
      expect([name, fields, lost]).toEqual([name, fields, []]);
    }
  }
  expect(written.resources.find(({ name }) => name === "quotes")!.schema.foreignKeys).toHaveLength(5);
});

test("a folder that is no corpus is refused", async () => {
  await expect(exportTables(join(folder, "in"), join(folder, "x"))).rejects.toThrow("is no corpus");
});
