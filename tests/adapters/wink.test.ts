import { expect, test } from "vitest";
import { loadTagger } from "../../src/adapters/wink.js";

const tag = await loadTagger();
const words = (text: string): readonly string[] => tag(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["Okonkwo's mill closed.", "The mill was Okonkwo's, they say."],
  ["Okonkwo’s mill closed.", "The mill was Okonkwo’s; it closed."],
])("an article's tokens do not hang on the articles before it: %s", (text, other) => {
  const before = words(text);
  expect(before.slice(0, 2)).toEqual(["Okonkwo", text.slice(7, 9)]);
  expect(words(other).join(" ")).toContain(`Okonkwo ${text.slice(7, 9)} `);
  expect(words(text)).toEqual(before);
});
