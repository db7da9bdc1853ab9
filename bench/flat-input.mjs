/**
 * Shows that big inputs are read in flat memory: pipes or writes an input of so many bytes in a format, has
 * `copydesk extract` read all of it for one article at its end, and prints the resident memory of the reading process on
 * the way (Linux). The input is one block of made-up articles over and over; nothing of it is kept, whatever is in it.
 *   node bench/flat-input.mjs [--bytes 1e9] [--format ndjson|csv|warc] [--gzip] [--pipe]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { written } from "../tests/chaos/make-articles.mjs";
import { BIN } from "./worker.mjs";

const { values } = parseArgs({
  options: {
    bytes: { type: "string", default: "1e9" },
    format: { type: "string", default: "ndjson" },
    gzip: { type: "boolean", default: false },
    pipe: { type: "boolean", default: false },
  },
});
const { format } = values;
const size = Number(values.bytes);
const root = mkdtempSync(join(tmpdir(), "copydesk-flat-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

const packed = (text) => (values.gzip ? gzipSync(text) : Buffer.from(text));
const all = [...written({ bytes: 16e6, format })];
const head = format === "csv" ? all.shift() : "";
const plain = Buffer.byteLength(all.join(""));
const block = packed(all.join(""));
const last = packed([...written({ count: 1, format })].at(-1).replace("story-0", "the-last"));

/** Writes `size` bytes, as they are unpacked, then the article that is asked for. */
async function fill(stream) {
  if (head) stream.write(packed(head));
  let articles = 0;
  for (let given = 0; given < size; given += plain) {
    if (!stream.write(block)) await once(stream, "drain");
    articles += all.length;
  }
  stream.end(last);
  return articles + 1;
}

const file = join(root, `big.${format}${values.gzip ? ".gz" : ""}`);
let articles = 0;
if (!values.pipe) {
  const stream = createWriteStream(file);
  articles = await fill(stream);
  await once(stream, "close");
}
const args = [
  BIN,
  "extract",
  values.pipe ? "-" : file,
  "-o",
  join(root, "out"),
  "-p",
  "rules-only",
  "--id",
  "the-last",
  "--json",
];
const begun = performance.now();
const child = spawn(process.execPath, args, { stdio: [values.pipe ? "pipe" : "ignore", "pipe", "inherit"] });
let summary = "";
child.stdout.on("data", (chunk) => {
  summary += chunk;
});
const samples = [];
const timer = setInterval(() => {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
  if (resident) samples.push(Math.round(Number(resident) / 1024));
}, 200);
const ended = once(child, "close");
if (values.pipe) articles = await fill(child.stdin);
await ended;
clearInterval(timer);
const at = (share) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))];
const seconds = (performance.now() - begun) / 1000;
const { written: found } = JSON.parse(summary);
const what = `${(size / 1e9).toFixed(1)} GB of ${format}${values.gzip ? ".gz" : ""}${values.pipe ? " on a pipe" : ""}`;
console.log(
  `${what}, ${articles} articles, ${seconds.toFixed(0)} s: the one asked for ${found === 1 ? "found" : "NOT FOUND"} at the end`,
);
console.log(
  `resident MB at 10, 25, 50, 75, 100 %: ${[0.1, 0.25, 0.5, 0.75, 1].map(at).join(", ")}; most ${Math.max(...samples)}`,
);
process.exitCode = found === 1 ? 0 : 1;
