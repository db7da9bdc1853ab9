/**
 * Measures the pipelines on every dev corpus with ../shared/score.py, through `copydesk worker`, and writes docs/quality.md
 * beside the rivals' figures. `copydesk evaluate` scores the same knowledge files: its figures must be score.py's to the
 * third digit, or this fails, and its 95 % intervals go into the page. Our own gold is measured by it alone.
 *   npm run quality        node bench/quality.mjs [--pipelines news,rules-only] [--only attribution,timex] [--dry]
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { carb } from "../dist/src/evaluate/gold/carb.js";
import { claimsOf, neutral } from "./neutral.mjs";
import { table } from "./quality-table.mjs";
import { MEASURES, TASKS } from "./tasks.mjs";
import { BIN, throughWorker } from "./worker.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHARED = join(ROOT, "../shared");
const OWN_GOLD = join(ROOT, "fixtures/gold");

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
      const { json, intervals, log } = await score(task, pipeline);
      scores.push({ task: task.name, pipeline, figures: json, intervals });
      process.stdout.write(`${task.name} · ${pipeline}\n${log.replace(/^/gm, "  ")}\n`);
    }
  }
  const own = existsSync(OWN_GOLD) && !values.only ? pipelines.map((pipeline) => ownGold(pipeline)) : [];
  if (!values.dry && !values.only) writeFileSync(join(ROOT, "docs/quality.md"), table(scores, own, pipelines));
} finally {
  rmSync(scratch, { recursive: true });
}

/** Runs a pipeline over a task's texts, scores what comes out with score.py, and checks `copydesk evaluate` against it. */
async function score(task, pipeline) {
  const paths = task.files.map((file) => join(SHARED, "corpora", file));
  const gold = join(scratch, `gold${extname(paths[0])}`);
  const [predicted, knowledge] = [join(scratch, "predicted"), join(scratch, "knowledge.ndjson")];
  writeFileSync(gold, paths.map((path) => readFileSync(path, "utf8")).join(""));
  const articles = task.kind === "claims" ? sentencesOf(gold) : paths.flatMap(articlesOf);
  const files = await throughWorker(articles, pipeline);
  writeFileSync(knowledge, lines(files));
  writeFileSync(
    predicted,
    lines(
      files.map((file, index) =>
        task.kind === "claims" ? claimsOf(articles[index].text, file) : neutral(articles[index].id, file),
      ),
    ),
  );
  const log = execFileSync("python3", [join(SHARED, "score.py"), task.kind, gold, predicted, "--json"], {
    encoding: "utf8",
  });
  const printed = log.trimEnd().split("\n");
  const json = JSON.parse(printed.at(-1));
  const { measures } = evaluate(["--gold", gold, "--knowledge", knowledge]).corpora[0].kinds[0];
  const intervals = {};
  for (const [key, figure] of Object.entries(json)) {
    const name = MEASURES[task.kind]?.[key] ?? key;
    const ours = measures.find((measure) => measure.name === name && measure.type === "all");
    if (ours === undefined || Math.abs(ours.score - figure) >= 0.0005) {
      throw new Error(`${task.name} ${key}: score.py says ${figure}, copydesk evaluate ${ours?.score}`);
    }
    intervals[key] = ours.interval;
  }
  return { json, intervals, log: printed.slice(0, -1).join("\n") };
}

function lines(values) {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

/** The JSON report of `copydesk evaluate`. Articles that failed are told on standard error and scored as empty. */
function evaluate(args) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] };
  const { stdout, status } = spawnSync(process.execPath, [BIN, "evaluate", ...args, "--json", "--quiet"], options);
  if (status !== 0 && stdout === "") throw new Error(`copydesk evaluate ${args.join(" ")} ended with ${status}`);
  return JSON.parse(stdout);
}

/** Chief figures of a pipeline on fixtures/gold. */
function ownGold(pipeline) {
  const { corpora } = evaluate(["--gold", OWN_GOLD, "--pipeline", pipeline]);
  return { pipeline, corpora };
}

function articlesOf(path) {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ id, text, published, title, url }) =>
      Object.fromEntries(Object.entries({ id, text, published, title, url }).filter(([, value]) => value)),
    );
}

function sentencesOf(path) {
  return carb
    .read([{ path: basename(path), content: readFileSync(path, "utf8") }])
    .map(({ id, text }) => ({ id, text }));
}
