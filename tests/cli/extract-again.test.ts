import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copydesk } from "./command.js";
import { extract, inputs, listed, recorded } from "./extract.js";

describe("copydesk extract, run again", () => {
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

  it("spreads files over sub-folders with --shard, and stays with that; validate finds them", async () => {
    const { folder, output } = inputs({ "a.txt": "One.", "b.txt": "Two." });
    expect((await extract(folder, output, "--shard")).code).toBe(0);
    expect(listed(output)).toEqual(["3e", "ca"]); // sha256 of 'b' and 'a'
    expect((await extract(folder, output)).stdout).toContain("unchanged 2");
    expect((await copydesk(["validate", output])).stdout).toBe("2 checked, all valid\n");
    const { code, stderr } = await extract(folder, output, "--no-shard");
    expect([code, stderr]).toEqual([2, expect.stringContaining("was begun sharded")]);
  });

  it("passes over knowledge files when the output lies in the input", async () => {
    const { folder } = inputs({ "a.txt": "One." });
    const output = join(folder, "output");
    await extract(folder, output);
    expect((await extract(folder, output)).stdout).toMatch(/unchanged 1 →/);
  });
});
