import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openQuarantine, type Quarantined } from "../../src/run/quarantine.js";
import { ownFolder } from "../cli/command.js";

const root = ownFolder();
const entry = (line: number, reason: string, id?: string): Quarantined => ({
  file: "feed.ndjson",
  line,
  ...(id === undefined ? {} : { id }),
  stage: "read",
  reason,
  attempts: 1,
  retry: "copydesk extract feed.ndjson",
});

const reasons = (path: string): string[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).reason);

it("holds the last failure of each article, sorted by place, and lets go what got through", async () => {
  const path = join(root, "a.ndjson");
  const first = openQuarantine(path);
  first.add(entry(10, "ten", "t"));
  first.add(entry(9, "nine"));
  first.add(entry(3, "three"));
  await first.close();
  appendFileSync(path, '{"file":"feed.nd'); // a kill in the middle of a line
  const second = openQuarantine(path);
  second.add(entry(9, "nine again"));
  second.remove({ file: "feed.ndjson", line: 3, id: "got-one" }); // its id was not known when it failed
  expect(second.size()).toBe(2);
  await second.close();
  expect(reasons(path)).toEqual(["nine again", "ten"]);
});

it("leaves no file behind when it is empty", async () => {
  const path = join(root, "b.ndjson");
  const quarantine = openQuarantine(path);
  quarantine.add(entry(1, "one"));
  quarantine.remove(entry(1, ""));
  await quarantine.close();
  expect(existsSync(path)).toBe(false);
});
