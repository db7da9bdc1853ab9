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

/** A line between the headline and two paragraphs, or after them. */
const inHeader = (line: string): string => `Council closes old bridge\n\n${line}\n\n${PROSE}\n\n${PROSE}`;
const inTail = (line: string): string =>
  `Council closes old bridge\n\n${PROSE}\n\nNo one objected to it at all, he said on Monday.\n\n${line}`;

const headerLines: [kind: string, line: string][] = [
  ["byline", "By Jane Roe"],
  ["byline", "Jane Roe, Staff Writer"],
  ["dateline", "March 4, 2025"],
  ["dateline", "Updated 9:30 a.m. EST, Feb. 7, 2025"],
  ["dateline", "OSLO, March 4 (Reuters)"],
  ["caption", "Photo by Jane Roe"],
  ["caption", "Mayor Ana Roe, left, walks to the bridge. (AP Photo/Jane Roe)"],
  ["caption", "The bridge in May. Jane Roe/Getty Images"],
  ["boilerplate", "Advertisement"],
  ["boilerplate", "[YONHAP]"],
  ["boilerplate", "Share | Tweet | Email | Print"],
  ["boilerplate", "4 min read"],
  ["deck", "Repairs will take a year and cost more than planned"],
  ["body", "Repairs will take a year, the mayor said."],
];

test.each(headerLines)("in the header, %s: %s", (kind, line) => {
  expect(kindsOf(inHeader(line))[1]).toBe(kind);
});

const tailLines: [kind: string, line: string][] = [
  ["boilerplate", "Read more: Bridge opens again"],
  ["boilerplate", "Sign up for our daily newsletter."],
  ["boilerplate", "© 2025 The Valley Post. All rights reserved."],
  ["boilerplate", "newsdesk@example.com"],
  ["boilerplate", "Email: jane.roe@example.com, Tel: +1 555 010 0134"],
  ["boilerplate", "Follow Jane Roe on Twitter @jroe"],
  ["boilerplate", "Follow us on Facebook and Instagram"],
  ["boilerplate", "Jane Roe covers the town. Reach her at roe@example.com."],
  ["boilerplate", "(555) 010-0199"],
  ["body", "Call the clerk for a form, she said."],
  ["byline", "(Reporting by Jane Roe; Editing by Tom Poe)"],
  ["body", "Advertisement sales fell 3 percent."],
  ["body", "Sign up began on Monday for the race."],
  ["body", "Follow the money, he said."],
  ["body", "Oslo newsroom +47 555 0134"],
  ["body", "The Valley Post is the largest newspaper in the valley."],
  ["body", "By Friday, all was quiet."],
];

test.each(tailLines)("after the text, %s: %s", (kind, line) => {
  expect(kindsOf(inTail(line)).at(-1)).toBe(kind);
});

test("a short line between paragraphs is a subheading", () => {
  const text = `${PROSE}\n\nWhat comes next\n\n${PROSE.replace("bridge", "tunnel")}`;
  expect(kindsOf(text)).toEqual(["body", "subheading", "body"]);
});

test("the record's title marks headline and deck", () => {
  const title = "Council closes bridge for repairs; Mayor calls vote a sad day";
  const text = `Council closes bridge for repairs;\nMayor calls vote a sad day.\n\n${PROSE}`;
  expect(kindsOf(text, { title })).toEqual(["headline", "deck", "body"]);
});

test("a page saved with its menu, without empty lines", () => {
  const text = `Skip to content\nHome News Sports Business\nPOLITICS\nCouncil closes old bridge\nRepairs will take a year\nBy Jane Roe\nThe Valley Tribune\nPublished 9:42 PM EST, Tue March 4, 2025\nShare\nFacebook\nTwitter\n${PROSE}\nWhat happens next\nThe bridge will be shut from the first of May, he said on Monday.\nMost read\nRiver rises again\nFair opens Friday`;
  expect(kindsOf(text)).toEqual([
    ...["boilerplate", "boilerplate", "boilerplate", "headline", "deck", "byline", "byline", "dateline"],
    ...["boilerplate", "boilerplate", "boilerplate", "body", "subheading", "body", "boilerplate", "boilerplate"],
    "boilerplate",
  ]);
});

test("short answers may repeat, long lines may not", () => {
  expect(kindsOf(`Yes.\nYes.\n${PROSE}\nNo.\n${PROSE}`)).toEqual(["body", "body", "body", "body", "body=2"]);
});

test("lines of a hard-wrapped text are joined to paragraphs", () => {
  const wrapped = [
    "OSLO (AP) -- The council voted on Tuesday to close the old bridge over",
    "the river for repairs that will take a year and cost more than anyone",
    "had planned for, the mayor said after a meeting of nine hours.",
    "",
    "    No one objected to it, and she thanked the members for the time they",
    "had taken to hear the people of the town who had come to speak on both",
    "sides of the question.",
    "",
    "By Jane Roe",
  ].join("\n");
  const blocks = blocksOf(wrapped);
  expect(blocks.map(({ kind }) => kind)).toEqual(["body", "body", "byline"]);
  expect(wrapped.slice(blocks[1]?.start, blocks[1]?.end)).toContain("question.\n");
});

test.each(["One line alone", "\n\n", " \u200b ", "Home\nNews"])("no line, no fear: %j", (text) => {
  expect(blocksOf(text)[0]?.start).toBe(0);
});

test("an empty text has no blocks", () => {
  expect(blocksOf("")).toEqual([]);
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
