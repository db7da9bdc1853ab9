/**
 * Articles a second of `copydesk extract`: on one core against two, against spaCy's small model (all components, nlp.pipe)
 * on two processes in the same run, and over a long run with its memory, which becomes docs/throughput.svg. Linux; wants a
 * quiet machine of two cores or more.
 *   npm run build && node bench/throughput.mjs [--articles 20000] [--short 1000] [--rounds 3] [--pipeline news]
 *     [--python PYTHON] [--plot docs/throughput.svg] [--floor 1.8]
 * Texts: ../shared/corpora/attribution/polnear-train.jsonl over again under new ids; without it, made-up articles.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { article } from "../tests/chaos/make-articles.mjs";
import { throughputPlot } from "./throughput-plot.mjs";
import { BIN } from "./worker.mjs";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "20000" },
    short: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    pipeline: { type: "string", default: "news" },
    python: { type: "string" },
    plot: { type: "string" },
    floor: { type: "string", default: "1.8" },
  },
});
const root = mkdtempSync(join(tmpdir(), "copydesk-throughput-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

const corpus = new URL("../../shared/corpora/attribution/polnear-train.jsonl", import.meta.url);
const texts = existsSync(corpus)
  ? readFileSync(corpus, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : Array.from({ length: 1000 }, (_, number) => article(number));

/** A file of so many articles; gives its path and its words. */
function input(count) {
  const path = join(root, `${count}.ndjson`);
  const lines = [];
  let words = 0;
  for (let number = 0; number < count; number++) {
    const { text, title, published } = texts[number % texts.length];
    words += text.match(/\S+/g)?.length ?? 0;
    lines.push(`${JSON.stringify({ id: `a${number}`, text, title, published })}\n`);
  }
  writeFileSync(path, lines.join(""));
  return { path, words, count };
}

const residentOf = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // ended
  }
};
const childrenOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  } catch {
    return [];
  }
};

/** Runs extract on some cores; gives seconds and samples of {seconds, done, parent, children} (MB). */
async function extract({ path, count }, jobs, cores, interval = 0) {
  const output = mkdtempSync(join(root, "out-"));
  const command = [
    "-c",
    cores,
    process.execPath,
    BIN,
    "extract",
    path,
    "-o",
    output,
    "-p",
    values.pipeline,
    "-j",
    String(jobs),
  ];
  const begun = performance.now();
  const child = spawn("taskset", [...command, "--shard", "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
  const journal = join(output, ".copydesk", "journal.ndjson");
  const samples = [];
  const timer =
    interval > 0 &&
    setInterval(() => {
      const bytes = existsSync(journal) ? statSync(journal).size : 0;
      const sizes = childrenOf(child.pid).map(residentOf);
      samples.push({
        seconds: (performance.now() - begun) / 1000,
        bytes,
        parent: residentOf(child.pid),
        children: sizes,
      });
    }, interval);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(timer);
  const seconds = (performance.now() - begun) / 1000;
  const perArticle = statSync(journal).size / count;
  rmSync(output, { recursive: true, force: true });
  if (code !== 0) throw new Error(`extract ended with ${code}`);
  return {
    seconds,
    samples: samples.map(({ bytes, ...sample }) => ({ ...sample, done: Math.round(bytes / perArticle) })),
  };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rate = (count, seconds) => (count / seconds).toFixed(1);

const short = input(Number(values.short));
const times = { one: [], two: [], spacy: [] };
for (let round = 0; round < Number(values.rounds); round++) {
  times.one.push((await extract(short, 1, "0")).seconds);
  times.two.push((await extract(short, 2, "0,1")).seconds);
  if (values.python) {
    const script = fileURLToPath(new URL("throughput.py", import.meta.url));
    const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
    const options = { input: readFileSync(short.path), env, encoding: "utf8", maxBuffer: 1 << 28 };
    const spacy = spawnSync("taskset", ["-c", "0,1", values.python, script, "2"], options);
    if (spacy.status !== 0) throw new Error(spacy.stderr);
    times.spacy.push(JSON.parse(spacy.stdout.trim().split("\n").at(-1)).seconds);
  }
}
const [one, two] = [median(times.one), median(times.two)];
console.log(
  `${short.count} articles, ${short.words} words, pipeline ${values.pipeline}, medians of ${values.rounds} rounds, start included`,
);
console.log(`one core, one process     ${rate(short.count, one)} articles/s`);
console.log(`two cores, two processes  ${rate(short.count, two)} articles/s, ${(one / two).toFixed(2)} times as many`);
if (values.python) {
  const spacy = median(times.spacy);
  console.log(
    `spaCy small, two processes, loading left out  ${rate(short.count, spacy)} articles/s; Copydesk has ${(spacy / two).toFixed(2)} times that`,
  );
}

const long = input(Number(values.articles));
const { seconds, samples } = await extract(long, 2, "0,1", 1000);
console.log(`${long.count} articles on two cores: ${seconds.toFixed(0)} s, ${rate(long.count, seconds)} articles/s`);
const total = ({ parent, children }) => parent + children.reduce((sum, size) => sum + size, 0);
for (const share of [0.1, 0.25, 0.5, 0.75, 1]) {
  const sample = samples[Math.max(0, Math.ceil(samples.length * share) - 1)];
  if (sample) {
    const sizes = [sample.parent, ...sample.children].map((size) => Math.round(size)).join(" + ");
    console.log(
      `  at ${Math.round(share * 100)} %: ${sample.done} articles, ${Math.round(total(sample))} MB resident (${sizes})`,
    );
  }
}
if (values.plot)
  writeFileSync(
    values.plot,
    throughputPlot(
      samples.map((sample) => ({ ...sample, memory: total(sample) })),
      long.count,
    ),
  );
process.exitCode = one / two >= Number(values.floor) ? 0 : 1;
