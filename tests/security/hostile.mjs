/**
 * Runs all hostile inputs through the command: extract, worker, validate, show, corpus build. Checks that nothing crashes,
 * hangs or leaves the output folder, and that each input gets a knowledge file or a reason.
 *   node tests/security/hostile.mjs [--size 20000] [--time-limit 60]
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { knowledge } from "./hostile/knowledge.mjs";
import { hostileInputs, writeInputs } from "./make-hostile.mjs";

const BIN = process.env.COPYDESK_BIN ?? fileURLToPath(new URL("../../dist/src/cli/bin.js", import.meta.url));
const { values } = parseArgs({
  options: { size: { type: "string", default: "20000" }, "time-limit": { type: "string", default: "60" } },
});
/** Nothing may take longer, in ms. */
const MOST = 30 * 60_000;

const root = mkdtempSync(join(tmpdir(), "copydesk-hostile-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
const at = (...names) => join(root, ...names);
const problems = [];
const check = (isSo, what) => {
  if (!isSo) problems.push(what);
};

/** Runs the command to its end. */
function copydesk(args, input) {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: at("here"), timeout: MOST, killSignal: "SIGKILL" });
  const out = { stdout: [], stderr: [] };
  for (const name of ["stdout", "stderr"]) child[name].on("data", (chunk) => out[name].push(chunk));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input ?? "");
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      const text = (name) => Buffer.concat(out[name]).toString("utf8");
      resolve({ code, signal, stdout: text("stdout"), stderr: text("stderr") });
    });
  });
}

/** What a run must never end with: a signal, a stack trace, an exit code that says the program broke. */
function checkEnd(what, { code, signal, stderr }, codes) {
  check(signal === null && codes.includes(code), `${what}: exit ${code ?? signal}: ${stderr.slice(0, 300)}`);
  check(!/\n\s+at .*:\d+:\d+\)?$/m.test(stderr), `${what}: a stack trace: ${stderr.slice(0, 300)}`);
}

const below = (folder) => readdirSync(folder, { recursive: true, encoding: "utf8" });
const lines = (file) =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

mkdirSync(at("here"));
const inputs = hostileInputs(Number(values.size));
writeInputs(at("in"), inputs);
const before = ["/etc/copydesk-escaped", "/tmp/copydesk-escaped"].filter(existsSync);

// Extract: the whole folder in one run.
const begun = Date.now();
const options = ["--pipeline", "rules-only", "--time-limit", values["time-limit"], "--json", "--quiet"];
const run = await copydesk(["extract", at("in"), "-o", at("out"), ...options]);
checkEnd("extract", run, [1, 3]);
const seconds = ((Date.now() - begun) / 1000).toFixed(0);
const journal = lines(at("out", ".copydesk", "journal.ndjson"));
const quarantine = lines(at("out", ".copydesk", "quarantine.ndjson"));
const told = new Set([...journal, ...quarantine].map(({ file }) => file));
const passedOver = inputs
  .filter(({ content, link }) => content !== undefined || link !== undefined)
  .filter(({ path }) => ![...told].some((file) => file?.endsWith(join("in", path)) || file?.endsWith(path)));
for (const { stage, reason, file } of quarantine) {
  check(reason?.length > 10, `${file}: no reason`);
  check(["read", "write"].includes(stage), `${file}: ${stage}: ${reason}`);
  check(!/cannot be read \(/.test(reason), `${file}: ${reason}`);
}
const done = journal.filter(({ event }) => event === "done").length;
console.log(
  `extract: ${inputs.length} inputs, ${seconds} s: ${done} knowledge files, ${quarantine.length} refused with a reason`,
);
console.log(
  `  without a line (hidden, not a file, no record in it, an article that came before): ${passedOver.map(({ path }) => basename(path)).join(", ")}`,
);

// All knowledge files are valid, and nothing else was written anywhere.
const made = below(at("out")).filter((name) => name.endsWith(".knowledge.json"));
check(
  made.length === new Set(journal.filter(({ event }) => event === "done").map(({ path }) => path)).size,
  "files and journal differ",
);
checkEnd("validate", await copydesk(["validate", at("out")]), [0]);
check(readdirSync(root).sort().join() === "here,in,out", `beside the output: ${readdirSync(root)}`);
check(readdirSync(at("here")).length === 0, `in the working directory: ${readdirSync(at("here"))}`);
check(before.join() === ["/etc/copydesk-escaped", "/tmp/copydesk-escaped"].filter(existsSync).join(), "a file outside");
console.log(`validate: ${made.length} knowledge files, all valid; nothing outside the output folder`);

// Worker: a line out for each line in.
const records = inputs.flatMap(({ path, content }) => {
  if (typeof content !== "string") return [];
  const wrapped = JSON.stringify({ id: path, text: content });
  return path.endsWith(".txt") ? [wrapped] : content.split("\n").slice(0, 50);
});
const answers = (
  await copydesk(
    ["worker", "--pipeline", "rules-only", "--time-limit", values["time-limit"]],
    `${records.join("\n")}\n`,
  )
).stdout;
const answered = answers
  .split("\n")
  .slice(0, -1)
  .map((line) => JSON.parse(line));
check(answered.length === records.length, `worker: ${records.length} lines in, ${answered.length} out`);
const errors = answered.filter(({ error }) => error);
for (const { error } of errors) check(error.stage === "read", `worker: ${error.stage}: ${error.message}`);
console.log(`worker: ${records.length} lines in, ${answered.length} out, ${errors.length} with a reason`);

// Knowledge files that no run made.
const good = JSON.parse(
  (
    await copydesk(
      ["worker", "--pipeline", "rules-only", "--jobs", "1"],
      `${JSON.stringify({ id: "good", text: "“We are safe,” Mayor Ana Bell said on Monday." })}\n`,
    )
  ).stdout,
);
const files = knowledge(good);
writeInputs(root, files);
for (const { path } of files) {
  checkEnd(`validate ${path}`, await copydesk(["validate", at(path)]), [0, 1, 2]);
  for (const more of [[], ["--html"]]) {
    const shown = await copydesk(["show", at(path), "--pipeline", "rules-only", ...more]);
    checkEnd(`show ${path}`, shown, [0, 1, 2]);
    const isSilent = more.length > 0 ? !shown.stdout.includes("<script>alert") : !shown.stdout.includes("\u001b]");
    check(isSilent, `show ${path}: speaks to the terminal or the page`);
  }
}
checkEnd("corpus build", await copydesk(["corpus", "build", at("knowledge"), "-o", at("corpus")]), [0, 1]);
checkEnd("corpus build", await copydesk(["corpus", "build", at("out"), "-o", at("corpus-2")]), [0, 1]);
const shown = inputs.filter((_, n) => n % 12 === 0);
for (const { path } of shown)
  checkEnd(`show ${path}`, await copydesk(["show", at("in", path), "--pipeline", "rules-only"]), [0, 1, 2]);
console.log(
  `validate, show, corpus build: ${files.length} knowledge files of other makers, ${shown.length} inputs shown`,
);

for (const problem of problems.slice(0, 50)) console.log(`PROBLEM ${problem}`);
console.log(problems.length === 0 ? "none crashed, hung or escaped" : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
