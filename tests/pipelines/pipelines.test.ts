import { beforeAll, expect, test } from "vitest";
import { loadPipeline, pipelineNames } from "../../pipelines/index.js";
import { checkKnowledgeFile } from "../../src/emit/check.js";
import { serialize } from "../../src/emit/knowledge-file.js";
import type { Reader } from "../../src/emit/reader.js";
import { cases } from "../helpers/cases.js";
import { broken, count, unmet } from "../helpers/hold.js";

test("pipelines by name, the default first", async () => {
  expect(pipelineNames).toEqual(["news", "rules-only"]);
  expect(await loadPipeline("constructor")).toBeUndefined();
});

test("the order of rules-only", async () => {
  const { stages, model } = (await loadPipeline("rules-only"))!;
  expect(model).toBeNull();
  expect(stages).toEqual([
    "detect-language",
    "structure-blocks",
    "read-header",
    "tokenize",
    "split-sentences",
    "tag-tokens",
    "find-names",
    "find-times",
    "find-attributions",
    "resolve-entities",
    "link-entities",
    "attribute-quotes",
    "find-metonyms",
    "find-claims",
  ]);
});

let news: Reader;
beforeAll(async () => {
  news = (await loadPipeline("news"))!;
});

test("the order of news", () => {
  expect(news.model).toMatch(/^[0-9a-f]{64}$/);
  expect(news.stages).toEqual([
    "detect-language",
    "structure-blocks",
    "read-header",
    "tokenize",
    "split-sentences",
    "recognize",
    "tag-tokens",
    "adopt-names",
    "find-times",
    "join-attributions",
    "join-mentions",
    "link-entities",
    "attribute-quotes",
    "find-metonyms",
    "extract-claims",
  ]);
});

/** Least share of the facts of all fixtures that `news` gets. Floats differ a little between processors, so no fact is pinned alone. */
const FLOOR = 0.8;
/** Of the claims that are required, the least share: the same floats decide, and who is who. */
const CLAIMS_FLOOR = 0.9;

test("news reads the fixtures: valid files, the same alone and in company, most facts right", async () => {
  const all = cases();
  const together = await Promise.all(all.map(({ article }) => news.read(article)));
  let facts = 0;
  let missed = 0;
  let claims = 0;
  let missedClaims = 0;
  for (const [index, { article, must }] of all.entries()) {
    const file = together[index]!;
    expect(checkKnowledgeFile(file)).toEqual([]);
    expect(serialize(await news.read(article))).toBe(serialize(file));
    const read = { file, text: article.text };
    claims += must.must.claims.length + must.mustNot.claims.length;
    const required = [...unmet(must.must, read), ...broken(must.mustNot, read)];
    missedClaims += required.filter((fact) => fact.startsWith("claims ")).length;
    for (const wanted of [must.must, must.wanted]) {
      facts += count(wanted);
      missed += unmet(wanted, read).length;
    }
    for (const unwanted of [must.mustNot, must.wantedNot]) {
      facts += count(unwanted);
      missed += broken(unwanted, read).length;
    }
  }
  process.stdout.write(`news: ${facts - missed} of ${facts} facts of the fixtures hold\n`);
  process.stdout.write(`news: ${claims - missedClaims} of ${claims} required claims hold\n`);
  expect((facts - missed) / facts).toBeGreaterThanOrEqual(FLOOR);
  expect((claims - missedClaims) / claims).toBeGreaterThanOrEqual(CLAIMS_FLOOR);
});
