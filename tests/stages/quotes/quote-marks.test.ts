import { expect, test } from "vitest";
import { findQuotations } from "../../../src/stages/quotes/quote-marks.js";
import { collector, doc } from "../../helpers/doc.js";

/** What stands inside the marks of each quotation of a text. */
function inside(text: string): readonly string[] {
  const { tokens } = doc(text);
  return findQuotations(tokens, () => undefined).map(({ first, end }) =>
    text.slice(tokens[first]!.start, tokens[end - 1]!.end),
  );
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["He said “no” twice.", ["no"]],
  ['He said "no" twice.', ["no"]],
  ["He said ''no, never'' twice.", ["no, never"]],
  ["He said ‘no’ twice.", ["no"]],
  ["He said 'no' twice.", ["no"]],
  ["He said «no» twice.", ["no"]],
  ["“He said ‘no’ to me,” Lee said.", ["He said ‘no’ to me,"]],
  ["“We won.\n“We lost.”", ["We won.", "We lost."]],
  ["“Go,” he said. “Now.\n“All of you.”", ["Go,", "Now.", "All of you."]],
  ["‘We won.\n‘We lost.’", ["We won.", "We lost."]],
  ["''We won, she said. ''We lost.", ["We lost."]],
  ["‘The teams’ bus left,’ Lee said.", ["The teams’ bus left,"]],
  // No quotations: apostrophes, inches, a lone mark.
  ["The parents’ home isn't Lee's.", []],
  ["The rock ’n’ roll of the '90s.", []],
  ['The board is 12" wide.', []],
  // Pairs inside a quotation, printed the same or otherwise.
  ["She said “he cried “stop” twice” on Sunday.", ["he cried “stop” twice"]],
  ['"He cried “stop” twice," she said.', ["He cried “stop” twice,"]],
  ['“He cried "stop" twice,” she said.', ['He cried "stop" twice,']],
  ["“It was no.“\nHe left.", ["It was no."]],
  ["", []],
];

test.each(CASES)("%s", (text, expected) => {
  expect(inside(text)).toEqual(expected);
});

/** [text, number of marks reported] */
const UNCLOSED: readonly (readonly [string, number])[] = [
  ["He said “no to me.", 1],
  ["He left. “We lost.", 1],
  ["He left. “We lost.\nShe left.", 1],
  ["“Go,” he said. “Now.\n“All of you.”", 0],
  ["“We won “twice” on Sunday.”", 0],
];

test.each(UNCLOSED)("marks without a partner: %s", (text, expected) => {
  const { report, problems } = collector();
  findQuotations(doc(text).tokens, report);
  expect(problems.map((problem) => problem.rule)).toEqual(Array.from({ length: expected }, () => "unclosed-quote"));
});
