import { describe, expect, test } from "vitest";
import { structureLexicons } from "../../../src/lexicons/structure.js";
import type { Article } from "../../../src/model/article.js";
import type { Block } from "../../../src/model/block.js";
import type { Header } from "../../../src/model/header.js";
import { readHeader } from "../../../src/stages/read-header.js";
import { headingLevel, markLengths } from "../../../src/stages/structure/markdown.js";
import { nameCase } from "../../../src/stages/structure/name-case.js";
import { structureBlocks } from "../../../src/stages/structure-blocks.js";
import { ignore } from "../../helpers/doc.js";

const lexicons = structureLexicons();
const PROSE = "The council voted on Tuesday to close the bridge for repairs, the mayor said.";
const MORE = "No one objected to it at all, he said after a meeting of nine hours.";

function read(text: string): { kinds: string[]; header: Header } {
  const article: Article = { id: "test", text };
  const blocks = structureBlocks({ lexicons }).run({ article }, ignore) as readonly Block[];
  const header = readHeader({ lexicons }).run({ article, blocks }, ignore) as Header;
  return { kinds: blocks.map(({ kind }) => kind), header };
}

test.each<[string, number, readonly [number, number]]>([
  ["# Bridge closed", 1, [2, 0]],
  ["### What comes next", 3, [4, 0]],
  ["*By Jane Roe*", 0, [1, 1]],
  ["**By Jane Roe**", 0, [2, 2]],
  ["#bridge", 0, [0, 0]],
  ["#1 seed", 0, [0, 0]],
  ["* * *", 0, [0, 0]],
  ["*one* and *two*", 0, [0, 0]],
])("marks of %s", (line, level, lengths) => {
  expect(headingLevel(line)).toBe(level);
  expect(markLengths(line)).toEqual(lengths);
});

test("a Markdown article with front matter", () => {
  const front = "---\ntitle: Bridge closed\ndescription: The old bridge will be closed for a year, it says.\n---\n\n";
  const { kinds, header } = read(
    `${front}# Council closes old bridge\n\n*By Jane Roe, town reporter · 4 March 2025*\n\n${PROSE}\n\n## What comes next\n\n${MORE}`,
  );
  expect(kinds).toEqual([...Array(4).fill("boilerplate"), "headline", "byline", "body", "subheading", "body"]);
  expect(header.title).toBe("Council closes old bridge");
  expect(header.published).toBe("2025-03-04");
  expect(header.bylines.map(({ name }) => name)).toEqual(["Jane Roe"]);
});

test("a ruler over text is no front matter", () => {
  expect(read(`---\n\n${PROSE}\n\n---\n\n${MORE}`).kinds.filter((kind) => kind === "body")).toHaveLength(2);
});

describe("a press release", () => {
  const body = `LEEDS, England – March 4, 2025 – Roe Water today announced a new plant for the town.\n\n${PROSE}`;
  const trailer =
    "About Roe Water\n\nRoe Water sells water to the people of the town.\n\nMedia contact:\n\nTom Poe\n\n###";

  test("has a trailer, and a date in its dateline", () => {
    const { kinds, header } = read(`FOR IMMEDIATE RELEASE\n\nRoe Water Opens New Plant\n\n${body}\n\n${trailer}`);
    expect(kinds).toEqual(["boilerplate", "headline", "body", "body", ...Array(5).fill("boilerplate")]);
    expect(header.published).toBe("2025-03-04");
    expect(header.dateline?.date).toBe("2025-03-04");
  });

  test("unlabelled, the same lines are text", () => {
    expect(read(`Roe Water Opens New Plant\n\n${body}\n\n${trailer}`).kinds.slice(3, 7)).not.toContain("boilerplate");
  });
});

test.each<[string, string[]]>([
  [`Menu\nNews > Town\nCouncil closes old bridge\n\n${PROSE}`, ["boilerplate", "boilerplate", "headline", "body"]],
  [
    `Bridge closed for a year\n\n${PROSE}\n\nMost read\n1. River rises\n2. Quiz: how well do you know the old town of Oslo?`,
    ["headline", "body", "boilerplate", "boilerplate", "boilerplate"],
  ],
  [`Bridge live\n\n${PROSE}\n\n11:58\nTrains suspended\n${MORE}`, ["headline", "body", "body", "subheading", "body"]],
  [
    `A talk with Jane Roe\nThe engineer on bridges, bad weather and why she never swims.\nBy Tom Poe\nPublished 3 June 2024\n\n${PROSE}\n\n${MORE}`,
    ["headline", "deck", "byline", "dateline", "body", "body"],
  ],
  [
    `A talk with Jane Roe\n\n${PROSE}\n\nQ: Why now?\n\n${MORE}\n\nTP: Did it end well\n\nJR: It did, and we were all glad of it in the end.\n\nQ: When?`,
    ["headline", "body", "body", "body", "body", "body", "body"],
  ],
  [
    `Bridge closed for a year\n\n${PROSE}\n\n${MORE}\n\nReach Jane Roe at 555-0142`,
    ["headline", "body", "body", "boilerplate"],
  ],
  [
    `Bridge closed for a year\n\n${PROSE}\n\n${MORE}\n\nTom Poe in Oslo contributed to this report.`,
    ["headline", "body", "body", "byline"],
  ],
])("lines of %j", (text, kinds) => {
  expect(read(text).kinds).toEqual(kinds);
});

test("an address under the byline is the writer's", () => {
  const { kinds, header } = read(
    `Bridge closed for a year\n\nBy Dafydd ap Rhys\n\ndr@example.com\n\n${PROSE}\n\n${MORE}`,
  );
  expect(kinds).toEqual(["headline", "byline", "byline", "body", "body"]);
  expect(header.bylines).toMatchObject([{ name: "Dafydd ap Rhys", email: "dr@example.com" }]);
});

test.each([
  ["DANA R. O'HARA", "Dana R. O'Hara"],
  ["LEE MIN-JUN", "Lee Min-jun"],
  ["JEAN-PAUL MCGEE", "Jean-Paul McGee"],
  ["Ana Roe", "Ana Roe"],
  ["AFP", "AFP"],
])("%s in small letters", (name, expected) => {
  expect(nameCase(name, lexicons)).toBe(expected);
});
