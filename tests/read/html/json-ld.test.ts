import { expect, test } from "vitest";
import { parsePage } from "../../../src/read/html/dom.js";
import { linkedArticle } from "../../../src/read/html/json-ld.js";

const linked = async (...scripts: readonly string[]) => {
  const html = scripts.map((json) => `<script type="application/ld+json">${json}</script>`).join("");
  return linkedArticle(await parsePage(`<html><head>${html}</head><body></body></html>`, "page"));
};

test.each<[string, string, object]>([
  ["alone", '{"@type": "NewsArticle", "headline": "H"}', { headline: "H", authors: [] }],
  ["in a list", '[{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "H"}]', { headline: "H" }],
  ["in a graph", '{"@graph": [{"@type": ["ReportageNewsArticle"], "headline": "H"}]}', { headline: "H" }],
  ["as main entity", '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "H"}}', { headline: "H" }],
  ["type as URL", '{"@type": "http://schema.org/NewsArticle", "headline": "H"}', { headline: "H" }],
  ["author as string", '{"@type": "Article", "author": "A"}', { authors: ["A"] }],
  ["authors", '{"@type": "Article", "author": [{"name": "A"}, "B", {"x": 1}]}', { authors: ["A", "B"] }],
  [
    "author by reference",
    '{"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "A"}]}',
    { authors: ["A"] },
  ],
  ["publisher", '{"@type": "Article", "publisher": {"@type": "Organization", "name": "Wire"}}', { publisher: "Wire" }],
  [
    "page as URL",
    '{"@type": "Article", "mainEntityOfPage": {"@id": "https://x.example/"}}',
    { url: "https://x.example/" },
  ],
  ["CDATA marks", '/*<![CDATA[*/{"@type": "Article", "headline": "H"}/*]]>*/', { headline: "H" }],
  ["raw line end in a string", '{"@type": "Article", "headline": "H\nI"}', { headline: "H I" }],
])("%s", async (_what, json, expected) => {
  expect(await linked(json)).toMatchObject(expected);
});

test("a NewsArticle goes before other kinds, and broken scripts cost nothing", async () => {
  const found = await linked(
    "{broken",
    '{"@type": "BlogPosting", "headline": "B"}',
    '{"@type": "NewsArticle", "headline": "N"}',
  );
  expect(found).toMatchObject({ headline: "N" });
});

test.each([
  ["no article", '{"@type": "WebSite", "name": "W"}'],
  ["no object", "4"],
  ["deep lists", `${"[".repeat(5000)}${"]".repeat(5000)}`],
  ["own prototype", '{"__proto__": {"@type": "NewsArticle"}}'],
])("%s gives none", async (_what, json) => {
  expect(await linked(json)).toBeNull();
});
