import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkKnowledgeFile } from "../../src/emit/check.js";
import { copydesk, STUB } from "./command.js";
import { extract, inputs, listed, recorded } from "./extract.js";

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

  it("tells how to try an article again, with the options its reading goes by", async () => {
    const { folder, output } = inputs({ "a.txt": "fail" });
    await extract(folder, output, "--no-text", "--max-size", "3", "--jobs", "1", "--quiet");
    const { retry } = JSON.parse(recorded(output, "quarantine.ndjson"));
    expect(retry).toBe(
      `copydesk extract ${join(folder, "a.txt")} -o ${output} --pipeline ${STUB} --max-size 3 --no-text --id a`,
    );
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

  it("keeps hostile ids inside the output folder", async () => {
    const ids = ["../../x", "/etc/x", "a\u0000b", "CON", "y".repeat(3000)];
    const { folder, output } = inputs({
      "a.ndjson": ids.map((id) => `${JSON.stringify({ id, text: "t" })}\n`).join(""),
    });
    expect((await extract(folder, output)).code).toBe(0);
    expect(listed(output)).toHaveLength(ids.length);
    expect(readdirSync(join(output, "..")).sort()).toEqual(["in", "out"]);
  });

  it("refuses an article that is too large, and says so", async () => {
    const { folder, output } = inputs({ "a.txt": "x".repeat(1024 * 1024 + 1), "b.txt": "Fine." });
    const { code, stderr } = await extract(folder, output, "--max-size", "1");
    expect([code, listed(output)]).toEqual([1, ["b.knowledge.json"]]);
    expect(stderr).toMatch(/a\.txt: read: larger than 1048576 bytes; split it/);
  });

  it("reads standard input", async () => {
    const { output } = inputs({});
    const { code } = await copydesk(["extract", "-", "-o", output, "-p", STUB], '{"id":"a","text":"One."}\n');
    expect([code, listed(output)]).toEqual([0, ["a.knowledge.json"]]);
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
});
