import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGold } from "../../src/cli/gold-in.js";
import { GOLD_FORMATS } from "../../src/evaluate/gold/formats.js";
import { ownFolder } from "./command.js";
import { TOWN } from "./gold-town.js";

const root = ownFolder();
let count = 0;

/** A folder that holds the given files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `case-${++count}`, "desk");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const record = (id: string) => `${JSON.stringify({ id, text: "Rain.", entities: [] })}\n`;

describe("readGold", () => {
  it.each(GOLD_FORMATS.filter(({ name }) => name !== "carb").map((format) => [format.name, format] as const))(
    "reads a folder of %s as it was written",
    async (name, format) => {
      const files = Object.fromEntries(format.write(TOWN).map(({ path, content }) => [path, content]));
      const folder = folderOf({ ...files, "README.md": "# Not gold", "floors.json": "{}" });
      const [corpus, ...others] = await readGold([folder], {});
      expect(others).toEqual([]);
      expect(corpus?.name).toBe(["brat", "bio", "timeml"].includes(name) ? "desk" : "gold");
      expect(corpus?.articles.map(({ text }) => text)).toEqual(TOWN.map(({ text }) => text));
    },
  );

  it("takes each file as a corpus, or all as one, and a file once", async () => {
    const folder = folderOf({ "a.jsonl": record("1"), "b.jsonl": record("2") });
    const names = (await readGold([folder, join(folder, "a.jsonl")], {})).map(({ name }) => name);
    expect(names).toEqual(["a", "b"]);
    const [one] = await readGold([folder], { corpus: "all" });
    expect([one?.name, one?.articles.map(({ id }) => id)]).toEqual(["all", ["1", "2"]]);
  });

  it("reads one .ann with the text beside it", async () => {
    const folder = folderOf({ "a.ann": "T1\tPerson 0 3\tAna\n", "a.txt": "Ana sails." });
    const [corpus] = await readGold([join(folder, "a.ann")], {});
    expect(corpus?.articles[0]?.names).toEqual([{ start: 0, end: 3, type: "person" }]);
  });

  it.each([
    ["an id twice", { "a.jsonl": record("1") + record("1") }, {}, /a: the article id '1' is there twice/],
    ["a corpus name twice", { "a.jsonl": record("1"), "x/a.jsonl": record("2") }, {}, /corpus name 'a' is there twice/],
    ["nothing", { "README.md": "#" }, {}, /no gold file; docs\/evaluate\.md lists the formats/],
    ["no text", { "a.ann": "T1\tPerson 0 3\tAna\n" }, {}, /a\.ann: its text is missing/],
    ["another format than was named", { "a.jsonl": "T1\n" }, { format: "jsonl" }, /a\.jsonl:1: not JSON/],
    ["an empty file", { "a.jsonl": "\n" }, {}, /no article in it \(read as jsonl\)/],
  ])("refuses %s", async (_what, files, options, message) => {
    await expect(readGold([folderOf(files as Record<string, string>)], options)).rejects.toThrow(message);
  });
});
