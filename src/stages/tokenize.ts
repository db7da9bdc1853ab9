import type { Tagger } from "../adapters/wink.js";
import { defineStage } from "../core/stage.js";
import { isExtractable } from "../model/block.js";
import type { Token } from "../model/token.js";

/**
 * Tokens with lemma and POS for every block that is read for content, by wink-nlp. An article that is not English gets
 * no tokens, and so nothing downstream, and a problem that says so.
 */
export const tokenize = (options: { readonly tagger: Tagger }) =>
  defineStage({
    name: "tokenize",
    reads: ["blocks", "language"],
    writes: "tokens",
    run: ({ article, blocks, language }, report) => {
      if (language !== "en") {
        report({ rule: "language", message: `language is '${language}', not 'en': only structure is given` });
        return [];
      }
      const tokens: Token[] = [];
      for (const [index, block] of blocks.entries()) {
        if (!isExtractable(block)) continue;
        for (const { startsSentence, ...token } of options.tagger(article.text.slice(block.start, block.end))) {
          tokens.push({ ...token, start: block.start + token.start, end: block.start + token.end, block: index });
        }
      }
      return tokens;
    },
  });
