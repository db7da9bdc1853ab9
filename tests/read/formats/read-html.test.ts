import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/read/read-item.js";
import { FIXTURES, said, stdin } from "../collected.js";

const page = async (html: string | Buffer) => (await stdin(html, { stdinFormat: "html" }))[0]!;
const PARAGRAPH = "<p>The ferry sailed again on Monday, the line said, with half of its crew and all of its cargo.</p>";

test("a page: schema.org metadata, the article's text, nothing around it", async () => {
  const item = await page(readFileSync(`${FIXTURES}page.html`));
  expect(item.article).toMatchObject({
    title: "Harbor reopens after nine days & a storm",
    published: "2025-03-04T10:30:00+01:00",
    authors: ["Ana Petrov", "Joe Lind"],
    url: "https://wire.example/harbor",
    source: "Coast Wire",
  });
  expect(item.article!.text.split("\n")).toEqual([
    "Harbor reopens after nine days & a storm",
    "",
    expect.stringMatching(/^HALDEN — The harbor of Halden .* to all ships\.$/),
    "",
    "“We are glad,” said Ana Petrov, who runs the port\u00a0office.",
    "“Very glad.”",
    "",
    "What is next",
    "",
    expect.stringMatching(/^Ferries to Skye Point .* the first freighter .* home\.$/),
    "",
    "Two cranes are still missing.",
    "",
    "The lighthouse is dark.",
  ]);
});

test.each<[what: string, head: string, expected: object]>([
  [
    "meta tags",
    '<meta property="og:title" content="T"><meta name="author" content="A">',
    { title: "T", authors: ["A"] },
  ],
  [
    "published_time",
    '<meta property="article:published_time" content="2025-03-04T10:00:00Z">',
    { published: "2025-03-04T10:00:00Z" },
  ],
  ["modified_time is no publication", '<meta property="article:modified_time" content="2025-03-04">', {}],
  ["an author that is an address", '<meta property="article:author" content="https://x.example/ana">', {}],
  [
    "canonical",
    '<link rel="canonical" href="https://www.x.example/a">',
    { url: "https://www.x.example/a", source: "x.example" },
  ],
  ["a canonical that is a script", '<link rel="canonical" href="javascript:alert(1)">', {}],
  ["title", "<title>\n T &amp; U </title>", { title: "T & U" }],
])("%s", async (_what, head, expected) => {
  const { id: _id, text: _text, ...rest } = (await page(`<html><head>${head}</head><body>${PARAGRAPH}`)).article!;
  expect(rest).toEqual(expected);
});

test.each([
  ["<title>Harbor reopens | Coast Wire</title>", "<h1>Harbor reopens</h1>", "Harbor reopens"],
  ["<title>Harbor reopens</title>", "<h1>Coast Wire</h1>", "Harbor reopens"],
  ["<title>Harbor reopens</title>", "<h1>Coast Wire</h1><h1>Harbor reopens</h1>", "Harbor reopens"],
  ["", "<h1>Harbor reopens</h1>", "Harbor reopens"],
])("title of %s %s", async (head, body, title) => {
  const item = await page(`<html><head>${head}</head><body>${body}${PARAGRAPH}`);
  expect(item.article!.title).toBe(title);
  expect(item.article!.text).toMatch(/^Harbor reopens\n\n/);
});

test("a date in no certain form is left out and noted", async () => {
  const item = await page(`<meta name="date" content="4/3/2025">${PARAGRAPH}`);
  expect(item.article).not.toHaveProperty("published");
  expect(item.notes).toEqual(["date '4/3/2025' names no day for certain; left out"]);
});

test("articleBody stands in for a page that scripts would fill", async () => {
  const ld = JSON.stringify({ "@type": "NewsArticle", articleBody: "<p>One &amp; two.</p><p>Three.</p>".repeat(3) });
  const item = await page(
    `<html><script type="application/ld+json">${ld}</script><body><div id=app></div></body></html>`,
  );
  expect(item.article!.text).toBe(Array(3).fill("One & two.\n\nThree.").join("\n\n"));
});

test("charsets", async () => {
  const latin = Buffer.from(`<meta charset="iso-8859-1">${PARAGRAPH}<p>na\xefve \x93x\x94</p>`, "latin1");
  expect((await page(latin)).article!.text).toContain("naïve “x”");
  const utf16 = Buffer.from(`\uFEFF${PARAGRAPH}<p>naïve</p>`, "utf16le");
  expect((await page(utf16)).article!.text).toContain("naïve");
});

test.each<[what: string, html: string, message: RegExp]>([
  ["nothing", "", /the text is empty/],
  ["no text", "<html><body><img src=x></body></html>", /the page has no text/],
  ["only scripts", "<script>alert(1)</script>", /the page has no text/],
  ["deep nesting", "<div>".repeat(5000), /more than 250 elements inside each other/],
  ["very deep nesting", "<b>".repeat(1_000_000), /more than 250 elements inside each other/],
  ["5 MB of tags", "<p>a</p>".repeat(600_000), /more than 20000 elements/],
  ["5 MB of entities", "&amp;".repeat(1_000_000), /more than 40000 pieces of text/],
  [
    "what becomes entities when written",
    `<html>${"</".repeat(100_000)}`,
    /more than 40000 pieces of text and comments/,
  ],
  ["many comments", "<!---->".repeat(50_000), /more than 40000 pieces of text and comments/],
  ["5 MB of text", "word ".repeat(1_000_000), /more than 1500000 characters of text/],
  ["many attributes", `<p ${Array.from({ length: 5000 }, (_, n) => `a${n}`).join(" ")}>x`, /more than 2000 attributes/],
  ["an endless class", `<p class="${"a ".repeat(20_000)}">x`, /more than 20000 characters in an attribute 'class'/],
  ["more than the limit", "a".repeat(DEFAULT_LIMITS.recordBytes + 1), /larger than 8388608 bytes/],
])("%s is refused", async (_what, html, message) => {
  expect(said((await page(Buffer.from(html))).error!)).toMatch(message);
});

test("entities are not expanded from a DTD, and nothing is fetched", async () => {
  const dtd = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "&x;&x;">]>';
  const text = (await page(`${dtd}<html><body>${PARAGRAPH}<p>&x;&y;</p></body></html>`)).article!.text;
  expect(text).toContain("The ferry sailed again");
  expect(text).toMatch(/&x;&y;$/);
});

test("markup in metadata stays text", async () => {
  const item = await page(
    `<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt; &amp;amp; co">${PARAGRAPH}`,
  );
  expect(item.article!.title).toBe("<img src=x onerror=alert(1)> & co");
});
