// Words per second of processor time: find-times against chrono-node on the same texts in the same process, in turns.
//   node bench/times-speed.mjs CORPUS.jsonl [DIST] [ROUNDS]
// Two ratios: the stage alone (tokens given, as in a pipeline where all stages share them), and with tokens, tags and
// sentences made for it. chrono-node reads plain text. Medians of ROUNDS rounds.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as chrono from "chrono-node";

const [corpus, dist = "dist", rounds = "7"] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(resolve(dist, "src", path)).href);
const [{ loadTagger }, { wordList }, { loadTimeLexicons }, { tokenize }, { splitSentences }, { findTimes }] =
  await Promise.all(
    [
      "adapters/wink.js",
      "lexicons/lexicon.js",
      "lexicons/time-lexicons.js",
      "stages/tokenize.js",
      "stages/split-sentences.js",
      "stages/find-times.js",
    ].map(load),
  );
const tokenizer = tokenize({ tagger: await loadTagger() });
const splitter = splitSentences({ abbreviations: wordList("abbreviations") });
const finder = findTimes({ lexicons: loadTimeLexicons() });
const ignore = () => undefined;

const articles = readFileSync(corpus, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .map(({ id, text, published }) => ({
    article: { id, text },
    language: "en",
    blocks: [...text.matchAll(/[^\n]+\n*|\n+/g)].map((m) => ({
      kind: "body",
      start: m.index,
      end: m.index + m[0].length,
    })),
    header: { title: null, bylines: [], dateline: null, published: published ?? null, publishedFrom: "record" },
  }));
const words = articles.reduce((sum, { article }) => sum + (article.text.match(/\S+/g)?.length ?? 0), 0);

const prepare = (doc) => {
  const tokens = tokenizer.run(doc, ignore);
  return { ...doc, tokens, sentences: splitter.run({ article: doc.article, tokens }, ignore) };
};
const prepared = articles.map(prepare);
const runs = {
  "chrono-node": () => {
    for (const { article, header } of articles) chrono.parse(article.text, new Date(header.published));
  },
  "find-times": () => {
    for (const doc of prepared) finder.run(doc, ignore);
  },
  "tokens, tags, sentences, find-times": () => {
    for (const doc of articles) finder.run(prepare(doc), ignore);
  },
};

const speeds = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = 0; round <= Number(rounds); round++) {
  for (const [name, run] of Object.entries(runs)) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    if (round > 0) speeds[name].push(words / ((user + system) / 1e6)); // round 0 warms up
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const base = median(speeds["chrono-node"]);
for (const [name, list] of Object.entries(speeds)) {
  const speed = median(list);
  console.log(`${name.padEnd(38)} ${Math.round(speed).toString().padStart(9)} words/s  ${(speed / base).toFixed(2)}x`);
}
