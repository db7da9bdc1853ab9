import { describe, expect, it } from "vitest";
import { compareArticles } from "../../src/compare/compare-articles.js";
import type { Comparison, Detail } from "../../src/compare/report/comparison.js";
import { htmlReport } from "../../src/compare/report/html.js";
import { jsonReport } from "../../src/compare/report/json.js";
import { terminalReport } from "../../src/compare/report/terminal.js";
import { clipped, unlike } from "../../src/compare/report/words.js";
import { tally } from "../../src/compare/totals.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { knowledge } from "./knowledge.js";

const EVIL = '<script>alert(1)</script> "\u001b[2J" & </style>';
const text = `${EVIL} Lee said “no”. Ray heard it.`;
const old = knowledge(text, { id: EVIL, entities: { Lee: ["Lee"], Ray: ["Ray"] }, quotes: [["Lee", "said", "no"]] });
const now = knowledge(text, {
  id: EVIL,
  entities: { [EVIL]: [EVIL], Lee: ["Lee"], Ray: ["Ray"] },
  quotes: [["Ray", "said", "no"]],
});

async function report<Options extends readonly unknown[]>(
  write: (comparison: Comparison, details: AsyncIterable<Detail>, ...options: Options) => AsyncIterable<string>,
  before: KnowledgeFile,
  after: KnowledgeFile,
  ...options: Options
): Promise<string> {
  const diff = compareArticles(before, after);
  const sums = tally();
  sums.add(diff);
  const failures = [{ file: `${EVIL}.json`, message: "not JSON" }];
  const comparison = { totals: sums.totals(), worst: sums.worst(), failures, limits: [], excesses: [] };
  const details = (async function* () {
    yield { diff, old: before, now: after };
  })();
  const pieces: string[] = [];
  for await (const piece of write(comparison, details, ...options)) pieces.push(piece);
  return pieces.join("");
}

describe("reports", () => {
  it("escape everything on a page, which has no script and a policy that forbids one", async () => {
    const page = await report(htmlReport, old, now);
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain("<script");
    expect(page).not.toContain("\u001b");
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain("default-src &#39;none&#39;; style-src &#39;sha256-");
    expect(page).toContain("<del>Lee</del> → <ins>Ray</ins>");
    expect(page).toContain("<mark>no</mark>");
  });

  it("cannot steer a terminal", async () => {
    const out = await report(terminalReport, old, now, { isColoured: false });
    expect(out).not.toContain("\u001b");
    expect(out).toContain("  quote: speaker: Ray: no\n    Lee → Ray\n");
    expect(out).toContain("1 file could not be compared\n");
    expect(out).toMatch(/^quotes +1 +1 +0 +0 +1 {2}speaker 1$/m);
    expect(await report(terminalReport, old, now, { isColoured: true })).toContain("\u001b[33m");
  });

  it("are the same bytes for the same readings, and whole JSON", async () => {
    const first = await report(jsonReport, old, now);
    expect(await report(jsonReport, old, now)).toBe(first);
    expect(await report(htmlReport, old, now)).toBe(await report(htmlReport, old, now));
    const { articles, counts, within, differences } = JSON.parse(first);
    expect(within).toBe(false);
    expect(counts.entities).toEqual({ old: 2, new: 3, lost: 0, gained: 1, changed: 0 });
    expect(differences.quotes).toEqual({ speaker: 1 });
    expect(articles[0].changes.at(-1)).toMatchObject({
      kind: "quotes",
      outcome: "changed",
      old: [{ id: "q0" }],
      new: [{ id: "q0" }],
      fields: [{ field: "speaker", old: "Lee", new: "Ray" }],
    });
  });
});

it("unlike shows what two texts share once", () => {
  expect(unlike("that the bridge is shut now", "that the bridge is closed now")).toEqual({
    head: "that the bridge is",
    old: "shut",
    now: "closed",
    tail: "now",
  });
  expect(unlike("a a", "a")).toEqual({ head: "a", old: "a", now: "", tail: "" });
});

it.each([
  ["one two three", 20, "one two three"],
  ["one two three", 9, "one two …"],
  ["abcdefghij", 4, "abcd …"],
  ["abc😀", 4, "abc …"],
])("clipped(%j, %i) is %j", (given, most, expected) => expect(clipped(given, most)).toBe(expected));
