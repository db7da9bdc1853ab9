import { expect, test } from "vitest";
import { loadTimeLexicons } from "../../../src/lexicons/time-lexicons.js";
import { buildGrammar } from "../../../src/stages/times/grammar.js";
import { timeRules } from "../../../src/stages/times/rules.js";
import { triggerOf, windowsOf } from "../../../src/stages/times/triggers.js";
import { buildVocabulary } from "../../../src/stages/times/vocabulary.js";
import { doc } from "../../helpers/doc.js";

const grammar = buildGrammar(timeRules);
const trigger = triggerOf(grammar.patterns, buildVocabulary(loadTimeLexicons()));
const opening = (text: string): string[] =>
  doc(text)
    .tokens.filter(trigger)
    .map((token) => token.text);

test("words of time open a window", () => {
  expect(opening("On Friday the 21st, at 9:30, in 2019 or the mid-1990s, he was now a week behind.")).toEqual([
    "Friday",
    "21st",
    "9:30",
    "2019",
    "mid-1990s",
    "now",
    "week",
  ]);
});

test("common words and plain numbers open none", () => {
  expect(
    opening("The 5 men of the other anti-war party said that 1,700 and 2.5 of them would be in an old house."),
  ).toEqual([]);
});

test("windows stay inside a block and join where they touch", () => {
  const { tokens } = doc("He left on Monday and came on Friday.\nIt rained.\nShe left in May.");
  const texts = windowsOf(tokens, trigger).map(([from, to]) =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(" "),
  );
  expect(texts).toEqual(["He left on Monday and came on Friday .", "She left in May ."]);
});

test("no pattern is longer than what is looked ahead for it", () => {
  for (const pattern of grammar.patterns) expect(pattern.elements.length, pattern.source).toBeLessThanOrEqual(16);
});
