/**
 * Measures links against the Wikipedia identities of GUM's mentions in ../shared/corpora/coref:
 *   node bench/links.mjs [--pipeline news] [--wrong] [--genres news,voyage,bio,interview] [--splits train,dev]
 * A named gold mention is compared with the file's name of the same words or of the same head, else with a place named
 * inside a longer name; link-gold.mjs says how titles are tied to ids. A title that no gazetteer has counts as missed, and
 * as wrong when it is linked.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadGazetteer } from "../dist/src/lexicons/gazetteer.js";
import { linkLexicons } from "../dist/src/lexicons/link-lexicons.js";
import { nameKey } from "../dist/src/text/name-key.js";
import { answer, titles } from "./link-gold.mjs";
import { tally } from "./link-tally.mjs";
import { throughWorker } from "./worker.mjs";

const { values } = parseArgs({
  options: {
    pipeline: { type: "string", default: "news" },
    wrong: { type: "boolean", default: false },
    genres: { type: "string", default: "news,voyage,bio,interview" },
    splits: { type: "string", default: "train,dev" },
  },
});
const read = (genre, split) =>
  readFileSync(new URL(`../../shared/corpora/coref/gum-${genre}-${split}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const corpora = values.genres
  .split(",")
  .flatMap((genre) => values.splits.split(",").flatMap((split) => read(genre, split)));
const files = await throughWorker(
  corpora.map(({ id, text, published }) => ({ id, text, ...(published && { published }) })),
  values.pipeline,
);
const gold = titles({ gazetteer: loadGazetteer(), organizations: linkLexicons().organizations }, nameKey);
const counts = tally(
  corpora.map((document, index) => ({ document, file: files[index] })),
  gold,
  { answer, nameKey },
);
if (values.wrong) for (const line of counts.wrong) process.stdout.write(`${line}\n`);
for (const line of counts.table) process.stdout.write(`${line}\n`);
