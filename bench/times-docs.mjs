// What find-times reads, made of a corpus of the neutral format: each text a run of body blocks, one a paragraph.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Loads the stages of a build (`dist`, or another folder). */
export async function loadStages(dist) {
  const load = (path) => import(pathToFileURL(resolve(dist, "src", path)).href);
  const [{ loadTagger }, { sentenceLexicons }, { loadTimeLexicons }, { tokenize }, { splitSentences }, { findTimes }] =
    await Promise.all(
      [
        "adapters/wink.js",
        "lexicons/sentences.js",
        "lexicons/time-lexicons.js",
        "stages/tokenize.js",
        "stages/split-sentences.js",
        "stages/find-times.js",
      ].map(load),
    );
  return {
    tokenizer: tokenize({ tagger: await loadTagger() }),
    splitter: splitSentences(sentenceLexicons()),
    finder: findTimes({ lexicons: loadTimeLexicons() }),
  };
}

/** The articles of a corpus, with header and blocks, before any token. */
export const readArticles = (corpus) =>
  readFileSync(corpus, "utf8")
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

export const ignore = () => undefined;

/** Adds tokens, with wink-nlp's tags, and sentences. */
export function prepare(doc, { tokenizer, splitter }) {
  const words = tokenizer.run(doc, ignore);
  return { ...doc, tokens: words, sentences: splitter.run({ article: doc.article, words }, ignore) };
}
