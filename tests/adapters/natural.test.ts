import { expect, test } from "vitest";
import { loadNatural } from "../../src/adapters/natural.js";

test("similarity is 1 for equal strings, high for spelling variants, low for others", async () => {
  const { similarity } = await loadNatural();
  expect(similarity("Lavrov", "lavrov")).toBe(1);
  expect(similarity("Mohammed", "Mohamed")).toBeGreaterThan(0.95);
  expect(similarity("Clinton", "Ishiba")).toBeLessThan(0.6);
});

test("stems join a noun's forms", async () => {
  const { stem } = await loadNatural();
  expect(stem("negotiators")).toBe(stem("negotiator"));
});
