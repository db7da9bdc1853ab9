import { describe, expect, test } from "vitest";
import { EXAMPLE_DAY } from "../../../src/stages/times/rule.js";
import { timeRules } from "../../../src/stages/times/rules.js";
import { timesIn } from "./find.js";

test("rule names are unique and say their family", () => {
  const names = timeRules.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+\/[a-z\d-]+$/);
});

describe.each(timeRules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  test.each(rule.takes.map((example) => [...example]))("takes %s", (text, surface, value) => {
    const { times } = timesIn(text, EXAMPLE_DAY);
    expect(times).toContainEqual(expect.objectContaining({ by: name, text: surface, value }));
  });
  test.each(rule.refuses.map((text) => [text]))("refuses %s", (text) => {
    expect(timesIn(text, EXAMPLE_DAY).times.filter(({ by }) => by === name)).toEqual([]);
  });
});
