import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { alignTexts } from "../../src/compare/align-texts.js";
import { commonRuns } from "../../src/compare/edit-script.js";

/** Where words of the old text are in the new one, as text; null when they are gone. */
const follow = (old: string, now: string, words: string): string | null => {
  const start = old.indexOf(words);
  const span = alignTexts(old, now).toNew({ start, end: start + words.length });
  return span && now.slice(span.start, span.end);
};

describe("alignTexts", () => {
  test.each<[string, string, string, string | null]>([
    ["One two three.\nFour five.", "Zero. One two three.\nFour five.", "Four", "Four"],
    ["One two three.\nFour five.", "Four five.", "Four five", "Four five"],
    ["One two three.\nFour five.", "Four five.", "two", null],
    ["The bridge is shut now.", "The bridge is closed now.", "bridge is shut now", "bridge is closed now"],
    ["The bridge is shut now.", "The bridge is closed now.", "shut", null],
    ["a 😀 b Lee said so", "a 😀😀 b Lee said so", "Lee", "Lee"],
    ["Lee said.\n\nRay left.", "Lee said. And then:\n\nRay left.", "Ray", "Ray"],
  ])("%j -> %j: %j is %j", (old, now, words, expected) => {
    expect(follow(old, now, words)).toBe(expected);
  });

  it("says when a text was written anew", () => {
    expect(alignTexts("Rain fell on Holm all night.", "Markets rose for a third day as chips led.").change).toBe(
      "rewritten",
    );
    expect(alignTexts("Rain fell on Holm all night.", "Rain fell on Holm last night.").change).toBe("edited");
    expect(alignTexts("", "Rain").change).toBe("rewritten");
  });

  it("never leads out of the new text, and keeps unchanged words", () => {
    const words = fc.array(fc.constantFrom("a", "b", "Lee", "said", "\n", "😀", ".", " "), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, fc.nat(60), fc.integer({ min: 1, max: 9 }), (a, b, start, length) => {
        const [old, now] = [a.join(" "), b.join(" ")];
        const span = { start, end: Math.min(old.length, start + length) };
        if (span.end <= span.start) return;
        const found = alignTexts(old, now).toNew(span);
        if (found === null) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(now.length);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it("takes long unlike texts in bounded time", () => {
    const old = Array.from({ length: 20_000 }, (_, i) => `line ${i}`).join("\n");
    const now = Array.from({ length: 20_000 }, (_, i) => `row ${i * 7}`).join("\n");
    const begun = performance.now();
    expect(alignTexts(old, now).change).toBe("rewritten");
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

test("commonRuns: what both lists hold, in order, no fewer than any other way", () => {
  const lists = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  fc.assert(
    fc.property(lists, lists, (a, b) => {
      const runs = commonRuns(a, b, 100);
      let last = { old: 0, new: 0 };
      for (const run of runs) {
        expect(run.old).toBeGreaterThanOrEqual(last.old);
        expect(run.new).toBeGreaterThanOrEqual(last.new);
        expect(a.slice(run.old, run.old + run.length)).toEqual(b.slice(run.new, run.new + run.length));
        last = { old: run.old + run.length, new: run.new + run.length };
      }
      expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longestCommon(a, b));
    }),
    { seed: 8, numRuns: 500 },
  );
});

/** Length of the longest common subsequence, by the table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries()) next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row.at(-1)!;
}
