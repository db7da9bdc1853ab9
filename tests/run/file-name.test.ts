import { basename } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { distinctFileNameFor, fileNameFor } from "../../src/run/file-name.js";

it.each([
  ["a1", "a1.knowledge.json"],
  ["APW19980227.0494", "APW19980227.0494.knowledge.json"],
  ["2025-02-07_kim", "2025-02-07_kim.knowledge.json"],
  ["서울-1", "서울-1.knowledge.json"],
])("keeps the safe id %s", (id, expected) => {
  expect(fileNameFor(id)).toBe(expected);
});

it.each([
  ["../../x", /^x-[0-9a-f]{8}\.knowledge\.json$/],
  ["/etc/passwd", /^etc-passwd-[0-9a-f]{8}\.knowledge\.json$/],
  ["C:\\x", /^C-x-[0-9a-f]{8}\.knowledge\.json$/],
  ["https://example.com/a?b=1", /^https-example\.com-a-b-1-[0-9a-f]{8}\.knowledge\.json$/],
  ["a\u0000b", /^a-b-[0-9a-f]{8}\.knowledge\.json$/],
  ["..", /^article-[0-9a-f]{8}\.knowledge\.json$/],
  [".hidden", /^hidden-[0-9a-f]{8}\.knowledge\.json$/],
  ["-rf", /^rf-[0-9a-f]{8}\.knowledge\.json$/],
  ["CON", /^id-CON-[0-9a-f]{8}\.knowledge\.json$/],
  ["a".repeat(5000), /^a{180}-[0-9a-f]{8}\.knowledge\.json$/],
  ["서".repeat(5000), /^서{60}-[0-9a-f]{8}\.knowledge\.json$/],
])("changes %j and adds a digest", (id, expected) => {
  expect(fileNameFor(id)).toMatch(expected);
});

it("gives unlike ids unlike names, also when their letters are the same", () => {
  const ids = ["a/b", "a\\b", "a b", "a-b", "../a/b", "a/b/"];
  expect(new Set(ids.map(fileNameFor)).size).toBe(ids.length);
  expect(distinctFileNameFor("a-b")).not.toBe(distinctFileNameFor("A-b"));
});

it("stays inside its folder and within 255 bytes for any id", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "binary" }), (id) => {
      const name = fileNameFor(id);
      expect(basename(name)).toBe(name);
      expect(name).not.toMatch(/^\.|[/\\:*?"<>|\p{Cc}]/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }),
  );
});
