import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { checkKnowledgeFile } from "../../src/emit/check.js";
import { STUB, start } from "./command.js";
import { extract, inputs, listed, recorded } from "./extract.js";

describe("copydesk extract and its processes", () => {
  it("gives an article that kills or holds up its process a second try, then up, and goes on", async () => {
    const { folder, output } = inputs({ "a.txt": "crash", "b.txt": "spin", "c.txt": "Fine." });
    const { code, stderr } = await extract(folder, output, "--time-limit", "1", "--jobs", "1");
    expect(code).toBe(1);
    expect(listed(output)).toEqual(["c.knowledge.json"]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/a\.txt \(id a\): worker: given up after its process ended with SIGSEGV, each of 2 times/),
      expect.stringMatching(
        /b\.txt \(id b\): worker: given up after it took more than 1 s, each of 2 times; a longer time limit/,
      ),
    ]);
    const { attempts } = JSON.parse(recorded(output, "quarantine.ndjson").split("\n")[0]!);
    expect(attempts).toBe(2);
  });

  it.skipIf(process.platform !== "linux")(
    "leaves no process behind that holds on to an article when it is killed itself",
    async () => {
      const { folder, output } = inputs({ "a.txt": "spin" });
      const { child, ended } = start(["extract", folder, "-o", output, "--pipeline", STUB]);
      const isRunning = (pid: number): boolean =>
        existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
      for (let tries = 0; tries < 200 && !existsSync(join(output, ".copydesk", "journal.ndjson")); tries++)
        await delay(20);
      await delay(300);
      const worker = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8"));
      expect(isRunning(worker)).toBe(true);
      child.kill("SIGKILL");
      for (let tries = 0; tries < 500 && isRunning(worker); tries++) await delay(20);
      expect(isRunning(worker)).toBe(false);
      await ended;
    },
  );

  it("leaves the folder to the run that has it", async () => {
    const { folder, output } = inputs({ "a.txt": "forever" });
    const { child, ended } = start(["extract", folder, "-o", output, "--pipeline", STUB]);
    for (let tries = 0; tries < 200 && !existsSync(join(output, ".copydesk", "lock")); tries++) await delay(20);
    const { code, stderr } = await extract(folder, output);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/process \d+ on .* writes to this folder/)]);
    child.kill("SIGKILL");
    await ended;
    writeFileSync(join(folder, "a.txt"), "Fine.");
    expect((await extract(folder, output)).code).toBe(0);
  });

  it("finishes what is under way on SIGINT and leaves whole files only", async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n + 10}.txt`, "slow"]));
    const { folder, output } = inputs(files);
    const { child, ended } = start(["extract", folder, "-o", output, "--pipeline", STUB, "--jobs", "2"]);
    for (let tries = 0; tries < 200 && !written(output); tries++) await delay(20);
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    const names = listed(output);
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(40);
    for (const name of names) {
      expect(name).toMatch(/^\d\d\.knowledge\.json$/);
      expect(checkKnowledgeFile(JSON.parse(readFileSync(join(output, name), "utf8")))).toEqual([]);
    }
  });

  it("ends at once on the second SIGINT, though an article is still under way", async () => {
    const { folder, output } = inputs({ "a.txt": "forever" });
    const { child, ended, stderr } = start(["extract", folder, "-o", output, "--pipeline", STUB]);
    for (let tries = 0; tries < 200 && !existsSync(output); tries++) await delay(20);
    await delay(100);
    child.kill("SIGINT");
    for (let tries = 0; tries < 200 && stderr() === ""; tries++) await delay(20);
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(listed(output)).toEqual([]);
  });
});

const written = (folder: string): boolean =>
  existsSync(folder) && listed(folder).some((name) => name.endsWith(".knowledge.json"));
