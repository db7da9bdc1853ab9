import { expect, test } from "vitest";
import type { Recognition } from "../../src/model/recognition.js";
import { adoptNames } from "../../src/stages/adopt-names.js";
import { keepTags, tagTokens } from "../../src/stages/tag-tokens.js";
import { doc, ignore } from "../helpers/doc.js";

const { article, tokens: words } = doc("Ruiz plans it.");

test("keeps the tags the words were cut with", () => {
  expect(keepTags().run({ article, words }, ignore)).toBe(words);
});

test("takes the encoder's tags, and leaves the rest of a token alone", () => {
  const recognition = { pos: ["PROPN", "VERB", "PRON", "PUNCT"] } as unknown as Recognition;
  expect(tagTokens().run({ article, words, recognition }, ignore)).toEqual(
    words.map((word, index) => ({ ...word, pos: recognition.pos[index] })),
  );
});

test("adopts the encoder's names as mentions", () => {
  const recognition = { names: [{ start: 0, end: 4, type: "person", score: 0.9 }] } as unknown as Recognition;
  expect(adoptNames().run({ article, recognition }, ignore)).toEqual([
    { start: 0, end: 4, type: "person", form: "name", by: "encoder/names" },
  ]);
});
