import fc from "fast-check";
import { expect, test } from "vitest";
import { cutWindows } from "../../src/recognizer/windows.js";

/** Sentences of the given lengths in tokens, each [length, block]. */
function sentencesOf(lengths: readonly (readonly [number, number])[]) {
  let token = 0;
  return lengths.map(([length, block]) => {
    const sentence = { start: token, end: token + length, firstToken: token, endToken: token + length, block };
    token += length;
    return sentence;
  });
}

const ends = (lengths: readonly (readonly [number, number])[], limit: number): readonly number[] => {
  const sentences = sentencesOf(lengths);
  const sizes = Array.from({ length: sentences.at(-1)?.endToken ?? 0 }, () => 1);
  return cutWindows(sentences, sizes, limit).map((window) => window.endToken);
};

test("a short article is one window", () => {
  expect(
    ends(
      [
        [3, 0],
        [4, 1],
      ],
      10,
    ),
  ).toEqual([7]);
});

test("windows end between sentences", () => {
  expect(
    ends(
      [
        [4, 0],
        [4, 0],
        [4, 0],
      ],
      10,
    ),
  ).toEqual([8, 12]);
});

test("a window ends early at the end of a block, when it is full enough", () => {
  expect(
    ends(
      [
        [7, 0],
        [2, 1],
        [4, 1],
      ],
      10,
    ),
  ).toEqual([7, 13]);
  expect(
    ends(
      [
        [3, 0],
        [6, 1],
        [4, 1],
      ],
      10,
    ),
  ).toEqual([9, 13]);
});

test("a sentence that alone is too long is cut", () => {
  expect(ends([[23, 0]], 10)).toEqual([10, 20, 23]);
});

test("windows cover all tokens in order, none over the limit", () => {
  const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 3 })), { minLength: 1 });
  fc.assert(
    fc.property(lengths, (given) => {
      const sentences = sentencesOf(given);
      const sizes = Array.from({ length: sentences.at(-1)!.endToken }, (_, i) => 1 + (i % 3));
      const windows = cutWindows(sentences, sizes, 20);
      expect(windows[0]!.firstToken).toBe(0);
      for (const [i, window] of windows.entries()) {
        expect(window.endToken).toBe(windows[i + 1]?.firstToken ?? sizes.length);
        expect(sizes.slice(window.firstToken, window.endToken).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(20);
        expect(window.sentences.at(-1)!.endToken).toBe(window.endToken);
      }
    }),
  );
});
