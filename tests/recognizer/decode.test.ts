import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeTags } from "../../src/recognizer/decode-tags.js";
import { decodeHeads } from "../../src/recognizer/decode-tree.js";
import type { Rows } from "../../src/recognizer/rows.js";
import { buckets } from "../../src/recognizer/scorers.js";

const rowsOf = (logits: readonly (readonly number[])[]): Rows => ({
  data: Float32Array.from(logits.flat()),
  width: logits[0]?.length ?? 0,
  count: logits.length,
});
const whole = (rows: Rows) => ({ start: 0, width: rows.width });

test("spans of a BIO head", () => {
  const rows = rowsOf([
    [0, 9, 0],
    [0, 0, 9],
    [9, 0, 0],
    [0, 9, 0],
    [0, 9, 0],
  ]);
  expect(decodeTags(rows, whole(rows)).map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [3, 4],
    [4, 5],
  ]);
});

test("an inside label never stands alone", () => {
  const rows = rowsOf([
    [1, 0, 3],
    [0, 0, 3],
  ]);
  expect(decodeTags(rows, whole(rows)).map(({ start, end }) => [start, end])).toEqual([[0, 2]]);
});

test("a type does not change inside a span", () => {
  const rows = rowsOf([
    [0, 5, 0, 0, 0],
    [0, 0, 0, 0, 4],
    [0, 0, 3, 0, 0],
  ]);
  const spans = decodeTags(rows, whole(rows));
  expect(spans.every(({ kind }) => kind === 0 || kind === 1)).toBe(true);
  expect(spans[0]).toMatchObject({ start: 0, kind: 0 });
});

test("no rows, no spans", () => {
  expect(decodeTags({ data: new Float32Array(), width: 3, count: 0 }, { start: 0, width: 3 })).toEqual([]);
});

test("heads that run in a circle are led to the root", () => {
  // Tokens 1 and 2 each prefer the other; 2 loses less by taking 0.
  const scores = [Float64Array.of(5, -9, -9), Float64Array.of(-6, -9, 0), Float64Array.of(-3, 0, -9)];
  expect(decodeHeads(scores)).toEqual([0, 2, 0]);
});

test("any scores give one root that all tokens lead to", () => {
  const square = fc.integer({ min: 1, max: 9 }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  );
  fc.assert(
    fc.property(square, (scores) => {
      const heads = decodeHeads(scores.map((row) => Float64Array.from(row)));
      expect(heads.filter((head, i) => head === i)).toHaveLength(1);
      for (let at of heads.keys()) {
        for (let steps = 0; steps < heads.length; steps++) at = heads[at]!;
        expect(heads[at]).toBe(at);
      }
    }),
  );
});

test("buckets of distances", () => {
  const bucketOf = buckets(16);
  expect([0, 1, 8, 9, 15, 16, 30, 100, 511, 9999].map(bucketOf)).toEqual([0, 1, 8, 8, 9, 9, 10, 12, 14, 14]);
  expect(bucketOf(-1)).toBe(17);
});
