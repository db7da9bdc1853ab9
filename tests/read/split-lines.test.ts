import fc from "fast-check";
import { expect, test } from "vitest";
import { splitLines } from "../../src/read/split-lines.js";
import { bytesOf } from "./collected.js";

async function lines(text: string, size = 3, max = 1000): Promise<readonly (string | null)[]> {
  const all: (string | null)[] = [];
  for await (const { number, bytes } of splitLines(bytesOf(text, size), max)) {
    all.push(bytes?.toString("utf8") ?? null);
    expect(number).toBe(all.length);
  }
  return all;
}

test.each<[string, (string | null)[]]>([
  ["", []],
  ["a", ["a"]],
  ["a\n", ["a"]],
  ["a\nb", ["a", "b"]],
  ["a\r\nb\r\n", ["a", "b"]],
  ["\n\na", ["", "", "a"]],
  ["a\rb\n", ["a\rb"]],
  ["é“”\n𝄞", ["é“”", "𝄞"]],
])("%j", async (text, expected) => {
  expect(await lines(text)).toEqual(expected);
});

test("a line over the limit is told, not held, and costs no other line", async () => {
  expect(await lines(`ab\n${"x".repeat(50)}\ncd`, 7, 10)).toEqual(["ab", null, "cd"]);
  expect(await lines("x".repeat(11), 4, 10)).toEqual([null]);
  expect(await lines("x".repeat(10), 4, 10)).toEqual(["x".repeat(10)]);
});

test("the cut into chunks makes no difference", async () => {
  const texts = fc.array(fc.constantFrom("a", "é", "\n", "\r\n", "\r", "𝄞")).map((list) => list.join(""));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      expect(await lines(text, size)).toEqual(await lines(text, 1000));
    }),
  );
});

test.each([false, true])("each line stands where it says (skipsBlank: %s)", async (skipsBlank) => {
  const texts = fc.array(fc.constantFrom("a", "é", "\n", "\n\n", "\r\n", " ", "𝄞")).map((list) => list.join(""));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      const all = Buffer.from(text);
      for await (const { at, bytes } of splitLines(bytesOf(text, size), 1000, { skipsBlank })) {
        expect(all.subarray(at, at + bytes!.length).equals(bytes!)).toBe(true);
        expect(at === 0 || all[at - 1] === 0x0a).toBe(true);
      }
    }),
  );
});

test("blank lines can be counted and not given", async () => {
  const given: [number, string][] = [];
  for await (const { number, bytes } of splitLines(bytesOf("a\n\n \t\r\nb\n\u00a0\n\n", 2), 100, {
    skipsBlank: true,
  })) {
    given.push([number, bytes!.toString("utf8")]);
  }
  expect(given).toEqual([
    [1, "a"],
    [4, "b"],
    [5, "\u00a0"],
  ]);
});
