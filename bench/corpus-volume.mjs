/**
 * Makes N knowledge files out of a few, under new ids and dates, to try the corpus tables' speed.
 *   node bench/corpus-volume.mjs KNOWLEDGE.ndjson FOLDER --articles 10000 [--from 0] [--months 24]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string", default: "10000" },
    from: { type: "string", default: "0" },
    months: { type: "string", default: "24" },
  },
});
const [source, folder] = positionals;
const known = readFileSync(source, "utf8")
  .split("\n")
  .filter((line) => line !== "");
const first = Number(values.from);
mkdirSync(folder, { recursive: true });
for (let n = first; n < first + Number(values.articles); n++) {
  const file = JSON.parse(known[n % known.length]);
  const day = (n * 7919) % (Number(values.months) * 28);
  const month = Math.floor(day / 28);
  const two = (number) => String(number).padStart(2, "0");
  file.article.id = `${file.article.id}-${n}`;
  file.article.published = `${2014 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two((day % 28) + 1)}`;
  file.article.source ??= `outlet-${n % 25}.example`;
  writeFileSync(`${folder}/${file.article.id}.knowledge.json`, `${JSON.stringify(file, null, 2)}\n`);
}
