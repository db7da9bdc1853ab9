import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { articleSchema } from "../../src/model/article.js";
import { InputError } from "../../src/model/errors.js";
import { articleFromRecord, contentId, readRecord } from "../../src/read/article-from-record.js";
import { FIXTURES } from "./collected.js";

const TEXT = '"We are glad," Ana Petrov said.';
const COMMON = { title: "Harbor reopens", authors: ["Ana Petrov", "Joe Lind"] };
const URL_OF = "https://wire.example/harbor";

test.each<[string, object]>([
  ["own.json", { ...COMMON, id: "own-1", published: "2025-03-04T09:00:00Z", url: URL_OF, source: "Coast Wire" }],
  ["trafilatura.json", { ...COMMON, published: "2025-03-04", url: URL_OF, source: "Coast Wire" }],
  ["news-please.json", { ...COMMON, published: "2025-03-04T10:30:00", url: URL_OF, source: "wire.example" }],
  ["newspaper4k.json", { ...COMMON, published: "2025-03-04T10:30:00+01:00", url: URL_OF, source: "Coast Wire" }],
  ["fundus.json", { ...COMMON, published: "2025-03-04T10:30:00+01:00", source: "Coast Wire" }],
])("%s is taken as it is", (file, expected) => {
  const { article, notes } = readRecord(JSON.parse(readFileSync(FIXTURES + file, "utf8")));
  expect(article).toMatchObject(expected);
  expect(article.text).toContain(TEXT);
  expect(articleSchema.parse(article)).toEqual(article);
  expect(notes).toEqual([]);
});

test("trafilatura's raw_text and filedate are never used", () => {
  const article = articleFromRecord({ text: "A\nB", raw_text: "A B", filedate: "2025-01-01", date: null });
  expect(article).toEqual({ id: contentId("A\nB"), text: "A\nB" });
});

test.each<[string, unknown, string]>([
  ["a list", ["x"], "expected a JSON object with a text, got a list"],
  ["null", null, "expected a JSON object with a text, got null"],
  ["a number", 4, "got a number"],
  ["no text", { id: "a", title: "T" }, "no text: expected a field 'text', got id, title"],
  ["null text", { text: null }, "the field 'text' is null, not a string"],
  ["number text", { text: 7 }, "the field 'text' is a number, not a string"],
  ["empty text", { text: "" }, "the field 'text' is empty"],
  ["blank text", { text: " \n\u00a0" }, "the field 'text' is empty"],
  ["news-please without text", { maintext: "None", text: null }, "not a string"],
  ["inherited keys", Object.create({ text: "never" }), "no text"],
])("%s is refused", (_what, record, message) => {
  expect(() => articleFromRecord(record, { file: "feed.ndjson", line: 17 })).toThrow(InputError);
  expect(() => articleFromRecord(record, { file: "feed.ndjson", line: 17 })).toThrow(/^feed\.ndjson:17: /);
  expect(() => articleFromRecord(record)).toThrow(message);
});

test("a refused record gives its id", () => {
  try {
    articleFromRecord({ id: 7, text: "" }, { file: "f", line: 2 });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ place: { file: "f", line: 2, id: "7" } });
  }
});

test.each<[string, object, object, number]>([
  ["number as id", { id: 12 }, { id: "12" }, 0],
  ["id beyond exact numbers", { id: 2 ** 60 }, { id: String(2 ** 60) }, 1],
  ["blank id", { id: " " }, { id: contentId("x") }, 0],
  ["object as id", { id: {} }, { id: contentId("x") }, 1],
  ["authors as objects", { author: [{ name: "A" }, { name: "B" }] }, { authors: ["A", "B"] }, 0],
  ["the same author twice", { author: "A; A" }, { authors: ["A"] }, 0],
  ["'A, B' is one string", { author: "Doe, Jane" }, { authors: ["Doe, Jane"] }, 0],
  ["source as object", { source: { id: null, name: "Wire" } }, { source: "Wire" }, 0],
  ["number as title", { title: 5 }, {}, 1],
  ["'None' is a title in our own records", { title: "None" }, { title: "None" }, 0],
  ["'None' is none in a scraper's", { title: "None", maintext: "None" }, {}, 0],
  ["a date that could be two", { published: "3/4/2025" }, {}, 1],
  ["nulls", { title: null, published: null, author: null, url: null, source: null }, {}, 0],
])("%s", (_what, fields, expected, count) => {
  const { article, notes } = readRecord({ text: "x", ...fields });
  expect(article).toEqual({ id: contentId("x"), text: "x", ...expected });
  expect(notes).toHaveLength(count);
});

test("a text given as a string is the article's text, whatever stands in it", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.nat(0xffff)).map((u) => String.fromCharCode(...u)),
  );
  const keys = fc.dictionary(
    fc.constantFrom("maintext", "raw_text", "plaintext", "title", "date", "id"),
    fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constantFrom(null, true, [], {}, [{ name: "A" }])),
  );
  fc.assert(
    fc.property(texts, keys, (text, extra) => {
      fc.pre(/\S/.test(text) && text !== "None");
      const article = articleFromRecord(JSON.parse(JSON.stringify({ ...extra, text })));
      expect(article.text).toBe(text);
      expect(articleSchema.safeParse(article).success).toBe(true);
    }),
  );
});

test("a lone surrogate has a digest", () => {
  expect(contentId("a\ud800b")).toMatch(/^[0-9a-f]{16}$/);
  expect(contentId("a\ud800b")).toBe(contentId("a\ufffdb"));
});
