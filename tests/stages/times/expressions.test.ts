import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { timesIn } from "./find.js";

const rows = readFileSync(new URL("./expressions.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t") as [text: string, published: string, surface: string, value: string]);

test("the table holds at least 250 expressions", () => expect(rows.length).toBeGreaterThanOrEqual(250));

test.each(rows)("%s (%s): %s", (text, published, surface, value) => {
  const { times } = timesIn(text, published === "" ? null : published);
  expect(times.map((time) => [time.text, time.value ?? ""])).toContainEqual([surface, value]);
});
