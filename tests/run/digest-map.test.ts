import { expect, it } from "vitest";
import { digestMap } from "../../src/run/digest-map.js";

it("holds what is put in, the last for each key, however many", () => {
  const map = digestMap();
  expect(map.get("a")).toBeUndefined();
  for (let n = 0; n < 20_000; n++) map.set(`key ${n % 15_000}`, [n, 2 ** 52 + n]);
  expect(map.get("key 0")).toEqual([15_000, 2 ** 52 + 15_000]);
  expect(map.get("key 14999")).toEqual([14_999, 2 ** 52 + 14_999]);
  expect(map.get("key 15000")).toBeUndefined();
  expect([...map.pairs()].length).toBe(15_000);
});
