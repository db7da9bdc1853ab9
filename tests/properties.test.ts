import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_PIPELINE, loadPipeline } from "../pipelines/index.js";
import { checkKnowledgeFile } from "../src/emit/check.js";
import { serialize } from "../src/emit/knowledge-file.js";
import type { Reader } from "../src/emit/reader.js";
import { type KnowledgeFile, knowledgeFileSchema } from "../src/model/knowledge-file.js";
import { cases } from "./helpers/cases.js";

/** Runs a property; small, since a run reads a whole article. The seed is fixed: a test that fails, fails again. */
const RUNS = { numRuns: 25, seed: 20261122 } as const;

let reader: Reader;

beforeAll(async () => {
  reader = (await loadPipeline(DEFAULT_PIPELINE))!;
});

const MARKS = ["“", "”", "‘", "’", '"', "'", "''", "``", "«", "»", "„", "‹", "›", "❝", "＂", "′", "\\"];
const WORDS = [
  "Anna Berg",
  "Dr. O’Neill-Ruiz",
  "the minister",
  "said",
  "told reporters",
  "according to",
  "that",
  "she",
  "on Friday",
  "last May",
  "U.S.",
  "Q3",
  "NATO",
  "(NATO)",
  "Inc.",
  "not",
  "3-1",
  "Nguyễn",
  "e\u0301",
  "so\u00adft",
  "👩🏽‍🚀",
  "\u200b",
  "@handle",
  "By Jo Roe",
  "LIMA, June 3 (AP) —",
  "A:",
  "https://x.example/a?b=c",
];
const STOPS = [".", ",", "?", "!", "…", " —", ":", ";", ""];
const BREAKS = [" ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", ""];

const piece = fc.tuple(
  fc.constantFrom(...MARKS, "", "", ""),
  fc.constantFrom(...WORDS),
  fc.constantFrom(...STOPS),
  fc.constantFrom(...MARKS, "", "", ""),
  fc.constantFrom(...BREAKS),
);
const articleLike = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.flat().join(""));
const marksOnly = fc.array(fc.constantFrom(...MARKS, "a", "said", " ", "\n"), { maxLength: 80 }).map((x) => x.join(""));
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((x) => String.fromCharCode(...x));
const stretch = fc
  .tuple(fc.constantFrom(...cases()), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 500 }))
  .map(([{ article }, from, length]) => article.text.slice(Math.floor(from * article.text.length)).slice(0, length));
const published = fc.option(fc.constantFrom("2024-02-29", "2025-01-01T00:00:00Z", "1999", "2025-03"), {
  nil: undefined,
});

const read = (text: string, day?: string): Promise<KnowledgeFile> =>
  reader.read({ id: "p", text, ...(day === undefined ? {} : { published: day }) });

describe.each([
  ["any string", fc.string({ unit: "binary", maxLength: 300 })],
  ["any code units, halves of surrogate pairs among them", units],
  ["nothing but quotation marks", marksOnly],
  ["something like an article", articleLike],
  ["a stretch cut out of an article, anywhere", stretch],
])("%s", (_, texts) => {
  test("gives a valid knowledge file: spans in the text, blocks over all of it, each text its slice", async () => {
    await fc.assert(
      fc.asyncProperty(texts, published, async (text, day) => {
        const file = await read(text, day);
        expect(checkKnowledgeFile(file)).toEqual([]);
        expect(file.article.text).toBe(text);
        for (const list of [file.mentions, file.times, file.claims, file.quotes.flatMap((quote) => quote.content)]) {
          for (const item of list) expect(item.text.trim()).toBe(item.text);
        }
      }),
      RUNS,
    );
  });

  test("comes back from its JSON unchanged, and the same from a second reading", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const file = await read(text);
        const json = serialize(file);
        expect(knowledgeFileSchema.parse(JSON.parse(json))).toEqual(JSON.parse(json));
        expect(serialize(await read(text))).toBe(json);
      }),
      { ...RUNS, numRuns: 15 },
    );
  });
});

test("blanks and invisible characters alone hold nothing", async () => {
  for (const text of ["", " ", "\n", "\r\n\r\n", "\u200b", "\ufeff", "\u00ad\u00ad"]) {
    const file = await read(text);
    expect([file.mentions, file.times, file.quotes]).toEqual([[], [], []]);
  }
});

const PIECES = ["“", "“a ", "('", "A. ", "Berg, ", "1 ", "x\n", "http://"];
const VERBS = ["said ", "and said ", "is said to ", "told told "];

test.each([...PIECES, ...VERBS])("%j over and over does not hang", async (piece) => {
  const start = process.cpuUsage().user;
  await read(piece.repeat(Math.ceil(8000 / piece.length)));
  // a guard against work that explodes, not a measure of speed: each takes 1 to 3 s of processor time
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(30);
});
