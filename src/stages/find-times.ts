import { defineStage } from "../core/stage.js";
import type { TimeLexicons } from "../lexicons/time-lexicons.js";
import type { TimeExpression } from "../model/time-expression.js";
import { cellsOf } from "./times/cells.js";
import { buildGrammar, matchesIn, settle } from "./times/grammar.js";
import { timeRules } from "./times/rules.js";
import { story } from "./times/story.js";
import { triggerOf, windowsOf } from "./times/triggers.js";
import { buildVocabulary } from "./times/vocabulary.js";

/**
 * Time expressions with TIMEX3 values. Values that need a day of writing take the dateline's date or the publication
 * date, never the clock; without one they stay unresolved and a problem says so.
 */
export const findTimes = (options: { readonly lexicons: TimeLexicons }) => {
  const vocabulary = buildVocabulary(options.lexicons);
  const grammar = buildGrammar(timeRules);
  const trigger = triggerOf(grammar.patterns, vocabulary);
  return defineStage({
    name: "find-times",
    reads: ["tokens", "sentences", "header"],
    writes: "times",
    run: ({ tokens, sentences, header }, report) => {
      const teller = story({ tokens, sentences, header, lexicons: options.lexicons, report });
      const times: TimeExpression[] = [];
      for (const [from, to] of windowsOf(tokens, trigger)) {
        const found = matchesIn(grammar, cellsOf(tokens, from, to, vocabulary));
        if (found.length === 0) continue;
        const scene = teller.scene;
        times.push(...teller.tell(settle(found.filter(({ rule, match }) => rule.accepts?.(match, scene) ?? true))));
      }
      return times;
    },
  });
};
