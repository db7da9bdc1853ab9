import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { jsonLines } from "../../src/evaluate/gold/json-lines.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const path = "fixtures/gold/gold.jsonl";
const articles = jsonLines.read([{ path, content: readFileSync(`${ROOT}${path}`, "utf8") }]);

it("is what its markup says", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/gold-from-markup.mjs", "--check"], { cwd: ROOT });
  expect([status, String(stderr)]).toEqual([0, ""]);
});

it("has a second reader's markup that still fits the texts", () => {
  const reading = [
    "--reading",
    "fixtures/gold/second-reading",
    join(mkdtempSync(join(tmpdir(), "gold-")), "second.jsonl"),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/gold-from-markup.mjs", ...reading], {
    cwd: ROOT,
  });
  expect([status, String(stderr)]).toEqual([0, ""]);
  expect(String(stdout)).toContain("16 articles");
});

it("fits its texts, and is as large as SOURCE.md says", () => {
  const source = readFileSync(`${ROOT}fixtures/gold/SOURCE.md`, "utf8").replace(/\s+/g, " ");
  const sum = (count: (article: (typeof articles)[number]) => number) =>
    articles.reduce((all, one) => all + count(one), 0);
  expect(source).toContain(`${articles.length} news articles`);
  expect(source).toContain(`${sum(({ attribution }) => attribution?.length ?? 0)} attributions`);
  expect(source).toContain(`${sum(({ names }) => names?.length ?? 0)} names`);
  expect(source).toContain(`${sum(({ times }) => times?.length ?? 0)} time expressions`);
  expect(source).toContain(`${sum(({ coreference }) => coreference?.length ?? 0)} mentions`);
  const sentences = articles.flatMap(({ claims = [] }) => claims);
  const claims = sentences.reduce((all, sentence) => all + sentence.claims.length, 0);
  expect(source).toContain(`${claims} claims in ${sentences.length} sentences of`);
  expect(sum(({ attribution }) => attribution?.length ?? 0)).toBeGreaterThanOrEqual(300);
});

it("keeps to its guideline: no name lies across another, contents end in words or closing marks", () => {
  const faults = articles.flatMap(({ id, text, names = [], attribution = [] }) => [
    ...names
      .filter((one) => names.some((other) => one !== other && one.start < other.end && other.start < one.end))
      .map(({ start, end }) => `${id}: ${text.slice(start, end)}`),
    ...attribution
      .flatMap(({ content }) => content)
      .filter(({ end }) => /[\s.,:;]/.test(text[end - 1]!))
      .map(({ start, end }) => `${id}: ${text.slice(start, end)}`),
  ]);
  expect(faults).toEqual([]);
});
