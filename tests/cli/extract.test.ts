import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
    expect(readdirSync(output)).toEqual(["a.knowledge.json", "b.knowledge.json"]);
    for (const name of readdirSync(output)) {
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
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/in\/a\.txt \(id a\): pipeline: asked to fail$/),
      expect.stringMatching(/in\/b\.ndjson:2 \(id b2\): read: no text/),
      expect.stringMatching(/in\/b\.ndjson:3: read: /),
      expect.stringMatching(/in\/c\.txt \(id c\): check: pipeline stub gave not a valid knowledge file/),
    ]);
    expect(readdirSync(output)).toEqual(["b1.knowledge.json", "d.knowledge.json"]);
  });

  it("refuses a second article with the same id, naming both", async () => {
    const { folder, output } = inputs({ "x/story.txt": "One.", "y/story.txt": "Two." });
    const { code, stderr } = await extract(folder, output, "--force");
    expect(code).toBe(1);
    expect(stderr).toMatch(/y\/story\.txt \(id story\): write: .*from .*x\/story\.txt/);
    expect(JSON.parse(readFileSync(join(output, "story.knowledge.json"), "utf8")).article.text).toBe("One.");
  });

  it("keeps hostile ids inside the output folder", async () => {
    const ids = ["../../x", "/etc/x", "a\u0000b", "CON", "y".repeat(3000)];
    const { folder, output } = inputs({
      "a.ndjson": ids.map((id) => `${JSON.stringify({ id, text: "t" })}\n`).join(""),
    });
    expect((await extract(folder, output)).code).toBe(0);
    expect(readdirSync(output)).toHaveLength(ids.length);
    expect(readdirSync(join(output, "..")).sort()).toEqual(["in", "out"]);
  });

  it("stops at the first failure with --fail-fast, and after --limit articles", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`${n + 10}.txt`, n === 3 ? "fail" : "Fine."]),
    );
    const { folder, output } = inputs(files);
    expect((await extract(folder, output, "--fail-fast", "--jobs", "4")).code).toBe(1);
    expect(readdirSync(output)).toEqual(["10", "11", "12"].map((id) => `${id}.knowledge.json`));
    const limited = inputs(files);
    expect((await extract(limited.folder, limited.output, "--limit", "2")).code).toBe(0);
    expect(readdirSync(limited.output)).toHaveLength(2);
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
    expect([code, readdirSync(output)]).toEqual([0, ["a.knowledge.json"]]);
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
    const names = readdirSync(output);
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
    expect(readdirSync(output)).toEqual([]);
  });
});

const written = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".knowledge.json"));
