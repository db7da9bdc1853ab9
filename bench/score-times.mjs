// Runs words, sentences and find-times on a corpus of the neutral format and prints one prediction a line for
// ../shared/score.py:  node bench/score-times.mjs CORPUS.jsonl [DIST] > PRED.jsonl   (DIST: a build, ./dist by default)
import { ignore, loadStages, prepare, readArticles } from "./times-docs.mjs";

const [corpus, dist = "dist"] = process.argv.slice(2);
const stages = await loadStages(dist);
for (const article of readArticles(corpus)) {
  const doc = prepare(article, stages);
  const timexes = stages.finder
    .run(doc, ignore)
    .map(({ start, end, type, value, by }) => ({ start, end, type, value, by }));
  process.stdout.write(`${JSON.stringify({ id: doc.article.id, timexes })}\n`);
}
