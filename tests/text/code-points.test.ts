import { describe, expect, it } from "vitest";
import { codePointOffsets, lineAt } from "../../src/text/code-points.js";

describe("codePointOffsets", () => {
  it.each([
    ["", [0]],
    ["abc", [0, 1, 2, 3]],
    ["🙂a", [0, 2, 3]],
    ["a🙂🙂", [0, 1, 3, 5]],
    ["\ud800a", [0, 1, 2]], // a lone surrogate is a code point of its own
  ])("of %j: code points stand at %j", (text, units) => {
    const { toUtf16, toCodePoints } = codePointOffsets(text);
    units.forEach((unit, point) => {
      expect([toUtf16(point), toCodePoints(unit)]).toEqual([unit, point]);
    });
    expect([toUtf16(units.length), toCodePoints(text.length + 1), toUtf16(-1), toUtf16(0.5)]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it("has no code point between two halves", () => {
    expect(codePointOffsets("🙂a").toCodePoints(1)).toBeUndefined();
  });
});

describe("lineAt", () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 3],
    [99, 3],
  ])("of offset %i is %i", (offset, line) => {
    expect(lineAt("a\n\nb", offset)).toBe(line);
  });
});
