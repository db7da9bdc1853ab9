import { defineStage } from "../core/stage.js";
import type { TimeLexicons } from "../lexicons/time-lexicons.js";
import type { TimeExpression } from "../model/time-expression.js";
import { cellsOf } from "./times/cells.js";
import { buildGrammar, type Candidate, matchesAt, settle } from "./times/grammar.js";
import { timeRules } from "./times/rules.js";
import { story } from "./times/story.js";
import { buildVocabulary } from "./times/vocabulary.js";

/**
 * Time expressions with TIMEX3 values. Values that need a day of writing take the dateline's date or the publication
 * date, never the clock; without one they stay unresolved and a problem says so.
 */
export const findTimes = (options: { readonly lexicons: TimeLexicons }) => {
  const vocabulary = buildVocabulary(options.lexicons);
  const grammar = buildGrammar(timeRules);
  return defineStage({
    name: "find-times",
    reads: ["tokens", "sentences", "header"],
    writes: "times",
    run: ({ tokens, sentences, header }, report) => {
      const teller = story({ tokens, sentences, header, lexicons: options.lexicons, report });
      const times: TimeExpression[] = [];
      let from = 0;
      while (from < tokens.length) {
        let to = from;
        while (to < tokens.length && tokens[to]!.block === tokens[from]!.block) to++;
        const cells = cellsOf(tokens, from, to, vocabulary);
        const found: Candidate[] = [];
        for (let i = 0; i < cells.length; i++) matchesAt(grammar, cells, i, found);
        const accepted = found.filter(({ rule, match }) => rule.accepts?.(match, teller.scene()) ?? true);
        times.push(...teller.tell(settle(accepted)));
        from = to;
      }
      return times;
    },
  });
};
