// Words per second of processor time: find-times against chrono-node on the same texts in the same process, in turns.
//   node bench/times-speed.mjs CORPUS.jsonl [DIST] [ROUNDS]
// Two ratios: the stage alone (tokens given, as in a pipeline where all stages share them), and with tokens, tags and
// sentences made for it. chrono-node reads plain text. Medians of ROUNDS rounds after as many to warm up.
import * as chrono from "chrono-node";
import { ignore, loadStages, prepare, readArticles } from "./times-docs.mjs";

const [corpus, dist = "dist", rounds = "10"] = process.argv.slice(2);
const stages = await loadStages(dist);
const articles = readArticles(corpus);
const words = articles.reduce((sum, { article }) => sum + (article.text.match(/\S+/g)?.length ?? 0), 0);
const prepared = articles.map((article) => prepare(article, stages));
const runs = {
  "chrono-node": () => {
    for (const { article, header } of articles) chrono.parse(article.text, new Date(header.published));
  },
  "find-times": () => {
    for (const doc of prepared) stages.finder.run(doc, ignore);
  },
  "tokens, tags, sentences, find-times": () => {
    for (const article of articles) stages.finder.run(prepare(article, stages), ignore);
  },
};

const speeds = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = 0; round < 2 * Number(rounds); round++) {
  for (const [name, run] of Object.entries(runs)) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    if (round >= Number(rounds)) speeds[name].push(words / ((user + system) / 1e6));
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const base = median(speeds["chrono-node"]);
for (const [name, list] of Object.entries(speeds)) {
  const speed = median(list);
  console.log(`${name.padEnd(38)} ${Math.round(speed).toString().padStart(9)} words/s  ${(speed / base).toFixed(2)}x`);
}
