import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serialize } from "../../src/emit/knowledge-file.js";
import { type Facts, knowledge } from "../compare/knowledge.js";
import { copydesk, ownFolder } from "./command.js";

const folder = ownFolder();
const TEXT = "Ann Lee said “we won”. Bo Ray left on Friday.";
const FACTS: Facts = {
  entities: { "Ann Lee": ["Ann Lee"], "Bo Ray": ["Bo Ray"] },
  quotes: [["Ann Lee", "said", "we won"]],
  times: [["Friday", "2025-05-02"]],
};

/** A folder of knowledge files by file name. */
function side(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

const page = (id: string, facts: Facts = {}): string => serialize(knowledge(TEXT, { ...FACTS, id, ...facts }));

const old = side("old", {
  "a.knowledge.json": page("a"),
  "b.knowledge.json": page("b"),
  "c.knowledge.json": page("c"),
  "notes.json": "{}",
});

describe("copydesk diff", () => {
  it("is content with the same facts under other ids, file names and folders", async () => {
    const now = side("same", {
      "x/a.knowledge.json": page("a", { idBase: 9 }),
      ".copydesk/z.knowledge.json": "{",
      "b2.knowledge.json": page("b"),
      "c.knowledge.json": page("c"),
    });
    const { code, stdout, stderr } = await copydesk(["diff", old, now]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("0 changes in 0 articles: within the tolerance\n");
  });

  it("tells what changed, the worst article first, by the tolerance", async () => {
    const now = side("worse", {
      "a.knowledge.json": page("a", { times: [["Friday", "2025-05-09"]] }),
      "b.knowledge.json": page("b", { quotes: [], times: [] }),
      "d.knowledge.json": page("d"),
    });
    const { code, stdout } = await copydesk(["diff", old, now]);
    expect(code).toBe(1);
    expect([...stdout.matchAll(/^(\S+) \(\d+ changes?\)$/gm)].map((match) => match[1])).toEqual(["c", "b", "d", "a"]);
    expect(stdout).toContain("  date: value: Friday = 2025-05-09\n    2025-05-02 → 2025-05-09\n");
    expect(stdout).toContain("all: 5 changes, 0 allowed\n");
    const allowed = ["--tolerance", "articles=2,quotes=1", "-t", "times=2"];
    expect((await copydesk(["diff", old, now, ...allowed])).code).toBe(0);
    expect((await copydesk(["diff", old, now, ...allowed, "-t", "times=10%"])).code).toBe(1);
  });

  it("goes on past files that are not valid, names them, and fails", async () => {
    const now = side("broken", {
      "a.knowledge.json": "{",
      "b.knowledge.json": page("b").replace('"utf-16"', '"utf-8"'),
      "c.knowledge.json": page("c"),
      "d.knowledge.json": page("c"),
      "e.knowledge.json": '["no knowledge"]',
    });
    const { code, stdout, stderr } = await copydesk(["diff", old, now, "--tolerance", "100%", "--json"]);
    expect(code).toBe(1);
    const { counts, failures } = JSON.parse(stdout);
    expect(counts.articles).toEqual({ old: 1, new: 1, lost: 0, gained: 0, changed: 0 });
    expect(failures.map(({ file }: { file: string }) => file.slice(-16))).toEqual([
      "a.knowledge.json",
      "d.knowledge.json",
      "e.knowledge.json",
      "b.knowledge.json",
    ]);
    expect(stderr).toMatch(/a\.knowledge\.json: not JSON/);
    expect(stderr).toMatch(/b\.knowledge\.json: offsetUnit: .*copydesk validate lists/);
    expect(stderr).toMatch(/d\.knowledge\.json: its article is also in .*c\.knowledge\.json/);
  });

  it("reads NDJSON, compares two files of unlike ids, and writes a page", async () => {
    const line = (id: string, facts: Facts = {}) => serialize(knowledge(TEXT, { ...FACTS, id, ...facts }), "line");
    const before = join(side("lines", { "old.ndjson": `${line("a")}\n${line("b")}` }), "old.ndjson");
    const after = join(side("lines", { "new.ndjson": line("b", { quotes: [] }) + line("a") }), "new.ndjson");
    const html = join(folder, "page.html");
    const { code, stdout } = await copydesk(["diff", before, after, "--html", html, "--top", "0"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^quotes +2 +1 +1 +0 +0$/m);
    expect(readFileSync(html, "utf8")).toContain("… and 1 more articles with changes");
    const [one, other] = [join(old, "a.knowledge.json"), join(old, "b.knowledge.json")];
    expect((await copydesk(["diff", one, other])).code).toBe(0);
  });

  it.each<[string, string[], string]>([
    ["a path that is not there", ["nowhere", old], "cannot read nowhere"],
    ["a folder without knowledge files", [folder, side("empty", { "a.json": "{}" })], "no *.knowledge.json in"],
    ["a wrong tolerance", [old, old, "-t", "quote=2"], "expected a number or a share"],
    ["a page that cannot be written", [old, old, "--html", join(folder, "no/such/p.html")], "name another with --html"],
  ])("refuses %s", async (_, args, message) => {
    const { code, stderr } = await copydesk(["diff", ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
