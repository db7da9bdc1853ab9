import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { structureLexicons } from "../../src/lexicons/structure.js";
import type { Article } from "../../src/model/article.js";
import type { Block } from "../../src/model/block.js";
import type { Header } from "../../src/model/header.js";
import { readHeader } from "../../src/stages/read-header.js";
import { structureBlocks } from "../../src/stages/structure-blocks.js";
import { collector } from "../helpers/doc.js";

const lexicons = structureLexicons();
const structure = structureBlocks({ lexicons });
const stage = readHeader({ lexicons });

function headerOf(text: string, record: Partial<Article> = {}) {
  const { report, problems } = collector();
  const article: Article = { id: "test", text, ...record };
  const blocks = structure.run({ article }, report) as readonly Block[];
  return { header: stage.run({ article, blocks }, report) as Header, problems };
}

const PROSE = "The council voted on Tuesday to close the bridge for repairs, the mayor said.";
const ARTICLE = `Council closes old bridge\n\nBy Jane Roe and Tom Poe, Jr.\n\nPublished March 4, 2025 9:30 a.m.\n\nOSLO, March 3 (AP) — ${PROSE}\n\n${PROSE.replace("bridge", "tunnel")}`;

test("title, bylines with places, dateline and date from the text", () => {
  const { header } = headerOf(ARTICLE);
  expect(header.title).toBe("Council closes old bridge");
  expect(header.bylines.map(({ name }) => name)).toEqual(["Jane Roe", "Tom Poe, Jr."]);
  for (const { name, span } of header.bylines) expect(ARTICLE.slice(span?.start, span?.end)).toBe(name);
  expect(header.published).toBe("2025-03-04T09:30");
  expect(header.publishedFrom).toBe("text");
  expect(ARTICLE.slice(header.dateline?.span.start, header.dateline?.span.end)).toBe("OSLO, March 3 (AP) —");
  expect(ARTICLE.slice(header.dateline?.place?.start, header.dateline?.place?.end)).toBe("OSLO");
  expect(header.dateline?.date).toBe("2025-03-03");
});

test("the record comes before the text", () => {
  const { header } = headerOf(ARTICLE, { title: "Bridge shut", published: "2025-03-05", authors: ["Ann Loe"] });
  expect(header).toMatchObject({ title: "Bridge shut", published: "2025-03-05", publishedFrom: "record" });
  expect(header.bylines.map(({ name }) => name)).toEqual(["Jane Roe", "Tom Poe, Jr."]);
});

test("an outlet under the byline is no second author", () => {
  const { header } = headerOf(`Bridge closed\n\nBy Jane Roe\nThe Valley Tribune\n\n${PROSE}`);
  expect(header.bylines.map(({ name }) => name)).toEqual(["Jane Roe"]);
});

test.each([
  [["Jane Roe and Tom Poe"], ["Jane Roe", "Tom Poe"]],
  [["By Jane Roe, Tom Poe, Jr., Staff Writers"], ["Jane Roe", "Tom Poe, Jr."]],
  [["Roe, Jane"], ["Roe, Jane"]],
  [["Reuters"], ["Reuters"]],
  [["Jane Roe", "Jane Roe; The Associated Press"], ["Jane Roe"]],
  [["  "], []],
])("authors of the record %j", (authors, names) => {
  expect(headerOf(PROSE, { authors }).header.bylines.map(({ name }) => name)).toEqual(names);
});

const dates: [what: string, text: string, published: string | null][] = [
  ["a date line under the headline", `Bridge closed\n\nMarch 4, 2025\n\n${PROSE}`, "2025-03-04"],
  [
    "a labelled line before a bare one",
    `Bridge closed\n\nMay 9, 2025\nPublished May 2, 2025\n\n${PROSE}`,
    "2025-05-02",
  ],
  ["a dateline's own date", `OSLO 1996-09-30\n${PROSE}`, "1996-09-30"],
  ["a byline's date", `Bridge closed\n\nBy Jane Roe | March 4, 2025\n\n${PROSE}`, "2025-03-04"],
  ["a date run into the headline", `Bridge closed for a year Tuesday, March 4, 2025\n${PROSE}`, "2025-03-04"],
  [
    "a labelled line after the text",
    `Bridge closed\n\n${PROSE}\n\nPublished : Feb. 7, 2025 - 15:30`,
    "2025-02-07T15:30",
  ],
  [
    "a line of small print after the text",
    `Bridge closed\n\n${PROSE}\n\nThis story was first published March 3, 2025.`,
    "2025-03-03",
  ],
  ["no date in a sentence", `Bridge closed\n\nIt shut on June 30, 2019, the mayor said on a cold and rainy day.`, null],
  ["no date in a caption", `Bridge closed\n\nThe bridge on June 30, 2019. [REUTERS]\n\n${PROSE}`, null],
  ["no year, no date", `OSLO, March 3 (AP) — ${PROSE}`, null],
  ["nothing", "", null],
];

test.each(dates)("published: %s", (_, text, published) => {
  const { header } = headerOf(text);
  expect(header.published).toBe(published);
  expect(header.publishedFrom).toBe(published === null ? null : "text");
});

test("a date that can be read two ways is reported", () => {
  const { header, problems } = headerOf(`Bridge closed\n\n04/05/2025\n\n${PROSE}`);
  expect(header.published).toBe("2025-04-05");
  expect(problems).toMatchObject([{ rule: "ambiguous-date" }]);
});

test("a dateline's day takes the year nearest to the publication date", () => {
  expect(headerOf(`OSLO, Dec. 31 (AP) — ${PROSE}`, { published: "2025-01-02" }).header.dateline?.date).toBe(
    "2024-12-31",
  );
});

const SEEDS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

describe.skipIf(!existsSync(SEEDS))("the two seed articles", () => {
  test.each([
    ["000_", "2025-02-07", 0],
    ["004_", "2025-04-28", 1],
  ])("%s", (prefix, published, bylines) => {
    const name = readdirSync(SEEDS).find((file) => file.startsWith(prefix));
    const text = readFileSync(`${SEEDS}${name}`, "utf8");
    const { header } = headerOf(text);
    expect(header.published).toBe(published);
    expect(header.title?.length).toBeGreaterThan(40);
    expect(header.bylines).toHaveLength(bylines);
    for (const { name: author, email, span } of header.bylines) {
      expect(text.slice(span?.start, span?.end).toLowerCase()).toBe(author.toLowerCase());
      expect(email).toMatch(/^\S+@\S+\.\w+$/);
    }
  });
});

test("no text makes it throw, and spans lie in the text", () => {
  const line = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("By ", "By Jane Roe", "OSLO (AP) --", "OSLO —", "2025-02-30", "March 4, 2025", PROSE, "\u200b", ""),
  );
  fc.assert(
    fc.property(fc.array(line), fc.option(line, { nil: "" }), (lines, author) => {
      const text = lines.join("\n");
      const { header } = headerOf(text, { authors: [author] });
      for (const { name, span } of header.bylines)
        if (span) expect(text.slice(span.start, span.end).toLowerCase()).toBe(name.toLowerCase());
      expect(header.dateline?.span.end ?? 0).toBeLessThanOrEqual(text.length);
    }),
  );
});
