import { describe, expect, it, test } from "vitest";
import { count, counted, dayText, folded, hasTerms, termsOf } from "../../../src/explore/page/words.js";

describe("hasTerms", () => {
  it.each([
    ["The floods came", "flood", true],
    ["The floods came", "came floods", true],
    ["Crème brûlée", "creme BRUL", true],
    ["no warning was given", '"no warning"', true],
    ["no early warning", '"no warning"', false],
    ["an outflood", "flood", false],
    ["the l’État said", "etat", true],
    ["anything", "", true],
    ["anything", '""', true],
  ])("%s has %s: %s", (text, query, expected) => {
    expect(hasTerms(folded(text), termsOf(query))).toBe(expected);
  });
});

test.each([
  [0, "0 claims"],
  [1, "1 claim"],
  [1234567, "1,234,567 claims"],
])("counted %d", (number, expected) => {
  expect(counted(number, "claim")).toBe(expected);
});

test("numbers have commas at thousands", () => {
  expect([999, 1000, 22121].map(count)).toEqual(["999", "1,000", "22,121"]);
});

test.each([
  ["2025-02-07", "7 Feb 2025"],
  ["2025-12", "Dec 2025"],
  ["1999", "1999"],
  ["", ""],
])("the day %s is shown as %s", (day, expected) => {
  expect(dayText(day)).toBe(expected);
});
