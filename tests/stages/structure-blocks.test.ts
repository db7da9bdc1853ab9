import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { structureLexicons } from "../../src/lexicons/structure.js";
import type { Article } from "../../src/model/article.js";
import { structureBlocks } from "../../src/stages/structure-blocks.js";
import { ignore } from "../helpers/doc.js";

const stage = structureBlocks({ lexicons: structureLexicons() });

function blocksOf(text: string, record: Partial<Article> = {}) {
  const blocks = stage.run({ article: { id: "test", text, ...record } }, ignore);
  if (blocks instanceof Promise) throw new Error("structure-blocks is synchronous");
  return blocks;
}

/** Kinds line by line, as 'kind' or 'kind=index' for a repeat. */
const kindsOf = (text: string, record: Partial<Article> = {}): string[] =>
  blocksOf(text, record).map(({ kind, duplicateOf }) => (duplicateOf === undefined ? kind : `${kind}=${duplicateOf}`));

const PROSE = "The council voted on Tuesday to close the bridge for repairs, the mayor said.";

test("an article with a weather header, a repeated caption and a trailer", () => {
  const caption = "Mayor Ana Roe, left, opens the bridge with two engineers in Springfield on June 3, 2019. [REUTERS]";
  const text = `71.2 F\nSpringfield\nTuesday, March 4, 2025\n\nCouncil closes old bridge for a year of repairs\n\n${caption}\n${caption}\n\n${PROSE}\n\n“We had no choice,” she said after the vote, which took nine hours.\n\nBY KIM DOE  [kim.doe@example.com]\n\n- Advertisement -\nThe Valley Post\nThe Valley Post\nThe Valley Post (est. 1901) is the largest newspaper in the valley`;
  expect(kindsOf(text)).toEqual([
    ...["boilerplate", "boilerplate", "boilerplate", "headline", "caption", "caption=4", "body", "body"],
    ...["byline", "boilerplate", "boilerplate", "boilerplate=10", "boilerplate"],
  ]);
});

const SEEDS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

describe.skipIf(!existsSync(SEEDS))("the two seed articles, line by line", () => {
  const seed = (prefix: string): string => {
    const name = readdirSync(SEEDS).find((file) => file.startsWith(prefix));
    return readFileSync(`${SEEDS}${name}`, "utf8");
  };

  test("a plain article: headline, date line, text", () => {
    expect(kindsOf(seed("000_"))).toEqual(["headline", "dateline", ...Array(13).fill("body")]);
  });

  test("an article with site noise around it", () => {
    expect(kindsOf(seed("004_"))).toEqual([
      ...["boilerplate", "boilerplate", "boilerplate", "headline", "caption", "caption=4"],
      ...Array(12).fill("body"),
      ...["byline", "boilerplate", "boilerplate", "boilerplate=20", "boilerplate"],
    ]);
  });
});

describe("blocks cover any text", () => {
  const line = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", " ", "\u200b", "\ufeff", "By ", "64 F", "A".repeat(72), PROSE, "OSLO (AP) --", "\u00a0\t"),
  );
  const lines = fc.array(line, { maxLength: 30 });
  const end = fc.constantFrom("\n", "\r\n", "\r", "\u2028", "\n\n");

  test("without gap or overlap", () => {
    fc.assert(
      fc.property(lines, end, fc.option(line, { nil: "" }), (parts, lineEnd, title) => {
        const text = parts.join(lineEnd);
        const blocks = blocksOf(text, { title });
        expect(blocks.map(({ start, end: stop }) => text.slice(start, stop)).join("")).toBe(text);
        for (const block of blocks) expect(block.end).toBeGreaterThan(block.start);
        for (const [index, { duplicateOf = -1 }] of blocks.entries()) expect(duplicateOf).toBeLessThan(index);
      }),
    );
  });
});
