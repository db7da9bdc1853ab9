import fc from "fast-check";
import { expect, it } from "vitest";
import { type Mark, nest, type Piece } from "../../src/show/marks.js";

const mark = (start: number, end: number, kind: Mark["kind"] = "person"): Mark => ({
  start,
  end,
  kind,
  id: "",
  of: "",
});

/** Pieces as text: '[' and ']' around a mark, '~' where it is cut or continued. */
const draw = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === "string"
        ? piece
        : `[${piece.isContinued ? "~" : ""}${draw(piece.pieces)}${piece.isCut ? "~" : ""}]`,
    )
    .join("");

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : plain(piece.pieces))).join("");

it.each([
  ["side by side", [mark(0, 1), mark(2, 3)], "[a]b[c]def"],
  ["one in another", [mark(0, 5), mark(1, 3)], "[a[bc]de]f"],
  ["one in another, ends equal", [mark(0, 5), mark(3, 5)], "[abc[de]]f"],
  ["crossing", [mark(0, 3), mark(2, 5)], "[ab[c~]][~de]f"],
  ["three crossing", [mark(0, 3), mark(1, 4), mark(2, 5)], "[a[b[c~]~]][~[~d]e]f"],
  ["equal, quote outside name", [mark(1, 2), mark(1, 2, "quote")], "a[[b]]cdef"],
  ["none", [], "abcdef"],
])("nests marks %s", (_, marks, expected) => {
  expect(draw(nest("abcdef", 0, 6, marks))).toBe(expected);
});

it("puts a quote around a name of the same span, whatever their order", () => {
  const [outer] = nest("ab", 0, 2, [mark(0, 2), mark(0, 2, "quote")]);
  expect(outer).toMatchObject({ mark: { kind: "quote" } });
});

it("cuts marks that go over the stretch's ends", () => {
  expect(draw(nest("abcdef", 2, 4, [mark(0, 3), mark(3, 6)]))).toBe("[~c][d~]");
});

it("keeps the text whole for any marks", () => {
  const span = fc.tuple(fc.nat(20), fc.nat(20)).filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(fc.string({ minLength: 21, maxLength: 21 }), fc.array(span, { maxLength: 12 }), (text, spans) => {
      const marks = spans.map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
      expect(plain(nest(text, 0, text.length, marks))).toBe(text);
    }),
  );
});
