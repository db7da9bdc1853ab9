import fc from "fast-check";
import { expect, test } from "vitest";
import { doc } from "../helpers/doc.js";

const cases: [text: string, tokens: string][] = [
  ["We won’t go, José’s cannot", "We|wo|n’t|go|,|José|’s|can|not"],
  ["Gdańsk, Ċirkewwa and Nguyễn Thị", "Gdańsk|,|Ċirkewwa|and|Nguyễn|Thị"],
  ["''hello'' he said", "''|hello|''|he|said"],
  ["Novem\u00ADber for Her\u200Br Nilsson", "November|for|Herr|Nilsson"],
  ["Be\u0301atrice’s house", "Béatrice|’s|house"],
  ["미주중앙일보 🙂 wins", "미주중앙일보|🙂|wins"],
  ["see https://a.example/b?c=d now", "see|https://a.example/b?c=d|now"],
  ["It broke at 3.12pm, or 9.30AM, not 10.05 a.m.", "It|broke|at|3.12pm|,|or|9.30AM|,|not|10.05|a.m."],
];

test.each(cases)("%s", (text, expected) => {
  expect(
    doc(text)
      .tokens.map((token) => token.text)
      .join("|"),
  ).toBe(expected);
});

test("offsets lead to the text as given", () => {
  const text = "In Be\u0301atrice\u0301 Novem\u00ADber\u200B, Łódź";
  expect(doc(text).tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
    "In",
    "Be\u0301atrice\u0301",
    "Novem\u00ADber",
    ",",
    "Łódź",
  ]);
});

test("a stretch without a blank is cut, between characters, and what stands around it is not", () => {
  const { tokens } = doc(`So ${"http://".repeat(60)}${"𝔘".repeat(400)} ended`);
  expect(tokens.map((token) => token.text).join("")).toBe(`So${"http://".repeat(60)}${"𝔘".repeat(400)}ended`);
  expect([tokens[0]!.text, tokens.at(-1)!.text, tokens.at(-1)!.start]).toEqual(["So", "ended", 3 + 420 + 800 + 1]);
  for (const { text } of tokens) expect(text).not.toMatch(/^\p{Cs}|\p{Cs}$/u);
});

test("every visible character of any text is in exactly one token, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      let covered = 0;
      for (const { start, end } of doc(text).tokens) {
        expect(start).toBeGreaterThanOrEqual(covered);
        expect(text.slice(covered, start)).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
        covered = end;
      }
      expect(text.slice(covered)).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
    }),
    { numRuns: 300 },
  );
});

test("an article in another language gets no tokens, and a problem", async () => {
  const { tokenize } = await import("../../src/stages/tokenize.js");
  const text = "Der Minister sprach.";
  const problems: unknown[] = [];
  const blocks = [{ kind: "body" as const, start: 0, end: text.length }];
  const stage = tokenize({ tagger: () => [] });
  expect(stage.run({ article: { id: "a", text }, blocks, language: "de" }, (p) => problems.push(p))).toEqual([]);
  expect(problems).toEqual([{ rule: "language", message: "language is 'de', not 'en': only structure is given" }]);
});
