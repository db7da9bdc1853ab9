import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openInputs, passedByLine } from "../../src/cli/input-files.js";
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
  for await (const item of (await openInputs(inputs, { stdin: nothing(), limit })).items) {
    all.push(item.error ? `!${item.error.message}` : ((item.article ?? item).id ?? ""));
  }
  return all;
}

it("gives articles in order, passes over knowledge files, stops at the limit", async () => {
  expect(await ids([folder])).toEqual(["a", "b1", "b2"]);
  expect(await ids([folder], 2)).toEqual(["a", "b1"]);
});

it("tells of a folder's files of other kinds, not of those that start with a dot", async () => {
  const mixed = join(folder, "mixed");
  mkdirSync(mixed);
  for (const name of ["a.txt", "b.pdf", "c.PDF", "d.docx", "LICENCE", ".hidden.pdf"]) {
    writeFileSync(join(mixed, name), "One.");
  }
  const { passedBy } = await openInputs([mixed], { stdin: nothing(), limit: undefined });
  expect(passedByLine(passedBy)).toBe("4 files of other kinds passed by: .docx .pdf without extension");
  expect((await openInputs([join(mixed, "a.txt")], { stdin: nothing(), limit: undefined })).passedBy).toEqual([]);
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

it("tells how far a run is: by limit, by bytes read, or not at all", async () => {
  const open = (inputs: readonly string[], limit?: number) => openInputs(inputs, { stdin: nothing(), limit });
  expect((await open([folder], 4)).shareOf(1)).toBe(0.25);
  const { items, shareOf } = await open([join(folder, "a.txt"), join(folder, "b.ndjson")]);
  const shares: (number | undefined)[] = [];
  for await (const _ of items) shares.push(Math.round(100 * shareOf(0)!));
  expect(shares).toEqual([7, 100, 100]); // 4 bytes of 60, then all
  expect((await open(["-"])).shareOf(1)).toBeUndefined();
});

it("takes only the articles that are asked for", async () => {
  const seen: string[] = [];
  const only = new Set(["a", "b2"]);
  for await (const item of (await openInputs([folder], { stdin: nothing(), limit: undefined, only })).items) {
    seen.push(item.article!.id);
  }
  expect(seen).toEqual(["a", "b2"]);
});
