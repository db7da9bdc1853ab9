import { expect, test } from "vitest";
import { cueLexicon } from "../../../src/stages/quotes/cue-lexicon.js";
import { CUES } from "../../helpers/attributions.js";

test("reads class, attitude, complements and prepositions", () => {
  const entry = cueLexicon(CUES).verbs.get("point");
  expect(entry?.class).toBe("say");
  expect(entry?.attitude).toBe("assertion");
  expect([...(entry?.prepositions ?? [])]).toContain("out");
});

test("a row with an unknown attitude names the row", () => {
  const verbs = new Map([["utter", ["say", "hunch", "quote"]]]);
  expect(() => cueLexicon({ ...CUES, verbs })).toThrow(/cue-verbs\.tsv: 'utter'/);
});
