import { expect, test } from "vitest";
import { sha256 } from "../../src/text/sha256.js";

// The first two are FIPS 180-4's own examples.
const cases: [content: string | Uint8Array, expected: string][] = [
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [new TextEncoder().encode("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
];

test.each(cases)("the digest of %j", (content, expected) => {
  expect(sha256(content)).toBe(expected);
});

test("a text counts in UTF-8, half a pair as U+FFFD", () => {
  expect(sha256("café")).toBe(sha256(Buffer.from("café", "utf8")));
  expect(sha256("\uD83D")).toBe(sha256("\uFFFD"));
});
