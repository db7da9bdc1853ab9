/**
 * Who the speakers are: the share of quotes with a resolved speaker, the reasons of the others, and a sample to be read
 * by hand, drawn by a fixed rule: of all resolved quotes in text order, articles in the file's order, each N/100th.
 *
 *   node bench/speaker-sample.mjs [--size 100] [--unresolved] [--knowledge FILE] [ARTICLES.jsonl]
 *
 * ARTICLES is ../shared/corpora/attribution/polnear-dev.jsonl when not given; they go through the built worker unless
 * FILE holds their knowledge files, one a line. Prints corpus text: keep its output out of the project.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { throughWorker } from "./worker.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "100" },
    unresolved: { type: "boolean", default: false },
    knowledge: { type: "string" },
  },
});
const ARTICLES = fileURLToPath(new URL("../../shared/corpora/attribution/polnear-dev.jsonl", import.meta.url));
/** Characters shown to either side of a quote. */
const CONTEXT = 350;

const lines = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const articles = positionals[0] ?? ARTICLES;
if (!values.knowledge && !existsSync(articles)) throw new Error(`${articles} is not there; give a file of articles`);
const files = values.knowledge
  ? lines(values.knowledge)
  : await throughWorker(
      lines(articles).map(({ id, text, published, title }) => ({ id, text, published, title })),
      "news",
    );

const quotes = files.flatMap((file) => file.quotes.map((quote) => ({ file, quote })));
const isResolved = ({ quote }) => quote.speaker.status === "resolved";
const resolved = quotes.filter(isResolved);
const sourced = quotes.filter(({ quote }) => quote.source.length > 0);
const share = (part, all) => `${part.length} of ${all.length} (${((100 * part.length) / all.length).toFixed(1)}%)`;

console.log(
  `resolved: ${share(resolved, quotes)}; of those with a source: ${share(sourced.filter(isResolved), sourced)}`,
);
const assertions = quotes.filter(({ quote }) => quote.attitude === "assertion");
console.log(`assertions: ${share(assertions.filter(isResolved), assertions)}`);
const reasons = new Map();
for (const { quote } of quotes.filter((item) => !isResolved(item)))
  reasons.set(quote.speaker.reason, (reasons.get(quote.speaker.reason) ?? 0) + 1);
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) console.log(`  ${reason}: ${count}`);

const pool = values.unresolved ? quotes.filter((item) => !isResolved(item) && item.quote.source.length > 0) : resolved;
const size = Math.min(Number(values.size), pool.length);
for (let i = 0; i < size; i++) {
  const { file, quote } = pool[Math.floor((i * pool.length) / size)];
  console.log(`\n--- ${i + 1}. ${file.article.id} ${quote.id}: ${who(file, quote)}\n${shown(file, quote)}`);
}

function who({ entities }, { speaker, source }) {
  const as = source.map(({ text }) => text).join(" … ");
  if (speaker.status !== "resolved") return `“${as}”: ${speaker.reason}`;
  const { type, name, anonymous } = entities.find(({ id }) => id === speaker.entity);
  return `“${as}” is ${name} (${type}${anonymous ? ", nameless" : ""})`;
}

/** The quote's surroundings with its source in [[ ]], its cue in < > and its content in { }. */
function shown({ article }, quote) {
  const parts = [...quote.content, ...quote.cue, ...quote.source];
  const from = Math.max(0, Math.min(...parts.map(({ start }) => start)) - CONTEXT);
  const to = Math.min(article.text.length, Math.max(...parts.map(({ end }) => end)) + 80);
  const marks = [
    ...quote.source.flatMap(({ start, end }) => [
      [start, "[["],
      [end, "]]"],
    ]),
    ...quote.cue.flatMap(({ start, end }) => [
      [start, "<"],
      [end, ">"],
    ]),
    ...quote.content.flatMap(({ start, end }) => [
      [start, "{"],
      [end, "}"],
    ]),
  ].sort((a, b) => a[0] - b[0]);
  let text = "";
  let at = from;
  for (const [offset, mark] of marks) {
    text += article.text.slice(at, offset) + mark;
    at = offset;
  }
  return (text + article.text.slice(at, to)).replace(/\s+/g, " ");
}
