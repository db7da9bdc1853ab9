import { expect, test } from "vitest";
import { volume } from "../../../src/explore/page/volume.js";

const sums = (...days: readonly string[]) => volume(days.map((day) => ({ day, amount: 1 })));

test("days when there are few, with the empty ones between", () => {
  expect(sums("2024-02-28", "2024-03-01", "2024-02-28")).toEqual([
    ["2024-02-28", 2],
    ["2024-02-29", 0],
    ["2024-03-01", 1],
  ]);
});

test("months when days would be too many, or when a day is not known", () => {
  expect(sums("2023-12-30", "2024-02").map(([step]) => step)).toEqual(["2023-12", "2024-01", "2024-02"]);
  expect(sums("2023-01-01", "2023-12-31")).toHaveLength(12);
});

test("years when months would be too many, in order and none lost", () => {
  const years = sums("2020-05-01", "1850-05-01", "2001");
  expect(years.map(([step]) => step)).toEqual(years.map(([step]) => step).sort());
  expect(years.reduce((sum, [, amount]) => sum + amount, 0)).toBe(3);
});

test.each([["no events"], ["events without a date", ""]])("nothing for %s", (_, ...days) => {
  expect(sums(...days)).toEqual([]);
});
