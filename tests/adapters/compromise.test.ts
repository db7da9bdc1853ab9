import { expect, test } from "vitest";
import { loadNameGuesser } from "../../src/adapters/compromise.js";

test.each([
  ["Anna Smith flew to Paris.", ["Anna Smith", "Paris"]],
  ["I can’t see why 😀 Peter Brown left London.", ["Peter Brown", "London"]],
  ["Nothing to see here.", []],
  ["", []],
])("%s", async (text, expected) => {
  const guess = await loadNameGuesser();
  expect(guess(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
