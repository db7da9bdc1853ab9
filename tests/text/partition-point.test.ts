import { expect, test } from "vitest";
import { partitionPoint } from "../../src/text/partition-point.js";

const cases: [items: readonly number[], limit: number, expected: number][] = [
  [[], 5, 0],
  [[3, 5, 8], 0, 0],
  [[3, 5, 8], 5, 1],
  [[3, 5, 8], 6, 2],
  [[3, 5, 8], 9, 3],
  [[5, 5, 5, 5], 5, 0],
  [[1, 5, 5, 5, 9], 5, 1],
];

test.each(cases)("the first of %j that is not below %i is at %i", (items, limit, expected) => {
  expect(partitionPoint(items, (item) => item < limit)).toBe(expected);
});

test("asks about as often as the list can be halved", () => {
  let asked = 0;
  partitionPoint(
    Array.from({ length: 1024 }, (_, n) => n),
    (n) => {
      asked++;
      return n < 700;
    },
  );
  expect(asked).toBeLessThanOrEqual(11);
});
