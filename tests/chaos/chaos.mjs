/**
 * Kills a run of `copydesk extract`, its whole process group, with -9 at random moments, gives the same command again each
 * time, and compares what comes out with an undisturbed run: knowledge files byte for byte, the journal's last line of each
 * article, the quarantine, the manifest without times, and nothing left over.
 *   node tests/chaos/chaos.mjs [--articles 5000] [--kills 10] [--seed N] [--pipeline rules-only]
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { article, written } from "./make-articles.mjs";
import { differences, journalState, knowledgeFiles, startExtract } from "./run-folders.mjs";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "5000" },
    kills: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1e6) },
    pipeline: { type: "string", default: "rules-only" },
  },
});
const count = Number(values.articles);
const kills = Number(values.kills);
let state = Number(values.seed);
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const root = mkdtempSync(join(tmpdir(), "copydesk-chaos-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
const inputs = join(root, "in");
mkdirSync(join(inputs, "a"), { recursive: true });
mkdirSync(join(inputs, "b"));
// Most in one stream, with what must fail among it; some as files, two of one name.
writeFileSync(
  join(inputs, "feed.ndjson"),
  [...written({ count: count - 20 }), '{"id":"no-text"}\n', "not json\n"].join(""),
);
for (let number = count; number < count + 10; number++) {
  for (const folder of ["a", "b"]) {
    const { text } = article(folder === "a" ? number : number + 10);
    writeFileSync(join(inputs, folder, `${number}.txt`), text);
  }
}

const command = (output) => [inputs, "-o", join(root, output), "--pipeline", values.pipeline, "--shard", "--json"];

const begun = Date.now();
const calm = await startExtract(command("calm")).ended;
const whole = Date.now() - begun;
const { written: files, failed } = JSON.parse(calm.stdout);
console.log(
  `seed ${values.seed}: undisturbed run: ${files} written, ${failed.length} failed, ${(whole / 1000).toFixed(1)} s`,
);

const journal = join(root, "out", ".copydesk", "journal.ndjson");
const journalSize = () => (existsSync(journal) ? statSync(journal).size : 0);
const perArticle = statSync(join(root, "calm", ".copydesk", "journal.ndjson")).size / count;

for (let kill = 1; kill <= kills; kill++) {
  // A random moment in the work that is left, such that all kills find some; each fourth in the first second.
  const left = count - journalState(join(root, "out")).split("\n").length;
  const target = journalSize() + perArticle * random() * Math.min(left - 10, (2 * left) / (kills - kill + 2));
  const early = kill % 4 === 0 ? random() * 1000 : Number.POSITIVE_INFINITY;
  const start = Date.now();
  const { pid, ended } = startExtract(command("out"));
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver && journalSize() < target && Date.now() - start < early) await delay(5);
  await delay(random() * 60);
  if (!isOver) process.kill(-pid, "SIGKILL");
  const { signal } = await ended;
  const standing = knowledgeFiles(join(root, "out")).size;
  const after = ((Date.now() - start) / 1000).toFixed(2);
  console.log(`kill ${kill} after ${after} s: ${signal ?? "had ended"}; ${standing} files stand, each whole`);
}
const last = await startExtract(command("out")).ended;
console.log(
  `last run: ${JSON.parse(last.stdout).written} written, ${JSON.parse(last.stdout).unchanged} stood, exit ${last.code}`,
);
const found = differences(join(root, "calm"), join(root, "out"));
for (const line of found.slice(0, 20)) console.log(line);
console.log(found.length === 0 ? "identical to the undisturbed run" : `${found.length} differences`);
process.exitCode = found.length === 0 && last.code === calm.code ? 0 : 1;
