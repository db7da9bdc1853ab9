import { defineStage } from "../core/stage.js";
import type { SentenceLexicons } from "../lexicons/sentences.js";
import type { Sentence } from "../model/sentence.js";
import { isBreak } from "./sentences/is-break.js";

/**
 * Sentences over the words, block by block. A sentence ends at a full stop, question or exclamation mark or ellipsis
 * with the closing marks after it, unless what follows goes on in lower case ('"Really?" he asked') or the stop belongs
 * to an abbreviation ('Lt. Gov. Smith').
 */
export const splitSentences = (options: SentenceLexicons) =>
  defineStage({
    name: "split-sentences",
    reads: ["words"],
    writes: "sentences",
    run: ({ words: tokens }) => {
      const sentences: Sentence[] = [];
      let first = 0;
      for (let i = 0; i < tokens.length; i++) {
        if (i + 1 < tokens.length && !isBreak(tokens, i, options)) continue;
        sentences.push({
          start: tokens[first]!.start,
          end: tokens[i]!.end,
          firstToken: first,
          endToken: i + 1,
          block: tokens[first]!.block,
        });
        first = i + 1;
      }
      return sentences;
    },
  });
