/**
 * Sends many articles through one `copydesk worker` and prints its resident memory on the way (Linux).
 *   node bench/flat-memory.mjs [--articles 1000] [--pipeline NAME]
 * Texts: ../shared/corpora/attribution/polnear-train.jsonl, over again under new ids when there are too few.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { BIN } from "./worker.mjs";

const { values } = parseArgs({
  options: { articles: { type: "string", default: "1000" }, pipeline: { type: "string", default: "rules-only" } },
});
const corpus = new URL("../../shared/corpora/attribution/polnear-train.jsonl", import.meta.url);
const texts = readFileSync(corpus, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const count = Number(values.articles);

const child = spawn(process.execPath, [BIN, "worker", "--jobs", "1", "--pipeline", values.pipeline], {
  stdio: ["pipe", "pipe", "inherit"],
});
const feeding = feed();
let lines = 0;
let errors = 0;
for await (const line of createInterface({ input: child.stdout })) {
  lines += 1;
  if (line.startsWith('{"id"') && "error" in JSON.parse(line)) errors += 1;
  if (lines % Math.ceil(count / 10) === 0)
    process.stdout.write(`${lines} articles, ${residentMegabytes(child.pid)} MB resident\n`);
}
await feeding;
process.stdout.write(`${count} articles in, ${lines} lines out, ${errors} error lines\n`);
process.exitCode = lines === count && errors === 0 ? 0 : 1;

async function feed() {
  for (let index = 0; index < count; index++) {
    const { text, published, title } = texts[index % texts.length];
    const line = JSON.stringify({ id: `a${index}`, text, published, title });
    if (!child.stdin.write(`${line}\n`)) await once(child.stdin, "drain");
  }
  child.stdin.end();
}

function residentMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
