/** What the gazetteers hold in memory, and what link-entities takes an article: node --expose-gc bench/links-cost.mjs */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArticle, rulesOnly } from "../dist/src/index.js";
import { linkLexicons } from "../dist/src/lexicons/link-lexicons.js";
import { entityLexicons } from "../dist/src/stages/entities/scene.js";
import { linkEntities } from "../dist/src/stages/link-entities.js";

const megabytes = () => {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().rss / 1e6;
};
const alone = fileURLToPath(new URL("links-memory.mjs", import.meta.url));
const { bare, loaded, names, used } = JSON.parse(
  execFileSync(process.execPath, ["--expose-gc", alone], { encoding: "utf8" }),
);
const round = (bytes) => (bytes / 1e6).toFixed(0);
process.stdout.write(
  `gazetteers and lists of links, nothing else loaded: ${round(loaded - bare)} MB resident once read, ` +
    `${round(used - bare)} MB after ${names} names were looked up (${round(used)} MB with Node.js itself)\n`,
);
entityLexicons(); // lists that names are read with, too, and that links share
const before = megabytes();
const lexicons = linkLexicons();
process.stdout.write(
  `the same beside the lists that names are read with: ${(megabytes() - before).toFixed(0)} MB resident\n`,
);
const reader = await rulesOnly();

const folder = new URL("../fixtures/articles/", import.meta.url);
const docs = [];
for (const name of readdirSync(folder)) {
  const article = await readArticle(new URL(`${name}/article.txt`, folder).pathname);
  const file = await reader.read(article);
  const entities = file.entities.map((entity) => ({
    ...entity,
    mentions: file.mentions.filter((mention) => mention.entity === entity.id),
  }));
  docs.push({
    article: { ...article, text: file.article.text },
    header: { published: file.article.published },
    entities,
  });
}
const stage = linkEntities({ lexicons });
const rounds = 20;
const start = process.cpuUsage();
for (let round = 0; round < rounds; round++) for (const doc of docs) stage.run(doc, () => undefined);
const { user, system } = process.cpuUsage(start);
process.stdout.write(`${((user + system) / 1000 / rounds / docs.length).toFixed(2)} ms of processor time an article\n`);
const bytes = readdirSync(new URL("../dist/src/lexicons/gazetteers/", import.meta.url)).reduce(
  (sum, name) => sum + readFileSync(new URL(`../dist/src/lexicons/gazetteers/${name}`, import.meta.url)).length,
  0,
);
process.stdout.write(`${(bytes / 1e6).toFixed(1)} MB of gazetteer files\n`);
