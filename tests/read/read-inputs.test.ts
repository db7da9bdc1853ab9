import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { articleSchema } from "../../src/model/article.js";
import { FORMATS } from "../../src/read/formats.js";
import { readInputs } from "../../src/read/read-inputs.js";
import { bytesOf, collected, FIXTURES, inputs, said, stdin, told } from "./collected.js";

const folder = mkdtempSync(join(tmpdir(), "copydesk-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array = `text of ${name}`): string {
  const file = join(folder, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function link(name: string, target: string): string {
  symlinkSync(target, join(folder, name));
  return join(folder, name);
}

test("every fixture is read; the bad records cost nothing else", async () => {
  const items = await inputs([FIXTURES]);
  const failed = items.flatMap((item) => (item.error ? [said(item.error).replace(FIXTURES, "")] : []));
  expect(failed).toEqual([
    expect.stringMatching(/^feed\.ndjson:2: not JSON \(.+\); fix the line or drop it$/),
    "feed.ndjson:3: no text: expected a field 'text', got id, title",
    "list.json: record 2: no text: expected a field 'text', got id, title",
    "table.csv:5: the field 'content' is empty; give the article's text there",
  ]);
  const articles = items.flatMap((item) => (item.error ? [] : [articleSchema.parse(item.article)]));
  expect(articles.map(({ id }) => id)).toMatchInlineSnapshot(`
    [
      "council",
      "n1",
      "n5",
      "ferry",
      "fundus",
      "a",
      "d3b960d08560f593",
      "news-please",
      "newspaper4k",
      "own-1",
      "page",
      "f751361424487307",
      "e8f77d2a80325b29",
      "trafilatura",
      "t1",
      "t2",
    ]
  `);
});

test("a folder is walked in order, without dot-files, unknown extensions and linked folders", async () => {
  for (const name of ["w/b.txt", "w/a.md", "w/c/d.txt", "w/.hidden.txt", "w/.git/x.txt", "w/scan.pdf", "w/Makefile"]) {
    write(name);
  }
  symlinkSync(join(folder, "w"), join(folder, "w/c/loop"));
  symlinkSync(join(folder, "w/b.txt"), join(folder, "w/link.txt"));
  expect(told(await inputs([join(folder, "w")]))).toEqual([
    "text of w/a.md",
    "text of w/b.txt",
    "text of w/c/d.txt",
    "text of w/b.txt",
  ]);
});

test("globs, and no file twice", async () => {
  for (const name of ["g/b.txt", "g/a.txt", "g/n/c.txt", "g/x.pdf"]) write(name);
  expect(told(await inputs([join(folder, "g/*")]))).toEqual(["text of g/a.txt", "text of g/b.txt"]);
  const twice = [join(folder, "g/b.txt"), join(folder, "g/**/*.txt"), join(folder, "g")];
  expect(told(await inputs(twice))).toEqual(["text of g/b.txt", "text of g/a.txt", "text of g/n/c.txt"]);
});

test("a file whose name looks like a glob is that file", async () => {
  expect(told(await inputs([write("odd [1].txt")]))).toEqual(["text of odd [1].txt"]);
});

test.each<[string, () => string, RegExp]>([
  ["no such file", () => join(folder, "no.txt"), /no\.txt: no such file or folder; check the path$/],
  ["a dead link", () => link("gone.txt", join(folder, "nowhere")), /no such file or folder/],
  ["a link to itself", () => link("self.txt", join(folder, "self.txt")), /leads back to itself/],
  ["empty folder", () => join(write("e/x.pdf"), ".."), /holds no file to read; expected files ending in \.txt /],
  ["a glob of nothing", () => join(folder, "no/*.txt"), /holds no file to read/],
  ["unknown extension", () => write("scan.pdf"), /unknown extension '\.pdf'; expected \.txt /],
  ["empty text", () => write("empty.txt", ""), /the text is empty/],
  ["blank text", () => write("blank.txt", "\uFEFF \n"), /the text is empty/],
  ["binary data", () => write("b.txt", Buffer.from([65, 0, 66])), /holds NUL bytes/],
  ["no gzip", () => write("x.txt.gz", "no gzip"), /damaged gzip data; fetch the file again/],
  ["half a gzip", () => write("h.txt.gz", gzipSync("abc".repeat(99)).subarray(0, 20)), /ends too early/],
  ["a folder named as a file", () => join(write("dir.txt/x.pdf"), ".."), /holds no file to read/],
  ["broken JSON", () => write("b.json", '{"text": '), /b\.json: not JSON \(.*\); fix it/],
  ["empty list", () => write("l.json", "[]"), /the list holds no record/],
  ["CSV without rows", () => write("e.csv", ""), /no header row/],
  ["CSV with an open quotation mark", () => write("q.csv", 'text\na\n"b\nc'), /a quotation mark is never closed/],
])("%s", async (_what, make, message) => {
  const last = (await inputs([make()])).at(-1);
  expect(said(last!.error!)).toMatch(message);
});

test("text is the file's own, but for its byte order mark", async () => {
  const text = "one\r\n\r\ncafe\u0301 inter\u00ADnational a\u200Bb\u2028 ";
  expect(told(await inputs([write("own.txt", `\uFEFF${text}`)]))).toEqual([text]);
});

test.each([
  ["z.txt.gz", "a text"],
  ["z.ndjson.gz", '{"text": "a text"}\n'],
  ["z.csv.gz", "text\na text\n"],
  ["z.json.gz", '{"text": "a text"}'],
])("%s is unpacked", async (name, content) => {
  expect(told(await inputs([write(name, gzipSync(content))]))).toEqual(["a text"]);
});

test("limits hold after unpacking", async () => {
  const limits = { recordBytes: 1000, fileBytes: 1000 };
  const bomb = gzipSync(Buffer.alloc(5_000_000, "a"));
  const line = gzipSync(`{"text": "a"}\n${"b".repeat(100_000)}\n{"text": "c"}\n`);
  const row = gzipSync(`text\na\n"${"b\n".repeat(100_000)}`);
  const files = [write("l.txt.gz", bomb), write("l.json.gz", bomb), write("l.ndjson.gz", line), write("l.csv.gz", row)];
  expect(told(await inputs(files, { limits })).map((line) => line.replace(`${folder}/`, ""))).toEqual([
    "l.txt.gz: larger than 1000 bytes; split it, store it as NDJSON, or raise the limit",
    "l.json.gz: larger than 1000 bytes; split it, store it as NDJSON, or raise the limit",
    "a",
    "l.ndjson.gz:2: the line is longer than 1000 bytes; drop it or raise the limit",
    "c",
    "a",
    expect.stringMatching(/^l\.csv\.gz:3: a row is longer than 1000 bytes; close its quotation mark/),
  ]);
});

test("what a damaged gzip held before the damage is read", async () => {
  const whole = gzipSync(Array.from({ length: 5000 }, (_, n) => `{"text": "line ${n * 7919}"}`).join("\n"));
  const items = await inputs([write("cut.ndjson.gz", whole.subarray(0, whole.length / 2))]);
  expect(items.length).toBeGreaterThan(100);
  expect(items.at(-1)!.error!.message).toMatch(/ends too early/);
});

test.each([
  ["Ferry resumes.", ["Ferry resumes."]],
  ['{"text": "a"}\n\n{"text": "b"}', ["a", "b"]],
  ['[{"text": "a"}, {"text": "b"}]', ["a", "b"]],
  ['{\n"articles": [{"content": "a"}]}', ["a"]],
  ["<html><p>A ferry sails.", ["A ferry sails."]],
])("standard input %j", async (content, texts) => {
  expect(told(await stdin(content))).toEqual(texts);
  expect(told(await stdin(gzipSync(content)))).toEqual(texts);
});

test("standard input of a stated format, and none at all", async () => {
  expect(told(await stdin("text;date\na;2025-01-02", { stdinFormat: "csv" }))).toEqual(["a"]);
  expect(told(await inputs(["-"]))).toEqual(["standard input: is not open; pass its bytes as the option stdin"]);
  expect(told(await stdin(""))).toEqual(["standard input: the text is empty; give an article's text"]);
});

test("JSON lines under the name .json", async () => {
  expect(told(await inputs([write("lines.json", '{"text": "a"}\n{"text": "b"}\n')]))).toEqual(["a", "b"]);
});

test("ids: the record's, else the file's name for one article, else from the content", async () => {
  const files = [
    write("i/one.txt", "x"),
    write("i/two.json", '{"text": "x"}'),
    write("i/three.json", '[{"text": "x"}]'),
  ];
  const items = [...(await inputs(files)), ...(await stdin("x"))];
  const hash = "2d711642b726b044";
  expect(items.map((item) => item.article?.id)).toEqual(["one", "two", hash, hash]);
});

test("reading may stop at any article", async () => {
  const file = write("many.ndjson.gz", gzipSync('{"text": "a"}\n'.repeat(100_000)));
  for await (const item of readInputs([file])) {
    expect(item.article?.text).toBe("a");
    break;
  }
});

test("no bytes make it throw: they are articles or failures, in every format", async () => {
  const parts = [
    '{"text":',
    '"a"',
    "}",
    "[",
    "]",
    "\n",
    '"',
    ",",
    "text",
    "<p>",
    "</p>",
    "<html>",
    "<!--",
    "&am",
    "---",
    ": ",
    "é",
  ];
  const strange = fc.array(fc.constantFrom(...parts)).map((list) => Buffer.from(list.join("")));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
    strange,
    strange.map((buffer) => gzipSync(buffer)),
    strange.map((buffer) => Buffer.from(`\uFEFF${buffer}`, "utf16le")),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom(undefined, ...FORMATS), async (content, stdinFormat) => {
      const items = await collected(readInputs(["-"], { stdin: bytesOf(content), stdinFormat }));
      for (const item of items) {
        if (item.error) expect(item.error.message).toMatch(/\S/);
        else expect(articleSchema.safeParse(item.article).success).toBe(true);
        expect(item.error?.message ?? "").not.toMatch(/TypeError|RangeError|ReferenceError/);
      }
    }),
    { numRuns: 400 },
  );
}, 60_000);
