import { expect, test } from "vitest";
import { doc } from "../helpers/doc.js";

const cases: [text: string, sentences: string[]][] = [
  [
    "Lt. Gov. Smith met U.S. President Jones. They talked.",
    ["Lt. Gov. Smith met U.S. President Jones.", "They talked."],
  ],
  ["“Does it?” he asked. “Yes.” She left.", ["“Does it?” he asked.", "“Yes.”", "She left."]],
  ["He lives in the U.S. The house is old.", ["He lives in the U.S.", "The house is old."]],
  ["It rose 3.5 percent... then fell.", ["It rose 3.5 percent... then fell."]],
  ["One line\nAnother line", ["One line", "Another line"]],
];

test.each(cases)("%s", (text, expected) => {
  const { sentences } = doc(text);
  expect(sentences.map((s) => text.slice(s.start, s.end))).toEqual(expected);
});
