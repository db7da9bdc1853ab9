import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { DoneLine } from "../../src/run/journal.js";
import { knowledgeFolder } from "../../src/run/knowledge-folder.js";
import { ownFolder } from "../cli/command.js";

const root = ownFolder();
let count = 0;
const fresh = (): string => {
  const folder = join(root, `case-${++count}`);
  mkdirSync(folder);
  return folder;
};
const open = (folder: string, force = false) => knowledgeFolder(folder, { force, layout: "flat" });
const doneOf = (written: Pick<DoneLine, "path" | "bytes" | "sha256">): DoneLine => ({
  event: "done",
  id: "a1",
  key: "k",
  file: "x/a1.txt",
  counts: {},
  ...written,
});

it("writes whole files and leaves nothing else", async () => {
  const folder = fresh();
  const written = await open(folder).write("a1.knowledge.json", "{}\n");
  expect(written).toMatchObject({ path: "a1.knowledge.json", bytes: 3, isNew: true });
  expect(readdirSync(folder)).toEqual(["a1.knowledge.json"]);
  expect(await open(folder).holds(written)).toBe(true);
  writeFileSync(join(folder, "a1.knowledge.json"), "{");
  expect(await open(folder).holds(written)).toBe(false);
});

it("leaves the same bytes alone, refuses others, overwrites them with force", async () => {
  const folder = fresh();
  await open(folder).write("a1", "one");
  expect((await open(folder).write("a1", "one")).isNew).toBe(false);
  await expect(open(folder).write("a1", "two")).rejects.toThrow(
    `${join(folder, "a1")} exists and is not the same; --force overwrites it, -o names another folder`,
  );
  expect(readFileSync(join(folder, "a1"), "utf8")).toBe("one");
  expect((await open(folder, true).write("a1", "two")).isNew).toBe(true);
  expect(readFileSync(join(folder, "a1"), "utf8")).toBe("two");
});

it("replaces what an earlier run wrote for the same article, and nothing that was changed since or is another's", async () => {
  const folder = fresh();
  const done = doneOf(await open(folder).write("a1", "one"));
  expect((await open(folder).write("a1", "two", { done, isSame: true })).isNew).toBe(true);
  await expect(open(folder).write("a1", "three", { done, isSame: true })).rejects.toThrow("is not the same");
  const now = doneOf(await open(folder).write("a1", "two"));
  await expect(open(folder).write("a1", "three", { done: now, isSame: false })).rejects.toThrow(
    "holds another article of the same id, from x/a1.txt",
  );
});

it("spreads files over folders by the digest of their id", async () => {
  const folder = fresh();
  const sharded = knowledgeFolder(folder, { force: false, layout: "sharded" });
  expect(["a", "b"].map((id) => sharded.pathOf(id, `${id}.json`))).toEqual(["ca/a.json", "3e/b.json"]);
  await sharded.write("ca/a.json", "one");
  expect(readdirSync(join(folder, "ca"))).toEqual(["a.json"]);
});

it("fails one article, and leaves no part of it, when its place is taken by a folder", async () => {
  const folder = fresh();
  mkdirSync(join(folder, "a1"));
  await expect(open(folder, true).write("a1", "one")).rejects.toThrow(/cannot write .*a1/);
  await open(folder, true).write("a2", "two");
  expect(readdirSync(folder)).toEqual(["a1", "a2"]);
});
