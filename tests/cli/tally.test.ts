import { expect, it } from "vitest";
import { summaryJson, summaryTable } from "../../src/cli/summary.js";
import { countsOf, tallier } from "../../src/cli/tally.js";
import { sample } from "../show/sample.js";

const tally = (() => {
  const { add, total } = tallier();
  add(countsOf(sample()));
  add(countsOf(sample()));
  return total();
})();

it("counts what files hold", () => {
  expect(tally).toEqual({
    articles: 2,
    entities: { person: 2, organization: 2, place: 0, other: 0 },
    mentions: 6,
    quotes: { direct: 2, indirect: 0, mixed: 2 },
    speakers: {
      assertion: { quotes: 2, resolved: 2 },
      belief: { quotes: 2, resolved: 0 },
      fact: { quotes: 0, resolved: 0 },
      eventuality: { quotes: 0, resolved: 0 },
    },
    unresolved: { pronoun: 2 },
    times: { all: 2, withValue: 2 },
    claims: 2,
    problems: { "find-quotes/unclosed-quote": 2 },
  });
});

const result = {
  written: 1,
  unchanged: 1,
  duplicates: 0,
  failed: [{ file: "b.txt", stage: "read", message: "empty" }],
  output: "output",
  seconds: 1.25,
  tally,
};

it("closes with a table for people", () => {
  expect(summaryTable(result)).toMatchInlineSnapshot(`
    "articles                  written 1 · unchanged 1 · failed 1 → output
    entities                  person 2 · organization 2 (6 mentions)
    quotes                    direct 2 · mixed 2
      speakers of assertions  2 of 2 (100 %)
      of other attitudes      0 of 2 (0 %): belief 2
      no speaker because      pronoun 2
    dates                     2 (2 with a value)
    claims                    2
    problems                  find-quotes/unclosed-quote 2
    seconds                   1.3
    "
  `);
});

it("closes with one line of JSON for machines", () => {
  const json = summaryJson(result);
  expect(json.endsWith("}\n")).toBe(true);
  expect(JSON.parse(json)).toMatchObject({
    articles: 3,
    written: 1,
    failed: [{ file: "b.txt" }],
    seconds: 1.25,
    claims: 2,
  });
});
