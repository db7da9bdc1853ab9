// Runs tokenise, sentences and find-times on a corpus of the neutral format and prints one prediction a line for
// ../shared/score.py:  node bench/score-times.mjs CORPUS.jsonl [DIST] > PRED.jsonl   (DIST: a build, ./dist by default)
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [corpus, dist = "dist"] = process.argv.slice(2);
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
const stages = {
  tokens: tokenize({ tagger: await loadTagger() }),
  sentences: splitSentences({ abbreviations: wordList("abbreviations") }),
  times: findTimes({ lexicons: loadTimeLexicons() }),
};
const ignore = () => undefined;

for (const line of readFileSync(corpus, "utf8").split("\n").filter(Boolean)) {
  const { id, text, published } = JSON.parse(line);
  const article = { id, text };
  const blocks = [...text.matchAll(/[^\n]+\n*|\n+/g)].map((m) => ({
    kind: "body",
    start: m.index,
    end: m.index + m[0].length,
  }));
  const header = { title: null, bylines: [], dateline: null, published: published ?? null, publishedFrom: "record" };
  const tokens = stages.tokens.run({ article, blocks, language: "en" }, ignore);
  const sentences = stages.sentences.run({ article, words: tokens }, ignore);
  const times = stages.times.run({ article, tokens, sentences, header }, ignore);
  process.stdout.write(
    `${JSON.stringify({ id, timexes: times.map(({ start, end, type, value, by }) => ({ start, end, type, value, by })) })}\n`,
  );
}
