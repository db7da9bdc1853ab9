import { expect, test } from "vitest";
import { addTo } from "../../src/text/grouped.js";

test("values of a key stand in the order they were added, keys in the order they were first seen", () => {
  const groups = new Map<number, string[]>();
  for (const [key, value] of [
    [2, "a"],
    [1, "b"],
    [2, "c"],
  ] as const)
    addTo(groups, key, value);
  expect([...groups]).toEqual([
    [2, ["a", "c"]],
    [1, ["b"]],
  ]);
});
