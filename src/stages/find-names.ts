import type { NameGuesser } from "../adapters/compromise.js";
import { defineStage } from "../core/stage.js";
import type { Mention } from "../model/mention.js";
import type { Candidate, NameContext } from "./names/candidate.js";
import { classifyRun } from "./names/classify-run.js";
import { typeByContext } from "./names/context-type.js";
import { guesses } from "./names/guesses.js";
import type { NameLexicons } from "./names/lexicons.js";
import { withoutPairs } from "./names/pairs.js";
import { repeats } from "./names/repeats.js";
import { runsOf } from "./names/runs.js";
import { wordsOf } from "./names/words.js";

/**
 * Names by rules and lists: people, organizations, places and other names (demonyms, faiths, events, works). Spans as in
 * CoNLL-2003: no title, no article, no possessive. Takes 'Trump' from 'President Trump’s aide'; refuses 'Friday'.
 */
export const findNames = (options: { readonly lexicons: NameLexicons; readonly guesser?: NameGuesser }) =>
  defineStage({
    name: "find-names",
    reads: ["tokens", "sentences"],
    writes: "names",
    run: ({ article, tokens, sentences }): readonly Mention[] => {
      const context: NameContext = { words: wordsOf(article.text, tokens, sentences), lexicons: options.lexicons };
      const ruled = runsOf(context).flatMap((run) => classifyRun(context, run));
      const sure = ruled.flatMap((candidate) =>
        candidate.rule === "names/shape" ? (typeByContext(context, candidate) ?? []) : candidate,
      );
      const guessed = options.guesser ? guesses(context, article.text, sentences, options.guesser, sure) : [];
      const found = withoutPairs(context, [...sure, ...guessed]);
      return choose([...found, ...repeats(context, found)]).map(({ from, to, type, rule }) => ({
        start: context.words[from]!.start,
        end: context.words[to - 1]!.end,
        type,
        form: "name",
        by: rule,
      }));
    },
  });

/** Settles overlaps: the longer name wins; of two of one length, the repeated name's type, which has seen the whole article. */
function choose(candidates: readonly Candidate[]): readonly Candidate[] {
  const order = [...candidates].sort(
    (a, b) =>
      b.to - b.from - (a.to - a.from) ||
      Number(b.rule === "names/repeated") - Number(a.rule === "names/repeated") ||
      a.from - b.from,
  );
  const taken = new Set<number>();
  const chosen: Candidate[] = [];
  for (const candidate of order) {
    const range = Array.from({ length: candidate.to - candidate.from }, (_, i) => candidate.from + i);
    if (range.some((index) => taken.has(index))) continue;
    for (const index of range) taken.add(index);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.from - b.from);
}
