import { expect, test } from "vitest";
import { compareArticles } from "../../src/compare/compare-articles.js";
import { exceeded, excessLine, parseTolerance } from "../../src/compare/tolerance.js";
import { tally } from "../../src/compare/totals.js";
import { knowledge } from "./knowledge.js";

const text = "Lee left on Friday. Ray left on Monday.";
const old = knowledge(text, { entities: { Lee: ["Lee"], Ray: ["Ray"] }, times: [["Friday", "2025-05-02"]] });
const now = knowledge(text, { entities: { Lee: ["Lee"] }, times: [["Friday", "2025-05-09"]] });

/** What passes a tolerance, in words: one entity of two is lost, one date of one changed. */
const passed = (tolerance: string): string[] => {
  const sums = tally();
  sums.add(compareArticles(old, now));
  const limits = parseTolerance(tolerance);
  if (typeof limits === "string") throw new Error(limits);
  return exceeded(sums.totals(), limits).map(excessLine);
};

test.each<[string, string[]]>([
  ["0", ["all: 2 changes, 0 allowed"]],
  ["2", []],
  ["all=1", ["all: 2 changes, 1 allowed"]],
  ["entities=50%", []],
  ["entities=49.9%", ["entities: 1 change, 49.9% allowed"]],
  ["quotes=0", []],
  ["quotes=0,times=0,entities=1", ["times: 1 change, 0 allowed"]],
])("tolerance %s: %j", (tolerance, expected) => {
  expect(passed(tolerance)).toEqual(expected);
});

test.each(["", "-1", "quote=1", "quotes=", "5 %", "1e9", "all=many", "quotes=1,,times=2", "constructor=1"])(
  "refuses %j",
  (tolerance) => expect(parseTolerance(tolerance)).toContain("expected a number or a share"),
);
