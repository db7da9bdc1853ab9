import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articleKey, dataScript } from "../../src/explore/data-script.js";
import {
  type ArticleData,
  articlePath,
  type CoreData,
  type NameBucket,
  type QuoteChunk,
} from "../../src/explore/site-data.js";
import { openSiteFolder } from "../../src/explore/site-folder.js";
import { writeSite } from "../../src/explore/write-site.js";
import { hostile, TRAPS } from "./hostile.js";
import { dataOf, FILES, filesOf, siteOf } from "./site.js";

const PAGE = { script: "/* script */", style: "/* style */" };
let folder: string;
let made: Awaited<ReturnType<typeof siteOf>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
  made = await siteOf(FILES, join(folder, "a"), PAGE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("shows every article, quotation and name of the corpus", () => {
  const { site, manifest, result } = made;
  const core = dataOf<CoreData>(site, "data/core.js");
  const quotes = dataOf<QuoteChunk>(site, "data/quotes-0.js");
  const rows = (table: string) => manifest.tables[table]?.rows;
  expect(result).toMatchObject({ articles: rows("articles"), quotes: rows("quotes"), names: rows("identities") });
  expect(core.articles.keys).toEqual([...new Set(core.articles.keys)]);
  expect(quotes.texts).toHaveLength(rows("quotes")!);
  expect(core.articles.quotes.reduce((sum, n) => sum + n, 0)).toBe(rows("quotes"));
  expect(core.said.named + core.said.anonymous + core.said.unresolved).toBe(
    FILES.flatMap((file) => file.quotes).filter(({ attitude }) => attitude === "assertion").length,
  );
  const days = core.articles.days.filter((day) => day !== "");
  expect(days).toEqual([...days].sort().reverse());
});

test("a name's file holds what the corpus says of it", () => {
  const { site } = made;
  const core = dataOf<CoreData>(site, "data/core.js");
  const names = core.names.ids.map((id, n) => dataOf<NameBucket>(site, `data/names-${n % core.buckets}.js`)[id]!);
  expect(names.map(({ quotes }) => quotes.length)).toEqual(core.names.quotes);
  expect(names.map(({ articles }) => articles.length)).toEqual(core.names.articles);
  expect(names.some(({ roles }) => roles.length > 0)).toBe(true);
  for (const [n, { companions }] of names.entries()) {
    for (const [other, articles] of companions) {
      const both = names[n]!.articles.filter(([article]) => names[other]!.articles.some(([a]) => a === article));
      expect([n, other, both.length]).toEqual([n, other, articles]);
    }
  }
});

test("an article's file holds its text and marks that cover what was found", () => {
  for (const file of FILES) {
    const data = dataOf<ArticleData>(made.site, articlePath(articleKey(file.article.id)));
    expect(data.text).toBe(file.article.text ?? null);
    expect(data.quotes).toHaveLength(file.quotes.length);
    if (file.article.text === undefined) continue;
    const marked = data.marks.map(([start, end]) => data.text!.slice(start, end));
    for (const { text } of [...file.mentions, ...file.times]) expect(marked).toContain(text);
    expect(data.marks.every(([, , kind, of]) => kind >= 0 && of >= 0)).toBe(true);
  }
});

test("places have the coordinates that most of their entities have", () => {
  const core = dataOf<CoreData>(made.site, "data/core.js");
  const located = core.places.filter(([, , , lat]) => lat !== null);
  const given = FILES.flatMap((file) => file.entities).flatMap(({ location }) =>
    location?.lat === undefined ? [] : [`${location.lat} ${location.lon}`],
  );
  expect(located.length).toBeGreaterThan(3);
  for (const [, , , lat, lon] of located) expect(given).toContain(`${lat} ${lon}`);
});

test("the same knowledge gives the same bytes, in whatever folder, and a second time nothing is written", async () => {
  const again = await siteOf(FILES, join(folder, "b"), PAGE);
  expect([...filesOf(again.site)]).toEqual([...filesOf(made.site)]);
  const second = await writeSite(join(folder, "b", "corpus"), { folder: again.site, page: PAGE });
  expect(second).toMatchObject({ changed: 0, removed: 0, files: made.result.files });
});

test("what is gone leaves no file and no folder; files that are as they were are not written", () => {
  const path = join(folder, "small");
  const write = (...names: readonly string[]) => {
    const site = openSiteFolder(path);
    for (const name of names) site.write(name, '<meta name="generator" content="copydesk explore">');
    return site.finish();
  };
  expect(write("index.html", "data/core.js", "data/articles/ab/1.js")).toMatchObject({
    files: 3,
    changed: 3,
    removed: 0,
  });
  expect(write("index.html", "data/core.js")).toMatchObject({ files: 2, changed: 0, removed: 1 });
  expect([...filesOf(path).keys()]).toEqual(["data/core.js", "index.html"]);
  expect(existsSync(join(path, "data", "articles"))).toBe(false);
});

test("a folder that holds other things is left alone", async () => {
  const mine = join(folder, "mine");
  mkdirSync(mine);
  writeFileSync(join(mine, "letters.txt"), "dear");
  await expect(writeSite(join(folder, "a", "corpus"), { folder: mine, page: PAGE })).rejects.toThrow("is not empty");
  expect([...filesOf(mine)]).toEqual([["letters.txt", "dear"]]);
  await expect(writeSite(mine, { folder: join(folder, "new"), page: PAGE })).rejects.toThrow("is no corpus");
});

test("data files hold nothing that ends a string or begins a tag", () => {
  const key = articleKey(hostile().article.id);
  const script = filesOf(made.site).get(articlePath(key))!;
  expect(script).not.toMatch(/[<\u2028\u2029]/);
  expect(script.trimEnd().split("\n")).toHaveLength(1);
  expect(dataOf<ArticleData>(made.site, articlePath(key)).text).toContain(TRAPS.join(" and "));
});

test.each([...TRAPS, "\ud800'\"\\\\n\n\r\t\u0000"])("a data file hands on %j as it is", (odd) => {
  const given: string[] = [];
  new Function("copydesk", dataScript("key", { [odd]: odd }))((name: string, json: string) => given.push(name, json));
  expect(given).toEqual(["key", JSON.stringify({ [odd]: odd })]);
});

test("no page but the one, with a policy that lets nothing else run", () => {
  const html = filesOf(made.site).get("index.html")!;
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toMatch(/content="default-src &#39;none&#39;; script-src &#39;self&#39; file:;/);
  expect(html).not.toMatch(/unsafe|https?:/);
});
