/**
 * Changes seeds and hostile inputs at random and reads what comes of it, in one process, for some minutes: every article
 * must give a valid knowledge file, every other input a reason that somebody thought of, within the limit of time.
 *   node tests/security/fuzz.mjs [--minutes 10] [--seed N] [--keep FOLDER]
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { hostileInputs } from "./make-hostile.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1e6) },
    keep: { type: "string", default: "" },
    limit: { type: "string", default: "20" },
  },
});
const DIST = process.env.COPYDESK_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));
const load = (name) => import(pathToFileURL(join(DIST, name)).href);
const [{ loadPipeline }, { checkKnowledgeFile }, { readInputs }, { FORMATS }, { terminalView }, { htmlView }] =
  await Promise.all(
    [
      "pipelines/index.js",
      "src/emit/check.js",
      "src/read/read-inputs.js",
      "src/read/formats.js",
      "src/show/terminal-view.js",
      "src/show/html-view.js",
    ].map(load),
  );
const reader = await loadPipeline("rules-only");

let state = Number(values.seed);
const roll = (size) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * size);
};
const pick = (list) => list[roll(list.length)];

const SEEDS = new URL("../../seeds/", import.meta.url);
const pool = [
  ...readdirSync(SEEDS, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:txt|html|json|md)$/.test(name))
    .map((name) => readFileSync(new URL(name, SEEDS))),
  ...hostileInputs(2_000).flatMap(({ content }) => (content === undefined ? [] : [Buffer.from(content)])),
].filter(({ length }) => length > 0 && length < 60_000);
const ODD = [
  '"',
  "“",
  "”",
  "'",
  "(",
  ")",
  "<",
  ">",
  "&",
  "\\",
  "\n",
  "\r\n",
  "\u0000",
  "\ufeff",
  "\u202e",
  "\u0301",
  "said",
  "according to",
  "May",
  "Mr. ",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\ud83d",
  "</p>",
  "<script>",
  "__proto__",
  "1e999",
  "-1",
  "WARC/1.0\r\n",
  "Content-Length: 9\r\n",
].map((text) => Buffer.from(text));

const CHANGES = {
  flip: (bytes) => {
    const copy = Buffer.from(bytes);
    for (let n = 0; n <= roll(8); n++) copy[roll(copy.length)] = roll(256);
    return copy;
  },
  cut: (bytes) => bytes.subarray(roll(bytes.length), roll(bytes.length) + 1),
  drop: (bytes) => {
    const from = roll(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + roll(200))]);
  },
  put: (bytes) => {
    const from = roll(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), pick(ODD), bytes.subarray(from)]);
  },
  repeat: (bytes) => {
    const from = roll(bytes.length);
    const part = bytes.subarray(from, from + 1 + roll(40));
    return Buffer.concat([bytes.subarray(0, from), ...Array(roll(60)).fill(part), bytes.subarray(from)]);
  },
  splice: (bytes) => {
    const other = pick(pool);
    return Buffer.concat([bytes.subarray(0, roll(bytes.length)), other.subarray(roll(other.length))]);
  },
};

async function* once(bytes) {
  yield bytes;
}

const begun = performance.now();
const until = begun + Number(values.minutes) * 60_000;
const counts = { inputs: 0, articles: 0, refused: 0, faults: 0, slowest: 0 };
const seen = new Map();

/** Keeps an input that went wrong, the first of its kind. */
function wrong(what, bytes, format) {
  counts.faults++;
  const kind = `${format}: ${what}`.slice(0, 120);
  if (!seen.has(kind)) {
    console.log(`FAULT ${kind}`);
    if (values.keep) {
      mkdirSync(values.keep, { recursive: true });
      writeFileSync(join(values.keep, `fault-${seen.size}.${format}`), bytes);
    }
  }
  seen.set(kind, (seen.get(kind) ?? 0) + 1);
}

while (performance.now() < until) {
  let bytes = pick(pool);
  for (let n = 0; n <= roll(4) && bytes.length > 0; n++) bytes = pick(Object.values(CHANGES))(bytes);
  bytes = bytes.subarray(0, 60_000);
  const stdinFormat = roll(4) === 0 ? pick(FORMATS) : undefined;
  const start = process.cpuUsage();
  counts.inputs++;
  try {
    let items = 0;
    for await (const item of readInputs(["-"], { stdin: once(bytes), stdinFormat })) {
      if (++items > 20) break;
      if (item.error) {
        counts.refused++;
        if (/cannot be read \(/.test(item.error.message)) wrong(item.error.message, bytes, stdinFormat ?? "any");
        continue;
      }
      const found = await reader.read(item.article);
      counts.articles++;
      const [fault] = checkKnowledgeFile(found);
      if (fault) wrong(`${fault.path}: ${fault.message}`, bytes, stdinFormat ?? "any");
      terminalView(found, { isColoured: false, claims: true });
      htmlView(found, { claims: true });
    }
  } catch (error) {
    wrong(`thrown: ${error.message}`, bytes, stdinFormat ?? "any");
  }
  if ({}.polluted !== undefined) wrong("a prototype was changed", bytes, stdinFormat ?? "any");
  const time = process.cpuUsage(start).user / 1000; // of the processor, in ms: a busy machine is no fault
  counts.slowest = Math.max(counts.slowest, time);
  if (time > Number(values.limit) * 1000) wrong(`took ${(time / 1000).toFixed(0)} s`, bytes, stdinFormat ?? "any");
}
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
console.log(
  `seed ${values.seed}, ${minutes} minutes: ${counts.inputs} inputs, ${counts.articles} articles read, ${counts.refused} refused with a reason, slowest ${(counts.slowest / 1000).toFixed(1)} s, ${counts.faults} faults of ${seen.size} kinds`,
);
process.exitCode = counts.faults === 0 ? 0 : 1;
