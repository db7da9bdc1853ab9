import { expect, test } from "vitest";
import type { Recognition } from "../../src/model/recognition.js";
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
