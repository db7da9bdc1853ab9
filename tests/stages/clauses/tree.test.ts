import { describe, expect, test } from "vitest";
import { claimLexicons } from "../../../src/lexicons/claim-lexicons.js";
import { treeOf } from "../../../src/stages/clauses/tree.js";
import { extractClaims } from "../../../src/stages/extract-claims.js";
import { ignore } from "../../helpers/doc.js";
import { parsed } from "../../helpers/parsed.js";

const rows = "Kim/PROPN/2/nsubj left/VERB/0/root Ghent/PROPN/2/obj on/ADP/5/case Monday/PROPN/2/obl ./PUNCT/2/punct";
const { header, tokens, sentences, recognition } = parsed(rows);
const withHeads = (heads: readonly number[]) => treeOf(tokens, sentences, { ...recognition, heads });

test("children in text order and reach", () => {
  const tree = treeOf(tokens, sentences, recognition);
  expect(tree.children(1)).toEqual([0, 2, 4, 5]);
  expect(tree.reach(4)).toEqual({ first: 3, end: 5 });
  expect(tree.relation(1)).toBe("root");
});

test("a dateline is left out, and what hung on it takes its place", () => {
  const led = parsed(
    "GHENT/PROPN/4/nsubj -/PUNCT/1/punct Acme/PROPN/1/appos sold/VERB/0/root ships/NOUN/4/obj ./PUNCT/4/punct",
  );
  const tree = treeOf(led.tokens, led.sentences, led.recognition, { start: 0, end: 7 });
  expect(tree.sentences).toEqual([{ first: 2, end: 6 }]);
  expect([tree.head(2), tree.relation(2)]).toEqual([3, "nsubj"]);
});

const odd: [what: string, heads: readonly number[]][] = [
  ["a circle of all", [1, 2, 3, 4, 5, 0]],
  ["two that head each other", [1, 0, 1, 4, 3, 1]],
  ["heads that do not exist", [99, -1, 1.5, Number.NaN, 1, 1]],
  ["no heads", []],
  ["all their own", [0, 1, 2, 3, 4, 5]],
];

describe("trees that are none", () => {
  test.each(odd)("%s: every token reaches a root", (_what, heads) => {
    const tree = withHeads(heads);
    for (let token = 0; token < tokens.length; token++) {
      let at = token;
      for (let step = 0; step <= tokens.length; step++) at = tree.head(at);
      expect(tree.head(at)).toBe(at);
    }
  });

  test.each(odd)("%s: the stage reads them", (_what, heads) => {
    const doc = { article: { id: "x", text: "" }, header, tokens, sentences, entities: [], times: [], quotes: [] };
    const stage = extractClaims({ lexicons: claimLexicons() });
    for (const relations of [recognition.relations, [], tokens.map(() => "acl:relcl"), tokens.map(() => "xcomp")])
      expect(() => stage.run({ ...doc, recognition: { ...recognition, heads, relations } }, ignore)).not.toThrow();
  });
});

test("a chain of ten thousand words is read without recursion", () => {
  const word = tokens[1]!;
  const many = Array.from({ length: 10_000 }, (_, i) => ({ ...word, start: i * 2, end: i * 2 + 1 }));
  const chain = {
    ...recognition,
    pos: many.map(() => "VERB" as const),
    heads: many.map((_, i) => Math.max(0, i - 1)),
    relations: many.map(() => "ccomp"),
  };
  const tree = treeOf(many, [{ start: 0, end: 20_000 }] as never, chain);
  expect(tree.reach(0)).toEqual({ first: 0, end: 10_000 });
});
