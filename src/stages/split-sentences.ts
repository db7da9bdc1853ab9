import { defineStage } from "../core/stage.js";
import type { Sentence } from "../model/sentence.js";
import type { Token } from "../model/token.js";

/** Words after which a full stop seldom ends a sentence, lower-case with the stop. */
export interface SentenceOptions {
  readonly abbreviations: ReadonlySet<string>;
}

const CLOSING = /^["'”’»)\]]+$/u;
const ENDS = /^([.?!…]+|\.{2,})$/u;

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
        if (i + 1 < tokens.length && !isBreak(tokens, i, options.abbreviations)) continue;
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

/** True when a sentence ends after token `i`. Reads 'Corp. “We' as a break, 'Gov. Smith' and 'tango?” he' as none. */
function isBreak(tokens: readonly Token[], i: number, abbreviations: ReadonlySet<string>): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1]!;
  if (token.block !== next.block) return true;
  if (CLOSING.test(next.text) && next.start === token.end) return false;
  if (/^[,;:)]/.test(next.text)) return false;
  let last = i;
  while (last > 0 && CLOSING.test(tokens[last]!.text) && tokens[last - 1]!.end === tokens[last]!.start) last--;
  const mark = tokens[last]!;
  const abbreviation = mark.text.length > 1 && mark.text.endsWith(".") && !ENDS.test(mark.text);
  if (!abbreviation && !ENDS.test(mark.text)) return false;
  if (next.start === token.end && last === i) return false;
  if (/^\p{Ll}/u.test(next.text)) return false;
  const stop = abbreviation ? mark.text : `${tokens[last - 1]?.text ?? ""}${mark.text}`;
  if (last === i && abbreviations.has(stop.toLowerCase())) return false;
  return !(last === i && /^(\p{Lu}\.)+$/u.test(stop) && !startsSentence(next));
}

/** After initials ('U.S.', 'J.') only a word that seldom continues a name starts a sentence. */
const startsSentence = (token: Token): boolean =>
  ["DET", "PRON", "ADV", "CCONJ", "SCONJ", "ADP", "AUX"].includes(token.pos) || /^["“‘(]/u.test(token.text);
