import type { Tagger } from "../adapters/wink.js";
import { defineStage } from "../core/stage.js";
import { type Block, isExtractable } from "../model/block.js";
import type { Token } from "../model/token.js";
import { fold, visible } from "../text/fold.js";
import { mendTokens } from "./tokens/mend-tokens.js";

/**
 * Tokens with lemma and POS for every block that is read for content, by wink-nlp. Every character that is not blank or
 * invisible is in one token. An article that is not English gets no tokens, and so nothing downstream, and a problem
 * that says so.
 */
export const tokenize = (options: { readonly tagger: Tagger }) =>
  defineStage({
    name: "tokenize",
    reads: ["blocks", "language"],
    writes: "words",
    run: ({ article, blocks, language }, report) => {
      if (language !== "en") {
        report({ rule: "language", message: `language is '${language}', not 'en': only structure is given` });
        return [];
      }
      return blocks.flatMap((block, index) =>
        isExtractable(block) ? tokensOf(article.text, block, index, options.tagger) : [],
      );
    },
  });

function tokensOf(article: string, block: Block, index: number, tagger: Tagger): readonly Token[] {
  const folded = fold(article.slice(block.start, block.end));
  return mendTokens(folded.text, tagger(folded.text)).map(({ start, end, lemma, pos }) => {
    const from = block.start + folded.offsetOf(start);
    // the end of the last character, not the start of the next: what was folded away after the word stays outside it
    const to = block.start + endOf(folded.offsetOf(end - 1), article, block.start);
    return { start: from, end: to, text: visible(article.slice(from, to)), lemma, pos, block: index };
  });
}

/** One past a character at an offset of a block, with the combining marks that belong to it. */
function endOf(last: number, article: string, blockStart: number): number {
  let end = last + 1;
  while (/^\p{M}/u.test(article[blockStart + end] ?? "")) end++;
  return end;
}
