import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openOutputFolder } from "../../src/cli/output-folder.js";
import { ownFolder } from "./command.js";

const root = ownFolder();
let count = 0;
const fresh = (): string => join(root, `case-${++count}`, "made", "on", "the", "way");
const open = (folder: string, force = false) => openOutputFolder(folder, { force, temporary: "t" });

it("writes whole files under the article's id and leaves nothing else", async () => {
  const folder = fresh();
  const written = await (await open(folder)).write("a1", "a.txt", "{}\n");
  expect(written).toEqual({ path: join(folder, "a1.knowledge.json"), isNew: true });
  expect(readdirSync(folder)).toEqual(["a1.knowledge.json"]);
});

it("leaves the same bytes alone, refuses others, overwrites them with force", async () => {
  const folder = fresh();
  await (await open(folder)).write("a1", "a.txt", "one");
  expect((await (await open(folder)).write("a1", "a.txt", "one")).isNew).toBe(false);
  await expect((await open(folder)).write("a1", "a.txt", "two")).rejects.toThrow(
    `${join(folder, "a1.knowledge.json")} exists and is not the same; --force overwrites it, -o names another folder`,
  );
  expect(readFileSync(join(folder, "a1.knowledge.json"), "utf8")).toBe("one");
  expect((await (await open(folder, true)).write("a1", "a.txt", "two")).isNew).toBe(true);
  expect(readFileSync(join(folder, "a1.knowledge.json"), "utf8")).toBe("two");
});

it("refuses a second article with the same id, naming the first, also with force", async () => {
  const output = await open(fresh(), true);
  await output.write("a1", "x/a1.txt", "one");
  await expect(output.write("a1", "y/a1.txt", "one")).rejects.toThrow("the article from x/a1.txt");
});

it("keeps ids apart that differ in case or normalization only", async () => {
  const folder = fresh();
  const output = await open(folder);
  for (const id of ["Kim", "kim", "KIM", "caf\u00e9", "cafe\u0301"]) await output.write(id, id, id);
  const names = readdirSync(folder);
  expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(5);
  expect(names.map((name) => readFileSync(join(folder, name), "utf8")).sort()).toEqual(
    ["Kim", "kim", "KIM", "caf\u00e9", "cafe\u0301"].sort(),
  );
});

it("says what to do when the folder cannot be made", async () => {
  const file = join(root, "a-file");
  writeFileSync(file, "");
  await expect(open(join(file, "sub"))).rejects.toThrow(/cannot make the output folder .*name another with -o/);
});

it("fails one article, and leaves no part of it, when its place is taken by a folder", async () => {
  const folder = fresh();
  const output = await open(folder, true);
  mkdirSync(join(folder, "a1.knowledge.json"));
  await expect(output.write("a1", "a.txt", "one")).rejects.toThrow(/cannot write .*a1\.knowledge\.json/);
  await output.write("a2", "b.txt", "two");
  expect(readdirSync(folder)).toEqual(["a1.knowledge.json", "a2.knowledge.json"]);
});
