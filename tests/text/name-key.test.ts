import { expect, test } from "vitest";
import { nameKey } from "../../src/text/name-key.js";

test.each([
  ["Łódź", "lodz"],
  ["U.S.", "us"],
  ["St. Louis", "saint louis"],
  ["Saint Louis", "saint louis"],
  ["Winston-Salem", "winston salem"],
  ["Côte d’Ivoire", "cote divoire"],
  ["Ærø", "aero"],
  ["平壌", ""],
])("the key of %s is %s", (name, key) => {
  expect(nameKey(name)).toBe(key);
});

test("names that are two stay two", () => {
  expect(nameKey("Stanford")).not.toBe(nameKey("St. Anford"));
  expect(nameKey("Paris")).not.toBe(nameKey("Parish"));
});
