/**
 * Fills a small disk (a tmpfs, which only root may mount) under a run of `copydesk extract`, makes room, gives the same
 * command again, and compares with a run that had room. Exit code 77 where no tmpfs can be mounted.
 *   node tests/chaos/full-disk.mjs [--articles 400] [--pipeline rules-only]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { written } from "./make-articles.mjs";
import { differences, knowledgeFiles, startExtract } from "./run-folders.mjs";

const { values } = parseArgs({
  options: { articles: { type: "string", default: "400" }, pipeline: { type: "string", default: "rules-only" } },
});
const count = Number(values.articles);
const root = mkdtempSync(join(tmpdir(), "copydesk-disk-"));
const disk = join(root, "disk");
mkdirSync(disk);
process.on("exit", () => {
  spawnSync("umount", [disk]);
  rmSync(root, { recursive: true, force: true });
});
const mount = (options) => spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]).status === 0;

const input = join(root, "feed.ndjson");
writeFileSync(input, [...written({ count })].join(""));
const command = (output) => [input, "-o", output, "--pipeline", values.pipeline, "--json"];

await startExtract(command(join(root, "calm"))).ended;
const bytes = [...knowledgeFiles(join(root, "calm")).values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
if (!mount(`size=${Math.round(bytes / 2)}`)) {
  console.log("skipped: no tmpfs can be mounted here (needs root)");
  process.exit(77);
}
const output = join(disk, "out");
let isWhole = true;
for (let run = 1; run <= 2; run++) {
  const { code, stderr } = await startExtract(command(output)).ended;
  console.log(
    `run ${run} on a disk for half of it: exit ${code}, ${knowledgeFiles(output).size} of ${count} files stand, each whole`,
  );
  console.log(`  ${stderr.trim().replaceAll(root, "")}`);
  isWhole &&= code === 2 && /the disk is full; make room \(ENOSPC\), then run the same command again/.test(stderr);
}
if (!mount(`remount,size=${bytes * 4}`)) throw new Error("cannot make the disk larger");
const { code, stdout } = await startExtract(command(output)).ended;
console.log(
  `after room was made: exit ${code}, ${JSON.parse(stdout).written} written, ${JSON.parse(stdout).unchanged} stood`,
);
const found = differences(join(root, "calm"), output);
for (const line of found.slice(0, 20)) console.log(line);
console.log(found.length === 0 ? "identical to the run that had room" : `${found.length} differences`);
process.exitCode = found.length === 0 && isWhole ? 0 : 1;
