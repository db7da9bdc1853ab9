/**
 * What the claims stage costs `news`: processor time and peak resident memory of the whole run with the stage and with one
 * that finds nothing in its place, and what the stage allocates, article by article.
 *   node bench/claims-cost.mjs [--articles 100] [--dist PATH]
 * Texts: ../shared/corpora/attribution/polnear-train.jsonl. Each run is a process of its own; the order is with, without,
 * with, without, and the least of each counts.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "100" },
    dist: { type: "string" },
    run: { type: "string" },
  },
});
const dist = values.dist ? pathToFileURL(`${values.dist}/`) : new URL("../dist/", import.meta.url);
const megabytes = (bytes) => Math.round((bytes / 1024 / 1024) * 10) / 10;

function compare() {
  const all = ["with", "without", "with", "without"].map(child);
  const least = (kind, field) => Math.min(...all.filter((run) => run.kind === kind).map((run) => run[field]));
  for (const [field, unit] of [
    ["cpu", "ms processor time"],
    ["peak", "MB peak resident"],
  ]) {
    const [on, off] = [least("with", field), least("without", field)];
    const share = (((on - off) / on) * 100).toFixed(1);
    process.stdout.write(`${unit}: ${on} with claims, ${off} without: ${share}%\n`);
  }
  const { stage, found, heap } = all[0];
  process.stdout.write(
    `the stage itself: ${stage} ms, ${found} claims; at most ${heap} MB allocated for one article\n`,
  );
}

function child(kind) {
  const dirs = values.dist ? ["--dist", values.dist] : [];
  const args = ["--expose-gc", process.argv[1], "--run", kind, "--articles", values.articles, ...dirs];
  const { stdout, status } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout);
}

async function measure(kind) {
  globalThis.claimsCost = { stage: 0, found: 0, heap: 0, isOff: kind === "without" };
  register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
  const { news } = await import(new URL("pipelines/news.js", dist));
  const reader = await news();
  const corpus = new URL("../../shared/corpora/attribution/polnear-train.jsonl", import.meta.url);
  const lines = readFileSync(corpus, "utf8").split("\n").filter(Boolean).slice(0, Number(values.articles));
  const articles = lines.map((line) => JSON.parse(line));
  const before = process.cpuUsage();
  for (const [index, { text, published }] of articles.entries())
    await reader.read({ id: `a${index}`, text, ...(published && { published }) });
  const { user, system } = process.cpuUsage(before);
  const { stage, found, heap } = globalThis.claimsCost;
  return {
    kind,
    cpu: Math.round((user + system) / 1000),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    stage: Math.round(stage),
    found,
    heap: megabytes(heap),
  };
}

/** Loads the stage with a clock and a scale around its `run`. */
const HOOK = `export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (!url.endsWith("/stages/extract-claims.js")) return loaded;
  const source = String(loaded.source).replace("export const extractClaims", "const made") + \`
export const extractClaims = (options) => {
  const stage = made(options);
  const cost = globalThis.claimsCost;
  return { ...stage, run: (doc, report) => {
    if (cost.isOff) return [];
    const heap = process.memoryUsage().heapUsed;
    const begun = process.cpuUsage();
    const claims = stage.run(doc, report);
    const used = process.cpuUsage(begun);
    cost.stage += (used.user + used.system) / 1000;
    cost.heap = Math.max(cost.heap, process.memoryUsage().heapUsed - heap);
    cost.found += claims.length;
    return claims;
  } };
};\`;
  return { ...loaded, source };
}`;

if (values.run === undefined) compare();
else process.stdout.write(JSON.stringify(await measure(values.run)));
