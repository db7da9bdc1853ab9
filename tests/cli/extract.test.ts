import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { checkKnowledgeFile } from "../../src/emit/check.js";
import { copydesk, ownFolder, STUB, start } from "./command.js";

const root = ownFolder();
let count = 0;

/** A folder with the given files, and a place for the output beside it. */
function inputs(files: Readonly<Record<string, string>>): { readonly folder: string; readonly output: string } {
  const folder = join(root, `case-${++count}`, "in");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, output: join(folder, "..", "out") };
}

/** The files in an output folder, without the run's own records. */
const listed = (folder: string): string[] => readdirSync(folder).filter((name) => name !== ".copydesk");

const recorded = (output: string, name: string): string => readFileSync(join(output, ".copydesk", name), "utf8");

const extract = (folder: string, output: string, ...more: string[]) =>
  copydesk(["extract", folder, "-o", output, "--pipeline", STUB, ...more]);

describe("copydesk extract", () => {
  it("writes a valid knowledge file for each article and closes with a table", async () => {
    const { folder, output } = inputs({ "a.txt": "One.", "sub/b.txt": "Two." });
    const { code, stdout, stderr } = await extract(folder, output);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^articles +written 2 → .*out$/m);
    for (const label of ["entities", "quotes", "dates", "claims", "problems", "seconds"]) {
      expect(stdout).toMatch(new RegExp(`^${label} `, "m"));
    }
    expect(listed(output)).toEqual(["a.knowledge.json", "b.knowledge.json"]);
    for (const name of listed(output)) {
      expect(checkKnowledgeFile(JSON.parse(readFileSync(join(output, name), "utf8")))).toEqual([]);
    }
  });

  it("succeeds when run again, and refuses to overwrite what differs unless forced", async () => {
    const { folder, output } = inputs({ "a.txt": "One." });
    await extract(folder, output);
    expect((await extract(folder, output)).stdout).toContain("unchanged 1");
    writeFileSync(join(output, "a.knowledge.json"), "mine");
    const refused = await extract(folder, output);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/in\/a\.txt \(id a\): write: .*--force overwrites it/);
    expect(readFileSync(join(output, "a.knowledge.json"), "utf8")).toBe("mine");
    expect((await extract(folder, output, "--force")).code).toBe(0);
    expect(readFileSync(join(output, "a.knowledge.json"), "utf8")).toContain("schemaVersion");
  });

  it("tells each failure with file, stage and reason, writes nothing for it, and goes on", async () => {
    const { folder, output } = inputs({
      "a.txt": "fail",
      "b.ndjson": '{"id":"b1","text":"Fine."}\n{"id":"b2"}\nnot json\n',
      "c.txt": "invalid",
      "d.txt": "Fine.",
    });
    const { code, stderr } = await extract(folder, output);
    expect(code).toBe(1);
    expect(stderr.trimEnd().split("\n").sort()).toEqual([
      expect.stringMatching(/in\/a\.txt \(id a\): pipeline: asked to fail$/),
      expect.stringMatching(/in\/b\.ndjson:2 \(id b2\): read: no text/),
      expect.stringMatching(/in\/b\.ndjson:3: read: /),
      expect.stringMatching(/in\/c\.txt \(id c\): check: pipeline stub gave not a valid knowledge file/),
    ]);
    expect(listed(output)).toEqual(["b1.knowledge.json", "d.knowledge.json"]);
  });

  it("keeps articles apart whose files have one name, and puts their folder in the id", async () => {
    const { folder, output } = inputs({ "x/story.txt": "One.", "y/story.txt": "Two.", "z/story.txt": "fail" });
    const { code } = await extract(folder, output);
    expect(code).toBe(1);
    const articles = listed(output).map((name) => JSON.parse(readFileSync(join(output, name), "utf8")).article);
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ["story", "One."],
      ["y/story", "Two."],
    ]);
    const { id, retry } = JSON.parse(recorded(output, "quarantine.ndjson"));
    expect([id, retry]).toEqual(["z/story", `copydesk extract ${folder} -o ${output} --pipeline ${STUB} --id z/story`]);
    writeFileSync(join(folder, "z/story.txt"), "Mended.");
    expect((await copydesk(retry.split(" ").slice(1))).stdout).toContain("written 1 →");
    expect(listed(output)).toHaveLength(3);
    expect(existsSync(join(output, ".copydesk", "quarantine.ndjson"))).toBe(false);
  });

  it("refuses a second article with the same id, naming both; the same article again is a duplicate", async () => {
    const { folder, output } = inputs({
      "a.ndjson": '{"id":"s","text":"One."}\n{"id":"s","text":"Two."}\n{"id":"s","text":"One."}\n',
    });
    const { code, stderr, stdout } = await extract(folder, output, "--force");
    expect(code).toBe(1);
    expect(stderr).toMatch(/a\.ndjson:2 \(id s\): write: .*from .*a\.ndjson:1/);
    expect(stdout).toContain("written 1 · duplicate 1 · failed 1");
    expect(JSON.parse(readFileSync(join(output, "s.knowledge.json"), "utf8")).article.text).toBe("One.");
  });

  it("does not read again what has not changed, reads again what has, and lets go what is mended", async () => {
    const { folder, output } = inputs({ "a.txt": "One.", "b.txt": "Two.", "c.txt": "fail" });
    expect((await extract(folder, output)).stdout).toContain("written 2 · failed 1");
    expect(JSON.parse(recorded(output, "quarantine.ndjson"))).toMatchObject({
      file: join(folder, "c.txt"),
      id: "c",
      stage: "pipeline",
      reason: "asked to fail",
      attempts: 1,
      article: { id: "c", text: "fail" },
    });
    writeFileSync(join(folder, "b.txt"), "Two, changed.");
    writeFileSync(join(folder, "c.txt"), "Mended.");
    expect((await extract(folder, output)).stdout).toContain("written 2 · unchanged 1");
    expect(JSON.parse(readFileSync(join(output, "b.knowledge.json"), "utf8")).article.text).toBe("Two, changed.");
    expect(readdirSync(join(output, ".copydesk")).sort()).toEqual(["journal.ndjson", "manifest.json"]);
    const manifest = JSON.parse(recorded(output, "manifest.json"));
    expect(manifest).toMatchObject({
      pipeline: "stub",
      status: "complete",
      articles: { done: 3, duplicates: 0, failed: 0, inQuarantine: 0 },
      output: { files: 3 },
      run: { number: 2, written: 2, unchanged: 1 },
    });
    rmSync(join(output, "a.knowledge.json"));
    expect((await extract(folder, output)).stdout).toContain("written 1 · unchanged 2");
    expect((await extract(folder, output, "--no-text")).stdout).toContain("written 3 ");
  });

  it("gives an article that kills or holds up its process a second try, then up, and goes on", async () => {
    const { folder, output } = inputs({ "a.txt": "crash", "b.txt": "spin", "c.txt": "Fine." });
    const { code, stderr } = await extract(folder, output, "--time-limit", "1", "--jobs", "1");
    expect(code).toBe(1);
    expect(listed(output)).toEqual(["c.knowledge.json"]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/a\.txt \(id a\): worker: given up after its process ended with SIGSEGV; then its/),
      expect.stringMatching(/b\.txt \(id b\): worker: given up after it took more than 1 s; then it took/),
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

  it.each([
    ["none", "no such file or folder"],
    ["-", "standard input cannot be watched"],
  ])("does not watch %s", async (input, reason) => {
    const { output } = inputs({});
    const { code, stderr } = await copydesk(["extract", input, "-o", output, "--watch"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
  });

  it("spreads files over sub-folders with --shard, and stays with that; validate finds them", async () => {
    const { folder, output } = inputs({ "a.txt": "One.", "b.txt": "Two." });
    expect((await extract(folder, output, "--shard")).code).toBe(0);
    expect(listed(output)).toEqual(["3e", "ca"]); // sha256 of 'b' and 'a'
    expect((await extract(folder, output)).stdout).toContain("unchanged 2");
    expect((await copydesk(["validate", output])).stdout).toBe("2 checked, all valid\n");
    const { code, stderr } = await extract(folder, output, "--no-shard");
    expect([code, stderr]).toEqual([2, expect.stringContaining("was begun sharded")]);
  });

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

  it("refuses an article that is too large, and says so", async () => {
    const { folder, output } = inputs({ "a.txt": "x".repeat(1024 * 1024 + 1), "b.txt": "Fine." });
    const { code, stderr } = await extract(folder, output, "--max-size", "1");
    expect([code, listed(output)]).toEqual([1, ["b.knowledge.json"]]);
    expect(stderr).toMatch(/a\.txt: read: larger than 1048576 bytes; split it/);
  });

  it("watches a folder: reads what is there, what comes and what changes, each once it has settled", async () => {
    const { folder, output } = inputs({ "a.txt": "One." });
    const { child, ended } = start(["extract", folder, "-o", output, "--pipeline", STUB, "--watch"]);
    const text = (name: string): string => {
      const file = join(output, `${name}.knowledge.json`);
      return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).article.text : "";
    };
    const until = async (wanted: () => boolean): Promise<void> => {
      for (let tries = 0; tries < 400 && !wanted(); tries++) await delay(20);
    };
    await until(() => text("a") === "One.");
    writeFileSync(join(folder, "b.txt"), "Two.");
    writeFileSync(join(folder, "a.txt"), "One, changed.");
    await until(() => text("b") === "Two." && text("a") === "One, changed.");
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect([text("a"), text("b")]).toEqual(["One, changed.", "Two."]);
  });

  it("keeps hostile ids inside the output folder", async () => {
    const ids = ["../../x", "/etc/x", "a\u0000b", "CON", "y".repeat(3000)];
    const { folder, output } = inputs({
      "a.ndjson": ids.map((id) => `${JSON.stringify({ id, text: "t" })}\n`).join(""),
    });
    expect((await extract(folder, output)).code).toBe(0);
    expect(listed(output)).toHaveLength(ids.length);
    expect(readdirSync(join(output, "..")).sort()).toEqual(["in", "out"]);
  });

  it("stops at the first failure with --fail-fast, and after --limit articles", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`${n + 10}.txt`, n === 3 ? "fail" : "Fine."]),
    );
    const { folder, output } = inputs(files);
    expect((await extract(folder, output, "--fail-fast", "--jobs", "4")).code).toBe(1);
    expect(listed(output)).toEqual(expect.arrayContaining(["10", "11", "12"].map((id) => `${id}.knowledge.json`)));
    expect(listed(output).length).toBeLessThan(20); // what was under way is finished
    const limited = inputs(files);
    expect((await extract(limited.folder, limited.output, "--limit", "2")).code).toBe(0);
    expect(listed(limited.output)).toHaveLength(2);
  });

  it("prints one JSON summary with --json, nothing with --quiet, and leaves the text out with --no-text", async () => {
    const { folder, output } = inputs({ "a.txt": "One.", "b.txt": "fail" });
    const { stdout, stderr } = await extract(folder, output, "--json", "--no-text");
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 2,
      written: 1,
      unchanged: 0,
      failed: [{ file: join(folder, "b.txt"), id: "b", stage: "pipeline", message: "asked to fail" }],
      entities: { person: 0 },
      quotes: { direct: 0 },
    });
    expect(stderr.split("\n")).toHaveLength(2);
    expect(JSON.parse(readFileSync(join(output, "a.knowledge.json"), "utf8")).article).not.toHaveProperty("text");
    const quiet = await extract(folder, output, "--quiet", "--no-text");
    expect(quiet.stdout).toBe("");
  });

  it("reads standard input", async () => {
    const { output } = inputs({});
    const { code } = await copydesk(["extract", "-", "-o", output, "-p", STUB], '{"id":"a","text":"One."}\n');
    expect([code, listed(output)]).toEqual([0, ["a.knowledge.json"]]);
  });

  it("passes over knowledge files when the output lies in the input", async () => {
    const { folder } = inputs({ "a.txt": "One." });
    const output = join(folder, "output");
    await extract(folder, output);
    expect((await extract(folder, output)).stdout).toMatch(/unchanged 1 →/);
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
  existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".knowledge.json"));
