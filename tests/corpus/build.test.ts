import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCorpus } from "../../src/corpus/build.js";
import { openDatabase } from "../../src/corpus/database.js";
import { definitionsDigest, readManifest } from "../../src/corpus/manifest.js";
import { queryCorpus } from "../../src/corpus/query.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { identitySet } from "./identity-set.js";

const FIXTURES = new URL("../../fixtures/articles/", import.meta.url);
const goldens = readdirSync(FIXTURES)
  .sort()
  .map((name) => readFileSync(new URL(`${name}/knowledge.json`, FIXTURES), "utf8"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "corpus-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (...names: readonly string[]): string => join(folder, ...names);

/** Writes knowledge files to a folder of their own, under names that sort as given. */
function inputs(name: string, files: readonly string[]): string {
  mkdirSync(path(name), { recursive: true });
  for (const [n, file] of files.entries()) {
    writeFileSync(path(name, `${String(n).padStart(3, "0")}.knowledge.json`), file);
  }
  return path(name);
}

const numbers = async (corpus: string, sql: string): Promise<readonly unknown[]> =>
  (await queryCorpus(corpus, sql)).rows[0]!;

test("rows are what the knowledge files hold", async () => {
  const files = goldens.map((text) => JSON.parse(text) as KnowledgeFile);
  const corpus = path("counted");
  const { manifest } = await buildCorpus([inputs("all", goldens)], { folder: corpus });
  const sum = (count: (file: KnowledgeFile) => number) => files.reduce((total, file) => total + count(file), 0);
  const held = {
    articles: files.length,
    blocks: sum((file) => file.article.blocks.length),
    entities: sum((file) => file.entities.length),
    aliases: sum((file) => file.entities.reduce((n, entity) => n + entity.aliases.length, 0)),
    roles: sum((file) => file.entities.reduce((n, entity) => n + entity.roles.length, 0)),
    links: sum((file) => file.entities.reduce((n, entity) => n + entity.links.length, 0)),
    mentions: sum((file) => file.mentions.length),
    times: sum((file) => file.times.length),
    quotes: sum((file) => file.quotes.length),
    quote_contents: sum((file) => file.quotes.reduce((n, quote) => n + quote.content.length, 0)),
    claims: sum((file) => file.claims.length),
    claim_arguments: sum((file) => file.claims.reduce((n, claim) => n + claim.arguments.length, 0)),
    problems: sum((file) => file.problems.length),
  };
  expect(held.quotes).toBeGreaterThan(50);
  for (const [table, rows] of Object.entries(held)) {
    expect([table, manifest.tables[table]?.rows]).toEqual([table, rows]);
    expect([table, ...(await numbers(corpus, `SELECT count(*) FROM ${table}`))]).toEqual([table, rows]);
  }
  const texts = "SELECT count(*) FROM articles WHERE sha256(text) <> text_sha256";
  expect(await numbers(corpus, texts)).toEqual([0]);
  const spans = `SELECT count(*) FROM quotes q WHERE NOT EXISTS
    (FROM quote_contents c WHERE c.article_id = q.article_id AND c.quote_id = q.quote_id)`;
  expect(await numbers(corpus, spans)).toEqual([0]);
  for (const { name } of readdirSync(path("counted", "tables", "quotes"), { withFileTypes: true })) {
    expect(name).toMatch(/^published_month=(\d{4}-\d{2}|unknown)$/);
  }
});

test("the same files give the same tables, whatever their order and names", async () => {
  const one = await buildCorpus([inputs("forth", goldens)], { folder: path("one") });
  const two = await buildCorpus([inputs("back", [...goldens].reverse())], { folder: path("two") });
  expect(two.manifest.tables).toEqual(one.manifest.tables);
  expect(two.manifest.input).toBe(one.manifest.input);
});

test("only new and changed files are read; articles without a file go; ids stay", async () => {
  const corpus = path("grown");
  const folderOf = inputs("growing", goldens.slice(0, 10));
  await buildCorpus([folderOf], { folder: corpus });
  const ids = "SELECT article_id, entity_id, identity_id FROM entity_identities ORDER BY ALL";
  const before = (await queryCorpus(corpus, ids)).rows;
  expect(await buildCorpus([folderOf], { folder: corpus })).toMatchObject({ read: 0, unchanged: 10, removed: 0 });

  inputs("growing", goldens);
  expect(await buildCorpus([folderOf], { folder: corpus })).toMatchObject({
    read: goldens.length - 10,
    unchanged: 10,
    removed: 0,
  });
  const grown = new Set((await queryCorpus(corpus, ids)).rows.map((row) => row.join(" ")));
  expect(before.filter((row) => !grown.has(row.join(" ")))).toEqual([]);

  const changed = JSON.parse(goldens[3]!) as KnowledgeFile;
  changed.article.source = "Changed Gazette";
  writeFileSync(path("growing", "003.knowledge.json"), JSON.stringify(changed));
  rmSync(path("growing", "005.knowledge.json"));
  const { manifest, ...done } = await buildCorpus([folderOf], { folder: corpus });
  expect(done).toMatchObject({ read: 1, unchanged: goldens.length - 2, removed: 1, refused: [] });
  expect(await numbers(corpus, "SELECT count(*) FROM articles WHERE outlet = 'Changed Gazette'")).toEqual([1]);
  const gone = (JSON.parse(goldens[5]!) as KnowledgeFile).article.id;
  expect(manifest.articles).toBe(goldens.length - 1);
  for (const table of ["articles", "mentions", "claims", "identity_members"]) {
    expect(await numbers(corpus, `SELECT count(*) FROM ${table} WHERE article_id = '${gone}'`)).toEqual([0]);
  }
  const still = new Set((await queryCorpus(corpus, ids)).rows.map((row) => row.join(" ")));
  expect(before.filter((row) => row[0] !== gone && !still.has(row.join(" ")))).toEqual([]);

  const full = await buildCorpus([folderOf], { folder: corpus, isFull: true });
  expect(full).toMatchObject({ read: goldens.length - 1 });
  expect(full.manifest.tables).toEqual(manifest.tables);
});

test("a corpus of older table definitions is read anew, though its tables lack columns, and ids stay", async () => {
  const corpus = path("older");
  const files = identitySet().files.map((file) => JSON.stringify(file));
  await buildCorpus([inputs("older-in", files.slice(0, 20))], { folder: corpus });
  inputs("older-in", files);
  await buildCorpus([path("older-in")], { folder: corpus }); // ids now tell in what order the articles came
  const ids = "SELECT article_id, entity_id, identity_id FROM entity_identities ORDER BY ALL";
  const before = (await queryCorpus(corpus, ids)).rows;
  const { tables } = readManifest(corpus)!;

  const database = await openDatabase();
  const entities = readdirSync(join(corpus, "tables", "entities"), { recursive: true, encoding: "utf8" });
  for (const name of entities.filter((name) => name.endsWith(".parquet"))) {
    const file = join(corpus, "tables", "entities", name);
    await database.run(`COPY (SELECT * EXCLUDE (anonymous) FROM '${file}') TO '${file}.older' (FORMAT parquet)`);
    renameSync(`${file}.older`, file);
  }
  database.close();
  const manifest = join(corpus, "tables", "manifest.json");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(definitionsDigest(), "an older digest"));

  const { read, manifest: after } = await buildCorpus([path("older-in")], { folder: corpus });
  expect(read).toBe(files.length);
  expect((await queryCorpus(corpus, ids)).rows).toEqual(before);
  expect(after.tables).toEqual(tables);
});

test("a file that is no knowledge file is refused, the others go on", async () => {
  const [whole, odd] = identitySet().files as [KnowledgeFile, KnowledgeFile];
  odd.article.id = "odd";
  odd.entities[0]!.name = "half \uD83D of a pair";
  const text = JSON.stringify(whole);
  const folderOf = inputs("mixed", [text, "{", '{"a": 1}', JSON.stringify(odd), ` ${text}`]);
  const { read, refused } = await buildCorpus([folderOf], { folder: path("mixed-corpus") });
  expect(read).toBe(2);
  expect(refused.map(({ file, message }) => `${file.slice(-18, -15)} ${message.slice(0, 30)}`).sort()).toEqual([
    "001 is not JSON (Expected property",
    "002 is not a knowledge file: schem",
    expect.stringMatching(/^004 has the article id '/),
  ]);
  const { rows } = await queryCorpus(
    path("mixed-corpus"),
    "SELECT name FROM entities WHERE article_id = 'odd' LIMIT 1",
  );
  expect(rows).toEqual([["half \uFFFD of a pair"]]);
});

test("an input that is not there, or holds nothing, is an error with the path", async () => {
  await expect(buildCorpus([path("nowhere")], { folder: path("x") })).rejects.toThrow(/nowhere: cannot be read/);
  mkdirSync(path("empty"));
  await expect(buildCorpus([path("empty")], { folder: path("x") })).rejects.toThrow(
    /empty: no \*\.knowledge\.json in it/,
  );
});

test("a build that was cut short leaves the tables as they were, and the next one mends the rest", async () => {
  const corpus = path("cut");
  const folderOf = inputs("cut-in", goldens.slice(0, 3));
  await buildCorpus([folderOf], { folder: corpus });
  mkdirSync(join(corpus, ".tables.next", "articles"), { recursive: true });
  renameSync(join(corpus, "tables"), join(corpus, ".tables.before")); // between the two renames of a swap
  expect(await buildCorpus([folderOf], { folder: corpus })).toMatchObject({ read: 0, unchanged: 3 });
  expect(existsSync(join(corpus, ".tables.next"))).toBe(false);
  expect(await numbers(corpus, "SELECT count(*) FROM articles")).toEqual([3]);
});

test("corpus.duckdb has views that follow the folder when it is moved", async () => {
  const corpus = path("home");
  await buildCorpus([inputs("home-in", goldens.slice(0, 4))], { folder: corpus });
  cpSync(corpus, path("moved"), { recursive: true });
  rmSync(corpus, { recursive: true });
  const database = await openDatabase({ file: path("moved", "corpus.duckdb") });
  await database.run(`SET file_search_path = '${path("moved")}'`);
  expect(await database.rows("SELECT count(*) AS n FROM spoken")).toEqual(
    await database.rows("SELECT count(*) AS n FROM quotes"),
  );
  database.close();
});
