import type { EntityType } from "../../model/mention.js";
import type { NameLexicons } from "./lexicons.js";
import type { Word } from "./words.js";

/** A possible name: words `from` up to `to`, `to` left out. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly type: EntityType;
  readonly rule: string;
}

/** What every rule for names reads. */
export interface NameContext {
  readonly words: readonly Word[];
  readonly lexicons: NameLexicons;
}

/** The words' texts, joined as they are looked up in lists. */
export const phrase = (words: readonly Word[], from: number, to: number): string => {
  let text = words[from]!.text;
  for (let i = from + 1; i < to; i++) text += (words[i]!.start > words[i - 1]!.end ? " " : "") + words[i]!.text;
  return text.replaceAll("’", "'");
};

/** A word in title case: 'WASHINGTON' -> 'Washington', 'KIM JONG-UN' -> 'Kim Jong-Un'. */
export const titleCase = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase());

/** True for a word written with a capital that may be part of a name. */
export const isCapital = (word: Word | undefined): boolean => word?.shape === "title" || word?.shape === "upper";
