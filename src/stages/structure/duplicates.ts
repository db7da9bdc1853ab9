import type { Block } from "../../model/block.js";
import type { TextLine } from "./text-lines.js";

/** A line this long is no table cell, answer or refrain; counted in characters. */
const MIN_LENGTH = 40;
/** The same for a line that stands right under its like. */
const MIN_ADJACENT = 12;

/** For each line, the index of the first one with the same words: long lines anywhere, shorter ones one below another. */
export function duplicates(lines: readonly TextLine[]): readonly (number | undefined)[] {
  const first = new Map<string, number>();
  return lines.map(({ text }, index) => {
    if (text.length < MIN_ADJACENT) return undefined;
    const words = singleBlanks(text);
    const earlier = first.get(words);
    if (earlier === undefined) first.set(words, index);
    if (earlier === undefined || text.length >= MIN_LENGTH) return earlier;
    const isAdjacent = singleBlanks(lines[index - 1]?.text ?? "") === words;
    return isAdjacent ? earlier : undefined;
  });
}

/** Most lines have single blanks as they are. */
const singleBlanks = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text);

/** The block with its mark, when there is one. */
export const marked = (block: Block, duplicateOf: number | undefined): Block =>
  duplicateOf === undefined ? block : { ...block, duplicateOf };
