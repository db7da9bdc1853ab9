import { expect, test } from "vitest";
import { table, wordList } from "../../src/lexicons/lexicon.js";
import type { Claim, ClaimPart } from "../../src/model/claim.js";
import type { TimeExpression } from "../../src/model/time-expression.js";
import { attributeQuotes } from "../../src/stages/attribute-quotes.js";
import { findClaims } from "../../src/stages/find-claims.js";
import { attributionsOf, QUOTES } from "../helpers/attributions.js";
import { doc, ignore } from "../helpers/doc.js";

const stage = findClaims({ modals: table("modal-words"), negations: wordList("negations") });

function claimsOf(text: string, times: readonly TimeExpression[] = []): readonly Claim[] {
  const base = { ...doc(text), attributions: attributionsOf(text), entities: [], times };
  const quotes = attributeQuotes(QUOTES).run(base, ignore) as Parameters<typeof stage.run>[0]["quotes"];
  return stage.run({ ...base, quotes }, ignore) as readonly Claim[];
}

const part = (text: string, item: ClaimPart | null): string => (item ? text.slice(item.start, item.end) : "-");

/** [text, 'subject | predicate | arguments' of the first claim, polarity, modality] */
const CASES = [
  ["He said the bridge opened in Ghent.", "the bridge | opened | in Ghent", "affirmed", "asserted"],
  ["He said the bridge will not collapse.", "the bridge | will not collapse | ", "negated", "intended"],
  ["He said no one may cross the bridge.", "no one | may cross | the bridge", "negated", "possible"],
  ["He said she would sell the bridge.", "she | would sell | the bridge", "affirmed", "conditional"],
  ["“Is the bridge safe?” he asked.", "- | Is | the bridge safe", "affirmed", "asked"],
  ["He wants to sell the bridge.", "- | to sell | the bridge", "affirmed", "intended"],
  ["He called for an inquiry.", "- | - | ", "affirmed", "asserted"],
] as const;

test.each(CASES)("%s", (text, expected, polarity, modality) => {
  const claim = claimsOf(text)[0]!;
  const parts = [
    part(text, claim.subject),
    part(text, claim.predicate),
    claim.arguments.map((item) => part(text, item)).join(" ; "),
  ];
  expect(parts.join(" | ")).toBe(expected);
  expect([claim.polarity, claim.modality]).toEqual([polarity, modality]);
  expect(claim.assertedBy).toEqual({ quote: 0 });
});

test("one claim for each sentence of a quotation", () => {
  expect(claimsOf("“The bridge is safe. We tested it,” he said.").length).toBe(2);
});

test("the time of the content, else of the cue's sentence", () => {
  const text = "He said on Friday the bridge opened in May.";
  const at = (surface: string): TimeExpression => {
    const start = text.indexOf(surface);
    const end = start + surface.length;
    return { start, end, type: "DATE", value: null, anchor: { kind: "none" }, by: "test" };
  };
  expect(claimsOf(text, [at("Friday"), at("May")])[0]?.time).toBe(1);
  expect(claimsOf(text, [at("Friday")])[0]?.time).toBe(0);
});
