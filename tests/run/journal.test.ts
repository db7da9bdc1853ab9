import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type DoneLine, openJournal } from "../../src/run/journal.js";
import { outputDigest } from "../../src/run/manifest.js";
import { ownFolder } from "../cli/command.js";

const root = ownFolder();
const done = (id: string, key: string): DoneLine => ({
  event: "done",
  id,
  key,
  path: `${id}.knowledge.json`,
  bytes: key.length,
  sha256: `sha-${key}`,
  file: "feed.ndjson",
  counts: { claims: 1 },
});

it("gives the last line of each article, after it was closed and opened again", () => {
  const path = join(root, "a.ndjson");
  const journal = openJournal(path);
  journal.append({ event: "run", at: "t0", layout: "flat" });
  journal.append(done("é", "k1"));
  journal.append(done("b", "k2"));
  journal.append(done("é", "k3"));
  journal.append({ event: "failed", file: "feed.ndjson", id: "b", stage: "read", message: "x" });
  expect(journal.doneOf("é")?.key).toBe("k3");
  journal.close();
  const again = openJournal(path);
  expect([again.doneOf("é")?.key, again.doneOf("b")?.key, again.doneOf("c")]).toEqual(["k3", "k2", undefined]);
  expect([...again.done()].map(({ id }) => id).sort()).toEqual(["b", "é"]);
  expect([again.first?.at, again.runs, again.torn]).toEqual(["t0", 1, 0]);
});

it.each([1, 7, 60])("tolerates a last line that is %i bytes short, and does not glue the next one to it", (short) => {
  const path = join(root, `torn-${short}.ndjson`);
  const journal = openJournal(path);
  journal.append(done("a", "k1"));
  journal.append(done("b", "k2"));
  journal.close();
  truncateSync(path, readFileSync(path).length - short);
  const again = openJournal(path);
  expect(again.torn).toBe(short === 1 ? 0 : 1); // without its end only, a line tells all it has to tell
  expect([again.doneOf("a")?.key, again.doneOf("b")?.key]).toEqual(["k1", short === 1 ? "k2" : undefined]);
  again.append(done("c", "k3"));
  expect(again.doneOf("c")?.key).toBe("k3");
  again.close();
  expect([...openJournal(path).done()].map(({ id }) => id).sort()).toEqual(short === 1 ? ["a", "b", "c"] : ["a", "c"]);
});

it("passes over lines that are no events", () => {
  const path = join(root, "odd.ndjson");
  appendFileSync(path, '\u0000\u0000\n[1]\n{"event":"run","at":"t"}\n');
  const journal = openJournal(path);
  expect([journal.torn, journal.runs]).toEqual([2, 1]);
});

it("digests what was written, whatever the order", () => {
  const digest = (...lines: DoneLine[]) => outputDigest({ done: () => lines });
  expect(digest(done("a", "1"), done("b", "22"))).toEqual(digest(done("b", "22"), done("a", "1")));
  expect(digest(done("a", "1"), done("b", "22"))).toMatchObject({ files: 2, bytes: 3 });
  expect(digest(done("a", "1")).sum).not.toBe(digest(done("a", "2")).sum);
  expect(digest(done("a", "1"), done("b", "2")).sum).not.toBe(digest(done("a", "2"), done("b", "1")).sum);
  const sha = (text: string): bigint => BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
  const sum = (sha("a.knowledge.json sha-1") + sha("b.knowledge.json sha-2")) % 2n ** 256n;
  expect(digest(done("a", "1"), done("b", "2")).sum).toBe(sum.toString(16).padStart(64, "0"));
});
