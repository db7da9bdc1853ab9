import { expect, test } from "vitest";
import { cueLexicons } from "../../../pipelines/cue-lexicons.js";
import type { Candidate } from "../../../src/stages/quotes/candidate.js";
import { withWholeEnds } from "../../../src/stages/quotes/content-edges.js";
import { cueLexicon } from "../../../src/stages/quotes/cue-lexicon.js";
import { findQuotations } from "../../../src/stages/quotes/quote-marks.js";
import { type Run, readingOf, spanOfRun } from "../../../src/stages/quotes/reading.js";
import { doc, ignore } from "../../helpers/doc.js";

const lexicon = cueLexicon(cueLexicons());

/** A text with its content so far between bars, how likely each word after it is content, and other cues in it. */
interface Case {
  readonly text: string;
  readonly after: number;
  /** Words that lead on to the word after them, by relation. */
  readonly leading?: Readonly<Record<string, string>>;
  readonly cues?: readonly string[];
}

/** The content with its end mended. */
function mended({ text: marked, after, leading = {}, cues = [] }: Case): string {
  const [before = "", inside = "", rest = ""] = marked.split("|");
  const text = before + inside + rest;
  const base = doc(text);
  const reading = readingOf(base, lexicon, findQuotations(base.tokens, ignore));
  const runOf = (start: number, end: number): Run => ({
    first: base.tokens.findIndex((token) => token.start >= start),
    end: base.tokens.findLastIndex((token) => token.end <= end) + 1,
  });
  const runOfWords = (words: string): Run => runOf(text.indexOf(words), text.indexOf(words) + words.length);
  const content = [runOf(before.length, before.length + inside.length)];
  const candidate = (run: readonly Run[], cue: readonly Run[]): Candidate => ({
    content: run,
    cue,
    source: [],
    by: "test",
    strength: 1,
  });
  const scores = {
    contentScores: base.tokens.map(({ start }) => (start < before.length + inside.length ? 0.9 : after)),
    heads: base.tokens.map((token, i) => (leading[token.text] ? i + 1 : 0)),
    relations: base.tokens.map((token) => leading[token.text] ?? "dep"),
  };
  const others = cues.map((words) => candidate([], [runOfWords(words)]));
  const [first] = withWholeEnds(reading, scores, [candidate(content, []), ...others], 0.25);
  return first!.content
    .map((run) => spanOfRun(reading, run))
    .map(({ start, end }) => text.slice(start, end))
    .join(" … ");
}

test.each<[string, Case, string]>([
  [
    "a phrase that breaks off goes on while its words are half likely",
    { text: "Lee says |it will cost $4 million over ten| years. Nobody asked.", after: 0.4 },
    "it will cost $4 million over ten years",
  ],
  ["not when they are unlikely", { text: "Lee says |the pier is shut| until noon.", after: 0.1 }, "the pier is shut"],
  [
    "not beyond a stop",
    { text: "Lee says |the pier is shut|, with a fence around it.", after: 0.4 },
    "the pier is shut",
  ],
  [
    "a word that leads on to nothing is dropped",
    { text: "Lee did not name |a site in| her letter.", after: 0.1, leading: { in: "case" } },
    "a site",
  ],
  [
    "so is a joining word before another cue",
    {
      text: "Lee said |the pier is shut| and promised a new one.",
      after: 0.4,
      leading: { and: "cc" },
      cues: ["promised"],
    },
    "the pier is shut",
  ],
  [
    "a particle at the end is no such word",
    { text: "Lee said |the deal was called off| on Friday.", after: 0.1, leading: {} },
    "the deal was called off",
  ],
])("%s", (_, given, expected) => {
  expect(mended(given)).toBe(expected);
});

test("a source that is a function word alone goes on to its noun", () => {
  const text = "Even Norway warned of a storm.";
  const base = doc(text);
  const reading = readingOf(base, lexicon, findQuotations(base.tokens, ignore));
  const run = (first: number, end: number): readonly Run[] => [{ first, end }];
  const seen: Candidate = { content: run(4, 6), cue: run(2, 4), source: run(0, 1), by: "test", strength: 1 };
  const scores = {
    contentScores: base.tokens.map(() => 0),
    heads: base.tokens.map((_, i) => (i === 0 ? 1 : i)),
    relations: base.tokens.map((_, i) => (i === 0 ? "advmod" : "dep")),
  };
  const sourceOf = (candidate: Candidate) => withWholeEnds(reading, scores, [candidate], 0.25)[0]!.source;
  expect(sourceOf(seen)).toEqual(run(0, 2));
  // not over a cue
  expect(sourceOf({ ...seen, cue: run(1, 2) })).toEqual(run(0, 1));
});
