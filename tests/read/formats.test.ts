import { expect, test } from "vitest";
import { kindOfFile, sniffFormat } from "../../src/read/formats.js";

test.each<[string, string | undefined, boolean, string]>([
  ["a/quake.txt", "text", false, "quake"],
  ["Quake.TXT", "text", false, "Quake"],
  ["quake.md", "markdown", false, "quake"],
  ["quake.htm", "html", false, "quake"],
  ["x.2025.ndjson.gz", "ndjson", true, "x.2025"],
  ["feed.jsonl", "ndjson", false, "feed"],
  ["t.csv.GZ", "csv", true, "t"],
  ["scan.pdf", undefined, false, "scan.pdf"],
  ["article", undefined, false, "article"],
  [".txt", undefined, false, ".txt"],
  ["bundle.tar.gz", undefined, true, "bundle.tar"],
])("%s is %s", (file, format, gzip, baseName) => {
  expect(kindOfFile(file)).toMatchObject({ format, gzip, baseName });
});

test.each([
  ["Ferry service resumes\n\nBy Lena Orr", "text"],
  ["[Advertisement]\nFerry service", "text"],
  ["{sic} he said", "text"],
  ["<3 for the ferry", "text"],
  ["", "text"],
  ['{"text": "a"}\n{"text": "b"}', "ndjson"],
  ['  {"text": "a"}', "ndjson"],
  ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', "json"],
  ['{"title":"A","version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', "json"],
  ['{\n  "text": "a"\n}', "json"],
  ['[{"text": "a"}]', "json"],
  ["\uFEFF<!DOCTYPE html><p>x", "html"],
  ["<html lang=en>", "html"],
  ["<!-- saved page --><html>", "html"],
])("%j is %s", (start, format) => {
  expect(sniffFormat(Buffer.from(start))).toBe(format);
});
