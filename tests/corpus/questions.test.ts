import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rulesOnly } from "../../pipelines/rules-only.js";
import { buildCorpus } from "../../src/corpus/build.js";
import { queryCorpus } from "../../src/corpus/query.js";
import { type Asked, boundFor, questions } from "../../src/corpus/questions.js";
import { readInputs } from "../../src/read/read-inputs.js";

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
const SHARED = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

let folder: string;
const corpus = (name: string): string => join(folder, `${name}-corpus`);

/** Reads articles with rules alone, whose output is the same on every machine, and builds a corpus of them. */
async function read(name: string, inputs: readonly string[]): Promise<void> {
  const reader = await rulesOnly();
  mkdirSync(join(folder, name));
  let n = 0;
  for await (const item of readInputs(inputs)) {
    if (item.error) throw new Error(item.error.message);
    const file = await reader.read(item.article);
    writeFileSync(join(folder, name, `${n++}.knowledge.json`), JSON.stringify(file));
  }
  await buildCorpus([join(folder, name)], { folder: corpus(name) });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "questions-"));
  await read("seeds", [SEEDS]);
  if (existsSync(SHARED)) await read("all", [SEEDS, SHARED]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(name: string, asked: Asked = {}, of = "seeds"): Promise<readonly (readonly unknown[])[]> {
  const question = questions().find((one) => one.name === name)!;
  return (await queryCorpus(corpus(of), question.sql, { bound: boundFor(question, asked) })).rows;
}

test("the questions that stand ready", () => {
  expect(questions().map(({ name, takes }) => [name, takes])).toEqual([
    ["anonymous-share", "nothing"],
    ["co-mentions", "name?"],
    ["places", "nothing"],
    ["quotes-of", "name"],
    ["timeline", "name"],
    ["top-speakers", "nothing"],
    ["unresolved-speakers", "nothing"],
    ["who-quotes-whom", "nothing"],
  ]);
  for (const { doc } of questions()) expect(doc).toMatch(/^[A-Z].{30,}\.$/);
});

/** Rows that an answer must hold; the columns not named in a row are left out of the comparison. */
const holds = (rows: readonly (readonly unknown[])[]) =>
  expect.arrayContaining(rows.map((row) => expect.arrayContaining([...row])));

test("top-speakers", async () => {
  const rows = await ask("top-speakers");
  expect(rows).toEqual(holds([["Duncan MacAskill", "person", 3, 2, 1]]));
  expect(rows.map((row) => row[2])).toEqual([...rows.map((row) => row[2] as number)].sort((a, b) => b - a));
  expect(await ask("top-speakers", { outlet: "Adriatic Courier" })).toEqual(
    holds([["Astrid Hovland", "person", 2, 1, 0, expect.stringMatching(/^p-[0-9a-f]{12}$/)]]),
  );
  expect(await ask("top-speakers", { outlet: "No Such Paper" })).toEqual([]);
  expect(await ask("top-speakers", { limit: 1 })).toHaveLength(1);
});

test("quotes-of, by any of its names and by identity", async () => {
  const byName = await ask("quotes-of", { name: "Duncan MacAskill" });
  expect(byName).toEqual(holds([["2025-02-21", "Duncan MacAskill", "direct", "told", "01-lighthouse-keeper"]]));
  expect(byName).toHaveLength(3);
  expect(await ask("quotes-of", { name: "macaskill" })).toEqual(byName);
  const [top] = await ask("top-speakers", { limit: 100 }).then((rows) =>
    rows.filter(([name]) => name === "Duncan MacAskill"),
  );
  expect(await ask("quotes-of", { name: top!.at(-1) as string })).toEqual(byName);
  expect(await ask("quotes-of", { name: "Duncan MacAskill", month: "2025-03" })).toEqual([]);
});

test("quotes-of lists what was said before what was thought or wanted", async () => {
  const sql =
    "SELECT speaker_id FROM spoken GROUP BY ALL HAVING count(DISTINCT attitude) > 1 AND speaker_id IS NOT NULL";
  const { rows } = await queryCorpus(corpus("seeds"), `${sql} ORDER BY ALL LIMIT 5`);
  expect(rows.length).toBeGreaterThan(0);
  for (const [id] of rows) {
    const isSaid = (await ask("quotes-of", { name: String(id) })).map((row) => row.includes("assertion"));
    expect(isSaid).toEqual(isSaid.toSorted((a, b) => Number(b) - Number(a)));
  }
});

test("a name is bound, not pasted", async () => {
  expect(await ask("quotes-of", { name: "x' OR '1'='1" })).toEqual([]);
});

test("who-quotes-whom", async () => {
  const rows = await ask("who-quotes-whom");
  expect(rows).toEqual(holds([["(no outlet)", "outlet", "Duncan MacAskill", 3]]));
  expect(rows).toEqual(holds([["Adriatic Courier", "outlet", "Astrid Hovland", 2]]));
});

test("timeline", async () => {
  const rows = await ask("timeline", { name: "Duncan MacAskill" });
  expect(rows.filter(([, kind]) => kind === "quote")).toHaveLength(3);
  expect(rows).toEqual(holds([["2025-02-21", "claim", "01-lighthouse-keeper"]]));
  const days = rows.map(([day]) => day as string);
  expect(days).toEqual([...days].sort());
});

test("co-mentions, of all and of one", async () => {
  const rows = await ask("co-mentions", { name: "Duncan MacAskill" });
  expect(rows).toEqual(holds([["Duncan MacAskill", "Morag Tennant-Reid", "person", 1]]));
  expect(rows.every(([name]) => name === "Duncan MacAskill")).toBe(true);
  expect((await ask("co-mentions")).length).toBeGreaterThan(rows.length);
});

test("places", async () => {
  expect(await ask("places")).toEqual(holds([["Scarinish", 1]]));
});

test("anonymous-share and unresolved-speakers, per outlet and month", async () => {
  expect(await ask("anonymous-share")).toEqual(holds([["Vermont Valley News", "2025-03", 7, 0, 0]]));
  const unresolved = await ask("unresolved-speakers");
  for (const [, month, reason, quotes] of unresolved) {
    expect([month, reason, quotes]).toEqual([
      expect.stringMatching(/^(\d{4}-\d{2}|unknown)$/),
      expect.any(String),
      expect.any(Number),
    ]);
  }
});

test.skipIf(!existsSync(SHARED))("the shared seeds beside our own: two articles have people in common", async () => {
  expect(await ask("co-mentions", { name: "Kim Jong Un" }, "all")).toEqual(
    holds([
      ["Kim Jong-un", "Donald Trump", "person", 2],
      ["Kim Jong-un", "South Korea", "place", 2],
    ]),
  );
  expect(await ask("top-speakers", {}, "all")).toEqual(
    holds([
      ["Donald Trump", "person"],
      ["Axios", "organization"],
    ]),
  );
  expect(await ask("places", { limit: 2 }, "all")).toEqual(
    holds([
      ["North Korea", 2],
      ["U.S.", 2],
    ]),
  );
  expect((await ask("quotes-of", { name: "Trump" }, "all")).length).toBeGreaterThan(2);
});

test.each([
  ["COPY (SELECT 1) TO '/tmp/x.csv'", /only SELECT runs here, not COPY/],
  ["CREATE TABLE x (a INT)", /only SELECT runs here, not CREATE/],
  ["ATTACH 'x.db'", /only SELECT runs here, not ATTACH/],
  ["SELECT 1; SELECT 2", /expected one SQL statement, got 2/],
  ["SELEC 1", /syntax error/],
  ["SELECT * FROM nothing_such", /nothing_such/],
])("'%s' is refused", async (sql, message) => {
  await expect(queryCorpus(corpus("seeds"), sql)).rejects.toThrow(message);
});

test("Parquet, whole or not at all", async () => {
  const file = join(folder, "answer.parquet");
  await queryCorpus(corpus("seeds"), "SELECT article_id, title FROM articles WHERE outlet = $outlet", {
    bound: { outlet: "Adriatic Courier" },
    parquet: file,
  });
  expect(readFileSync(file).subarray(0, 4).toString()).toBe("PAR1");
  const { rows } = await queryCorpus(corpus("seeds"), `SELECT count(*) FROM read_parquet('${file}')`);
  expect(rows).toEqual([[2]]);
});

test("a folder that is no corpus", async () => {
  await expect(queryCorpus(folder, "SELECT 1")).rejects.toThrow(/is no corpus; make one with copydesk corpus build/);
});
