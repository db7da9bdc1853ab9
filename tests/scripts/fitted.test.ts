import { expect, test } from "vitest";
// @ts-expect-error: a script without types
import { fitted } from "../../scripts/docs/fitted.mjs";

const printed = ["Names (3)", "  Ann Lee, mayor", "  Bo Kim", "Dates (12)", "  Friday = 2025-02-21", "done"];

const cases: [what: string, old: readonly string[], lines: readonly string[]][] = [
  ["all lines where none were left out", ["Names (2)", "old"], printed],
  [
    "the lines behind a gap from where they begin alike",
    ["Names (2)", "…", "Dates (13)", "  Thursday"],
    ["Names (3)", "…", "Dates (12)", "  Friday = 2025-02-21"],
  ],
  ["a gap at the end", ["x", "y", "…"], ["Names (3)", "  Ann Lee, mayor", "…"]],
];

test.each(cases)("%s", (_what, old, lines) => {
  expect(fitted(old, printed)).toEqual({ lines, missing: [] });
});

test("a time stays as it was measured", () => {
  const old = ["files 3", "seconds 0.4", "seconds 1.2"];
  const { lines } = fitted(old, ["files 4", "seconds 8.1", "seconds 9.9", "seconds 7"]);
  expect(lines).toEqual(["files 4", "seconds 0.4", "seconds 1.2", "seconds 7"]);
});

test("a line that nothing begins like stays, and is told", () => {
  expect(fitted(["Names (2)", "…", "Places (4)"], printed)).toEqual({
    lines: ["Names (3)", "…", "Places (4)"],
    missing: ["Places (4)"],
  });
});
