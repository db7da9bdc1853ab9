import { expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { readArticle } from "../../src/read/read-article.js";
import { FIXTURES } from "./collected.js";

test("the one article of a file", async () => {
  const article = await readArticle(`${FIXTURES}ferry.txt`);
  expect(article.id).toBe("ferry");
  expect(article.text).toMatch(/^Ferry service resumes after storm\n\nBy Lena Orr\n/);
});

test("front matter gives a Markdown file's metadata and stays in its text", async () => {
  const { text, ...rest } = await readArticle(`${FIXTURES}council.md`);
  expect(text).toMatch(/^---\ntitle: "Council/);
  expect(rest).toEqual({
    id: "council",
    title: "Council votes on the old mill",
    published: "2025-03-04",
    authors: ["Tom Hale"],
    source: "The Halden Courier",
    url: "https://courier.example/mill",
  });
});

test.each([
  ["none.txt", /none\.txt: no such file or folder; check the path$/],
  ["feed.ndjson", /feed\.ndjson:2: not JSON/],
  ["two.ndjson", /two\.ndjson: holds several articles; read them with readInputs$/],
  ["table.csv", /table\.csv:5: the field 'content' is empty/],
])("%s is refused", async (name, message) => {
  await expect(readArticle(FIXTURES + name)).rejects.toThrow(InputError);
  await expect(readArticle(FIXTURES + name)).rejects.toThrow(message);
});
