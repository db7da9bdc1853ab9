import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openInputs } from "../../src/cli/input-files.js";
import { ownFolder } from "./command.js";

const folder = ownFolder();
for (const [name, content] of Object.entries({
  "a.txt": "One.",
  "b.ndjson": '{"id":"b1","text":"Two."}\n{"id":"b2","text":"Three."}\n',
  "out/a.knowledge.json": "{}",
})) {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function ids(inputs: readonly string[], limit?: number): Promise<string[]> {
  const all: string[] = [];
  for await (const item of (await openInputs(inputs, { stdin: nothing(), limit })).articles) {
    all.push(item.error ? `!${item.error.message}` : item.article.id);
  }
  return all;
}

it("gives articles in order, passes over knowledge files, stops at the limit", async () => {
  expect(await ids([folder])).toEqual(["a", "b1", "b2"]);
  expect(await ids([folder], 2)).toEqual(["a", "b1"]);
});

it("gives a failure for an input that leads nowhere beside one that does", async () => {
  expect(await ids([join(folder, "a.txt"), join(folder, "none.txt")])).toEqual([
    "a",
    "!no such file or folder; check the path",
  ]);
});

it("throws when no input leads to a file", async () => {
  const none = join(folder, "none.txt");
  await expect(ids([none])).rejects.toThrow(`${none}: no such file or folder; check the path`);
  await expect(ids([join(folder, "out")])).rejects.toThrow("only knowledge files; name articles");
});

it("tells how far a run is: by limit, by files, or not at all", async () => {
  const a = join(folder, "a.txt");
  const b = join(folder, "b.ndjson");
  const open = (inputs: readonly string[], limit?: number) => openInputs(inputs, { stdin: nothing(), limit });
  expect((await open([folder], 4)).shareOf(1, a)).toBe(0.25);
  expect((await open([folder])).shareOf(1, a)).toBe(0.5);
  expect((await open([folder])).shareOf(3, b)).toBe(1);
  expect((await open([b])).shareOf(1, b)).toBeUndefined();
});
