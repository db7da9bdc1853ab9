import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { serialize } from "../../src/emit/knowledge-file.js";
import { sample } from "../show/sample.js";
import { copydesk, ownFolder, STUB } from "./command.js";

const folder = ownFolder();
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const knowledge = file("harbour.knowledge.json", serialize(sample()));

it("shows a knowledge file, without colour when piped", async () => {
  const { code, stdout } = await copydesk(["show", knowledge]);
  expect(code).toBe(0);
  expect(stdout).toContain("Mayor [P: Rosa Diaz] said on [T: Friday]");
  expect(stdout).not.toContain("\u001b");
  expect((await copydesk(["show", "-"], serialize(sample(), "line"))).stdout).toBe(stdout);
});

it("shows claims when asked, and a page with --html", async () => {
  expect((await copydesk(["show", knowledge, "--claims"])).stdout).toContain("Claims (1)");
  expect((await copydesk(["show", knowledge, "--html"])).stdout).toMatch(
    /^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/,
  );
});

it("reads an article on the fly, of several the one that is asked for", async () => {
  const article = file("story.txt", "A story of note.");
  expect((await copydesk(["show", article, "-p", STUB])).stdout).toContain("A story of note.");
  const feed = file("feed.ndjson", '{"id":"a","text":"First."}\n{"id":"b","text":"Second."}\n');
  const first = await copydesk(["show", feed, "-p", STUB]);
  expect([first.stdout.includes("First."), first.stderr.includes("--id shows another")]).toEqual([true, true]);
  expect((await copydesk(["show", feed, "--id", "b", "-p", STUB])).stdout).toContain("Second.");
  expect((await copydesk(["show", "-", "-p", STUB], "From a pipe.")).stdout).toContain("From a pipe.");
});

it.each([
  ["broken.knowledge.json", serialize(sample()).replace('"e2"', '"e9"'), [], "is not a valid knowledge file"],
  ["feed2.ndjson", '{"id":"a","text":"First."}\n', ["--id", "z"], "none of the 1 articles in"],
  ["empty.ndjson", "", [], "no article and no knowledge file in"],
  ["record.json", '{"id":"a"}', [], "no text"],
])("says what is wrong with %s", async (name, content, more, message) => {
  const { code, stdout, stderr } = await copydesk(["show", file(name, content), "-p", STUB, ...more]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});
