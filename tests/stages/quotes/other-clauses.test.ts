import { expect, test } from "vitest";
import { cueLexicons } from "../../../pipelines/cue-lexicons.js";
import type { Candidate } from "../../../src/stages/quotes/candidate.js";
import { cueLexicon } from "../../../src/stages/quotes/cue-lexicon.js";
import { beforeOtherClause, withFirstSource } from "../../../src/stages/quotes/other-clauses.js";
import { findQuotations } from "../../../src/stages/quotes/quote-marks.js";
import { type Run, readingOf, spanOfRun } from "../../../src/stages/quotes/reading.js";
import { doc, ignore } from "../../helpers/doc.js";

const lexicon = cueLexicon(cueLexicons());

/** A sentence with a tree: each word's head and relation to it, of those that matter. */
function parsed(
  text: string,
  tree: Readonly<Record<string, readonly [head: string, relation: string]>>,
  cues: readonly string[],
  doubted: readonly string[] = [],
) {
  const base = doc(text);
  const reading = readingOf(base, lexicon, findQuotations(base.tokens, ignore));
  const at = (words: string): number => base.tokens.findIndex((token) => token.start === text.indexOf(words));
  const run = (words: string): Run => ({ first: at(words), end: at(words) + words.split(" ").length });
  const trees = {
    heads: base.tokens.map((token, i) => (tree[token.text] ? at(tree[token.text]![0]) : i)),
    relations: base.tokens.map((token) => tree[token.text]?.[1] ?? "root"),
    contentScores: base.tokens.map((token) => (doubted.includes(token.text) ? 0.2 : 0.9)),
    cueScores: base.tokens.map((token) => (cues.includes(token.text) ? 0.9 : 0)),
  };
  const candidate = (source: string, cue: string, content: string): Candidate => ({
    content: [run(content)],
    cue: [run(cue)],
    source: [run(source)],
    by: "test",
    strength: 1,
  });
  const words = (runs: readonly Run[]) =>
    runs
      .map((one) => spanOfRun(reading, one))
      .map(({ start, end }) => text.slice(start, end))
      .join(" … ");
  return { reading, trees, candidate, words };
}

const SENTENCE = "Lee said he was ill and called it a flu .";
const TREE = { he: ["ill", "nsubj"], was: ["ill", "cop"], ill: ["said", "ccomp"], and: ["called", "cc"] } as const;

test("a content ends before a second cue of the same subject", () => {
  const { reading, trees, candidate, words } = parsed(SENTENCE, { ...TREE, called: ["said", "conj"] }, ["called"]);
  const found = beforeOtherClause(reading, trees, candidate("Lee", "said", "he was ill and called it a flu"));
  expect(words(found.content)).toBe("he was ill");
});

test.each([
  ["a verb of the content's", { ...TREE, called: ["ill", "conj"] }, ["called"]],
  ["a verb that is no cue", { ...TREE, called: ["said", "conj"] }, []],
  ["a verb with a subject of its own", { ...TREE, called: ["said", "conj"], he: ["called", "nsubj"] }, ["called"]],
] as const)("it does not end before %s", (_, tree, cues) => {
  const { reading, trees, candidate, words } = parsed(SENTENCE, tree, cues);
  const found = beforeOtherClause(reading, trees, candidate("Lee", "said", "he was ill and called it a flu"));
  expect(words(found.content)).toBe("he was ill and called it a flu");
});

test.each([
  ["a content ends before a side clause that is the cue's", ["drew"], "the cost"],
  ["not when the encoder takes it for content", [], "the cost , as the vote drew near"],
] as const)("%s", (_, doubted, expected) => {
  const text = "Lee cited the cost , as the vote drew near .";
  const tree = {
    cost: ["cited", "obj"],
    ",": ["drew", "punct"],
    as: ["drew", "mark"],
    vote: ["drew", "nsubj"],
  } as const;
  const whole = { ...tree, the: ["vote", "det"], drew: ["cited", "advcl"], near: ["drew", "advmod"] } as const;
  const { reading, trees, candidate, words } = parsed(text, whole, [], doubted);
  const found = beforeOtherClause(reading, trees, candidate("Lee", "cited", "the cost , as the vote drew near"));
  expect(words(found.content)).toBe(expected);
});

test("a content ends before the verb that its cue hangs on", () => {
  const text = "The claim that he won set off a storm .";
  const tree = { claim: ["set", "nsubj"], that: ["won", "mark"], he: ["won", "nsubj"], won: ["claim", "acl"] } as const;
  const { reading, trees, candidate, words } = parsed(text, tree, [], ["set"]);
  const found = beforeOtherClause(reading, trees, candidate("The", "claim", "that he won set off a storm"));
  expect(words(found.content)).toBe("that he won");
});

test("the second cue has the first one's source, not the subject inside its content", () => {
  const { reading, trees, candidate, words } = parsed(SENTENCE, { ...TREE, called: ["said", "conj"] }, ["called"]);
  const both = [candidate("Lee", "said", "he was ill"), candidate("he", "called", "it a flu")];
  expect(withFirstSource(reading, trees, both).map(({ source }) => words(source))).toEqual(["Lee", "Lee"]);
});

test("a source outside the first one's content stays", () => {
  const text = "Lee said he was ill and Ruiz called it a flu .";
  const { reading, trees, candidate, words } = parsed(text, { ...TREE, called: ["said", "conj"] }, ["called"]);
  const both = [candidate("Lee", "said", "he was ill"), candidate("Ruiz", "called", "it a flu")];
  expect(withFirstSource(reading, trees, both).map(({ source }) => words(source))).toEqual(["Lee", "Ruiz"]);
});
