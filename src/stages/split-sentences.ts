import { defineStage } from "../core/stage.js";
import type { Sentence } from "../model/sentence.js";
import type { Token } from "../model/token.js";
import { isBreak } from "./sentences/is-break.js";

/** Abbreviations, lower-case, with their stop. */
export interface SentenceOptions {
  /** A full stop after them seldom ends a sentence: 'Lt.', 'Gov.'. */
  readonly abbreviations: ReadonlySet<string>;
  /** They may end a sentence: 'Inc.', 'Pa.', 'p.m.'. */
  readonly atEnd?: ReadonlySet<string>;
  /** They do not end one before a number: 'No. 4'. */
  readonly beforeNumbers?: ReadonlySet<string>;
}

/**
 * Sentences over the tokens, block by block. A sentence ends at a full stop, question or exclamation mark or ellipsis
 * with the closing marks after it, unless what follows goes on in lower case ('"Really?" he asked') or the stop belongs
 * to an abbreviation ('Lt. Gov. Smith').
 */
export const splitSentences = (options: SentenceOptions) =>
  defineStage({
    name: "split-sentences",
    reads: ["tokens"],
    writes: "sentences",
    run: ({ tokens }) => {
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
