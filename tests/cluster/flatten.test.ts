import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/corpus/database.js";
import { createTable } from "../../src/corpus/rows.js";
import { corpusSchema } from "../../src/corpus/schema.js";
import { stageFiles } from "../../src/corpus/stage-files.js";
import { TABLES } from "../../src/corpus/tables.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const FLATTEN = fileURLToPath(new URL("../../cluster/flatten.py", import.meta.url));
const FIXTURES = new URL("../../fixtures/articles/", import.meta.url);

/** A golden with what articles seldom have: no date, a date that is none, lone surrogates, links, lists without items. */
function oddFiles(golden: string): readonly string[] {
  const file = JSON.parse(golden) as KnowledgeFile;
  const [quote] = file.quotes;
  const [entity] = file.entities;
  const location = { name: "Ulm", kind: "city", country: "DE", lat: 48.4, lon: 10 };
  return [
    { ...file, article: { ...file.article, id: "odd-1", published: null, title: null, bylines: [] }, quotes: [] },
    { ...file, article: { ...file.article, id: "odd-2", published: "2025-02-30", title: "cut \ud83d here" } },
    {
      ...file,
      article: {
        ...file.article,
        id: "odd-3 \u0000 “x”\n\ttab",
        published: "2025-02",
        bylines: [{ name: "A" }, { name: "B" }],
      },
      quotes: [{ ...quote, cue: [], addressee: { text: "Jo", start: 0, end: 2 } }],
      entities: [
        {
          ...entity,
          anonymous: true,
          roles: ["b", "a"],
          links: [{ scheme: "x", id: "1", score: 1, by: "t", location }],
        },
      ],
    },
  ].map((one) => JSON.stringify(one));
}

test.skipIf(!hasPython)("the cluster's rows are those of copydesk corpus build, table for table", async () => {
  const generator = { name: "copydesk", version: "0", pipeline: "rules-only", model: null };
  const goldens = readdirSync(FIXTURES)
    .map((name) => JSON.parse(readFileSync(new URL(`${name}/knowledge.json`, FIXTURES), "utf8")) as KnowledgeFile)
    .map((file) => JSON.stringify({ ...file, generator }));
  const files = [...goldens, ...oddFiles(goldens[0]!)];
  const folder = mkdtempSync(join(tmpdir(), "copydesk-flatten-"));
  try {
    const database = await openDatabase();
    const paths = files.map((text, n) => {
      const path = join(folder, `${n}.knowledge.json`);
      writeFileSync(path, text);
      return path;
    });
    for (const table of TABLES) await database.run(createTable(table));
    const options = {
      tables: TABLES,
      scratch: join(folder, "scratch"),
      isTaken: () => false,
      onBatch: () => undefined,
    };
    expect((await stageFiles(database, paths, options)).refused).toEqual([]);

    writeFileSync(join(folder, "schema.json"), JSON.stringify(corpusSchema()));
    const lines = files.map((text) => `${JSON.stringify(JSON.parse(text))}\n`).join("");
    const { stdout, stderr } = spawnSync("python3", [FLATTEN, join(folder, "schema.json")], {
      input: lines,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    expect(stderr).toBe("");
    const made = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { readonly table: string; readonly row: object });
    for (const { name, columns } of TABLES) {
      const list = columns.map(({ name: column, type }) =>
        type === "date" ? `CAST(${column} AS VARCHAR) AS ${column}` : column,
      );
      const rows = await database.rows<object>(`SELECT ${list.join(", ")} FROM ${name}`);
      const sorted = (all: readonly object[]) => all.map((row) => JSON.stringify(row)).sort();
      expect(sorted(made.filter(({ table }) => table === name).map(({ row }) => row)), name).toEqual(sorted(rows));
    }
    database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
