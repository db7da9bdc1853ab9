/**
 * Measures the pipelines on the dev corpora with ../shared/score.py, through `copydesk worker`, and writes docs/quality.md
 * beside the rivals' figures.  node bench/quality.mjs [--pipelines news,rules-only] [--only attribution,time] [--dry]
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { claimsOf, neutral } from "./neutral.mjs";
import { table } from "./quality-table.mjs";
import { TASKS } from "./tasks.mjs";
import { throughWorker } from "./worker.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHARED = join(ROOT, "../shared");

const { values } = parseArgs({
  options: {
    pipelines: { type: "string", default: "rules-only" },
    only: { type: "string" },
    dry: { type: "boolean", default: false },
  },
});

if (!existsSync(SHARED)) throw new Error(`${SHARED} is not there: the corpora and score.py are needed to measure`);
const scratch = mkdtempSync(join(tmpdir(), "copydesk-quality-"));
try {
  const pipelines = values.pipelines.split(",");
  const tasks = TASKS.filter((task) => !values.only || values.only.split(",").includes(task.kind));
  const scores = [];
  for (const task of tasks) {
    for (const pipeline of pipelines) {
      const { json, log } = await score(task, pipeline);
      scores.push({ task: task.name, pipeline, ...json });
      process.stdout.write(`${task.name} · ${pipeline}\n${log.replace(/^/gm, "  ")}\n`);
    }
  }
  if (!values.dry && !values.only) writeFileSync(join(ROOT, "docs/quality.md"), table(scores, pipelines));
} finally {
  rmSync(scratch, { recursive: true });
}

/** Runs a pipeline over a task's texts and scores what comes out. */
async function score(task, pipeline) {
  const paths = task.files.map((file) => join(SHARED, "corpora", file));
  const gold = join(scratch, "gold");
  const predicted = join(scratch, "predicted");
  writeFileSync(gold, paths.map((path) => readFileSync(path, "utf8")).join(""));
  const lines = task.kind === "claims" ? await predictClaims(task, pipeline) : await predict(paths, pipeline);
  writeFileSync(predicted, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const log = execFileSync("python3", [join(SHARED, "score.py"), task.kind, gold, predicted, "--json"], {
    encoding: "utf8",
  });
  const printed = log.trimEnd().split("\n");
  return { json: JSON.parse(printed.at(-1)), log: printed.slice(0, -1).join("\n") };
}

async function predict(paths, pipeline) {
  const documents = paths.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
  const articles = documents.map(({ id, text, published, title, url }) =>
    Object.fromEntries(Object.entries({ id, text, published, title, url }).filter(([, value]) => value)),
  );
  const files = await throughWorker(articles, pipeline);
  return files.map((file, index) => neutral(documents[index].id, file));
}

async function predictClaims(task, pipeline) {
  const path = join(SHARED, "corpora", task.sentences);
  const sentences = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const files = await throughWorker(
    sentences.map((text, index) => ({ id: `s${index}`, text })),
    pipeline,
  );
  return files.map((file, index) => claimsOf(sentences[index], file));
}
