import { expect, test } from "vitest";
import { wellFormed, wellFormedJson } from "../../src/text/well-formed.js";

const cases: [text: string, expected: string][] = [
  ["half \uD83D of a pair", "half \uFFFD of a pair"],
  ["\uDE00 the other half", "\uFFFD the other half"],
  ["\uDE00\uD83D the wrong way round", "\uFFFD\uFFFD the wrong way round"],
  ["\uD83D\uD83D\uDE00", "\uFFFD\u{1F600}"],
  ["", ""],
];

test.each(cases)("%j becomes %j", (text, expected) => {
  expect(wellFormed(text)).toBe(expected);
});

test.each(["caf\u00e9 \u{1F600}", "spelled: \\ud83d", "\uFFFD", "\uE000"])("%j stays", (text) => {
  expect(wellFormed(text)).toBe(text);
});

test("JSON has well-formed texts at any depth", () => {
  const value = { a: ["\uD83D", { b: "x\uDE00" }], n: 1, spelled: "\\ud83d" };
  expect(JSON.parse(wellFormedJson(value))).toEqual({ a: ["\uFFFD", { b: "x\uFFFD" }], n: 1, spelled: "\\ud83d" });
  expect(wellFormedJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
});
