import { expect, test } from "vitest";
import { SHAPES, shapeOf, wordPieces } from "../../src/recognizer/word-pieces.js";

const VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "sp", "##ok", "##es", "##man", "-", "'", "s", "cafe", "o"];
const pieces = wordPieces(VOCABULARY, 4);
const spelt = (token: string): string =>
  pieces
    .of(token)
    .ids.map((id) => VOCABULARY[id])
    .join(" ");

test.each([
  ["Spokesman", "sp ##ok ##es ##man"],
  ["Café", "cafe"],
  ["s-o", "s - o"],
  ["O's", "o ' s"],
  ["北京", "[UNK]"],
  ["sx-s", "[UNK] - s"],
  ["-'-'-'", "- ' - '"],
  ["\u200b", "[UNK]"],
])("pieces of %s", (token, expected) => {
  expect(spelt(token)).toBe(expected);
});

test.each([
  ["said", "lower"],
  ["Kim", "title"],
  ["A", "title"],
  ["NATO", "upper"],
  ["U.S.", "upper"],
  ["McCain", "mixed"],
  ["iPhone", "mixed"],
  ["1996-08-30", "digit"],
  ["—", "punctuation"],
  ["北京", "punctuation"],
  ["Ébène", "title"],
])("shape of %s", (token, expected) => {
  expect(SHAPES[shapeOf(token)]).toBe(expected);
});

test("the same token gives the same pieces again", () => {
  expect(pieces.of("Spokesman")).toBe(pieces.of("Spokesman"));
});
