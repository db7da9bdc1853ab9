import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPipeline } from "../pipelines/index.js";
import { checkKnowledgeFile } from "../src/emit/check.js";
import { serialize } from "../src/emit/knowledge-file.js";
import type { Reader } from "../src/emit/reader.js";
import type { KnowledgeFile } from "../src/model/knowledge-file.js";
import { cases, pinned } from "./helpers/cases.js";
import { withoutClaims } from "./helpers/facts.js";
import { broken, count, unmet } from "./helpers/hold.js";

/** Pinned with the pipeline that has no model: its bytes are the same on every processor. `news` has tests/pipelines. */
let reader: Reader;
const shares: string[] = [];

beforeAll(async () => {
  reader = (await loadPipeline("rules-only"))!;
});

afterAll(() => {
  process.stdout.write(`wanted facts that hold already (move these to must):\n${shares.join("\n")}\n`);
});

describe.each(cases())("$slug", ({ slug, article, must: all, golden }) => {
  const must = withoutClaims(all);
  let file: KnowledgeFile;

  beforeAll(async () => {
    file = await reader.read(article);
  });

  test("is a valid knowledge file of the text as given", () => {
    expect(checkKnowledgeFile(file)).toEqual([]);
    expect(file.article.text).toBe(article.text);
  });

  test("comes out the same when read again", async () => {
    expect(serialize(await reader.read(article))).toBe(serialize(file));
  });

  test("says what an editor reads", () => {
    const read = { file, text: article.text };
    expect([...unmet(must.must, read), ...broken(must.mustNot, read)]).toEqual([]);
  });

  test("loses none of the wanted facts it had", () => {
    const read = { file, text: article.text };
    const missing = new Set([...unmet(must.wanted, read), ...broken(must.wantedNot, read)]);
    const wanted = count(must.wanted) + count(must.wantedNot);
    const held = wanted - missing.size;
    shares.push(`  ${slug}: ${held} of ${wanted}; must: ${count(must.must) + count(must.mustNot)}`);
    expect(held).toBeGreaterThanOrEqual(must.wantedHeld);
  });

  test("is the pinned output", async () => {
    await expect(pinned(file)).toMatchFileSnapshot(golden);
  });
});
