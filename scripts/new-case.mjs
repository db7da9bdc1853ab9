/**
 * Adds a golden case: node scripts/new-case.mjs SLUG FILE. FILE is an article in any form that `copydesk extract` reads; it
 * becomes fixtures/articles/SLUG/article.txt and record.json, beside an empty must.json to fill in by hand. Then run
 * `npx vitest run tests/golden.test.ts`, which pins the output, and read it.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [slug, file] = process.argv.slice(2);
if (slug === undefined || file === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
  fail("usage: node scripts/new-case.mjs SLUG FILE, with a slug such as court-report");
}
const built = new URL("../dist/src/read/read-article.js", import.meta.url);
if (!existsSync(built)) fail("dist is not there; run npm run build first");
const folder = fileURLToPath(new URL(`../fixtures/articles/${slug}/`, import.meta.url));
if (existsSync(folder)) fail(`${folder} is there already; choose another slug`);

const { readArticle } = await import(built.href);
const { id: _, text, ...record } = await readArticle(file).catch((error) => fail(error.message));

mkdirSync(folder);
writeFileSync(`${folder}article.txt`, text);
if (Object.keys(record).length > 0) writeFileSync(`${folder}record.json`, `${JSON.stringify(record)}\n`);
writeFileSync(`${folder}must.json`, emptyMust());
console.log(`${folder}: now write its facts into must.json; tests/helpers/facts.ts says in which form`);

/** One line a fact, in the layout of the other cases. */
function emptyMust() {
  const lists = ["blocks", "entities", "times", "quotes", "claims"].map((name) => `    "${name}": []`);
  return `{
  "about": "",
  "must": {
    "article": {},
${lists.join(",\n")}
  },
  "mustNot": {
    "names": [],
    "times": [],
    "quotes": []
  }
}
`;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
