import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { watchFiles } from "../../src/run/watch-files.js";
import { ownFolder } from "../cli/command.js";

const root = ownFolder();

it("gives a file once it has settled, and again when it has changed", async () => {
  const file = join(root, "a.txt");
  writeFileSync(file, "one");
  const abort = new AbortController();
  let looks = 0;
  const find = async function* () {
    looks++;
    if (looks === 2) appendFileSync(file, ", still being written");
    if (looks === 6) appendFileSync(file, ", changed");
    if (looks === 12) abort.abort();
    yield file;
  };
  const given: [number, boolean][] = [];
  for await (const { again } of watchFiles(find, { interval: 1, signal: abort.signal })) given.push([looks, again]);
  expect(given).toEqual([
    [3, false],
    [7, true],
  ]);
});
