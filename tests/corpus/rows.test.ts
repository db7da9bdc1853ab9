import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/corpus/database.js";
import { createTable, insertRows } from "../../src/corpus/rows.js";
import { column } from "../../src/corpus/table.js";

const TABLE = {
  name: "notes",
  columns: [column.integer("n", "its place"), column.maybe.string("text", "what was written")],
};

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rows-"));
  database = await openDatabase();
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function kept(texts: readonly (string | null)[]): Promise<readonly (string | null)[]> {
  await database.run(createTable(TABLE));
  const rows = texts.map((text, n) => ({ n, text }));
  await insertRows(database, TABLE, rows, join(folder, "scratch"));
  return (await database.rows<{ text: string | null }>("SELECT text FROM notes ORDER BY n")).map(({ text }) => text);
}

test("texts come out as they went in, whatever they hold", async () => {
  const texts = [
    "plain",
    "two\nlines\u2028",
    'a "quote" and \\',
    "\u{1F600}",
    "spelled: \\ud83d",
    "\\\\udc00",
    "",
    null,
  ];
  expect(await kept(texts)).toEqual(texts);
});

test("half a surrogate pair is U+FFFD, also beside an escape that is only spelled", async () => {
  expect(await kept(["half \uD83D", "\\ud83d and \uD83D", "\\\uDC00", "\uD83D\uD83D\uDE00"])).toEqual([
    "half \uFFFD",
    "\\ud83d and \uFFFD",
    "\\\uFFFD",
    "\uFFFD\u{1F600}",
  ]);
});

test("no rows are no work, and no scratch file stays", async () => {
  expect(await kept([])).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
