import { expect, test } from "vitest";
import { baseForm } from "../../src/text/base-form.js";

const bases: [word: string, lemma: string, expected: string][] = [
  ["soured", "soured", "sour"],
  ["involved", "involved", "involve"],
  ["stated", "stated", "state"],
  ["treated", "treated", "treat"],
  ["required", "required", "require"],
  ["fitted", "fitted", "fit"],
  ["planned", "planned", "plan"],
  ["called", "called", "call"],
  ["carried", "carried", "carry"],
  ["making", "making", "make"],
  ["visited", "visited", "visit"],
  ["reading", "reading", "read"],
  ["passed", "passed", "pass"],
  ["lives", "life", "live"],
];

test.each(bases)("'%s' (lemma '%s') is '%s'", (word, lemma, expected) => {
  expect(baseForm(word, lemma)).toBe(expected);
});

const kept: [word: string, lemma: string][] = [
  ["went", "go"],
  ["red", "red"],
  ["king", "king"],
  ["bring", "bring"],
  ["said", "say"],
  ["", ""],
];

test.each(kept)("'%s' keeps its lemma '%s'", (word, lemma) => {
  expect(baseForm(word, lemma)).toBe(lemma);
});
