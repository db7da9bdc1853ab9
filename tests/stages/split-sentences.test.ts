import fc from "fast-check";
import { expect, test } from "vitest";
import { doc } from "../helpers/doc.js";

/** Each text with its sentences parted by '|'. */
const cases: string[] = [
  "Lt. Gov. Smith met U.S. President Jones.|They talked.",
  "“Does it?” he asked.|“Yes.”|She left.",
  "He lives in the U.S.|The house is old.",
  "It rose 3.5 percent... then fell.",
  "It fell. . . then rose.",
  "She moved to Scranton, Pa.|She never came back.",
  "Doe, of Scranton, Pa., won.|Roe of Erie, Pa., lost.",
  "Gulp Inc. Chief Executive Ann Roe resigned.",
  "He works at Gulp Inc.|Shares rose.",
  "Roe Jr. said no.|The vote is at 5 p.m.|Police said so.",
  "It starts at 5 p.m. Monday.|It ends at 9 a.m. EST on Friday.",
  "Goal No. 4 was met.|See p. 12 of vol. 3 for more.",
  "He was born in Rome. [4]|It was cold.",
  "They fled (some on foot.)|Others stayed.",
  "He tried (and failed!).|She did not.",
  "“So be it.” — Ann Roe",
  "iPhone sales fell.|eBay sales rose.",
  "it works.|they like it.",
  "He lost.|“We won,” she said.",
  "Why?!|Because!!|So there.",
  "Wait...|The end is near.",
  "``We won,'' he said.|''They lost.''|So it was.",
  "Yahoo! said it would sell.",
  "J. R. R. Doe wrote it with A.B. Roe.|He sold it.",
  "He cited etc.|That was all.",
];

test.each(cases)("%s", (marked) => {
  const expected = marked.split("|");
  const text = expected.join(" ");
  expect(doc(text).sentences.map((s) => text.slice(s.start, s.end))).toEqual(expected);
});

test("a line is never part of the sentence of the line before", () => {
  expect(doc("One line\nAnother line").sentences).toHaveLength(2);
});

test("sentences part the tokens of any text, in order and without gap", () => {
  const piece = fc.constantFrom(
    "He said",
    " ",
    ".",
    "...",
    "”",
    "“",
    "[4]",
    "U.S.",
    "Inc.",
    "?",
    "\n",
    "—",
    "No.",
    "5",
    ")",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((parts) => parts.join("")),
        fc.string({ unit: "grapheme" }),
      ),
      (text) => {
        const { sentences, tokens } = doc(text);
        expect(sentences.map(({ firstToken }) => firstToken)).toEqual([
          ...(tokens.length > 0 ? [0] : []),
          ...sentences.slice(0, -1).map(({ endToken }) => endToken),
        ]);
        expect(sentences.at(-1)?.endToken ?? 0).toBe(tokens.length);
      },
    ),
    { numRuns: 300 },
  );
});
