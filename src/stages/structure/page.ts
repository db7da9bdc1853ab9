import type { StructureLexicons } from "../../lexicons/structure.js";
import type { Article } from "../../model/article.js";
import type { BlockKind } from "../../model/block.js";
import type { TextLine } from "./text-lines.js";

/** The lines of an article, and what the rules know of each so far. */
export interface Page {
  readonly article: Article;
  readonly lines: readonly TextLine[];
  readonly lexicons: StructureLexicons;
  /** Kind of each line; undefined while no rule has spoken. Filled rule by rule, in the order of the list of rules. */
  readonly kinds: readonly (BlockKind | undefined)[];
  /** Words of each line as lists have them; empty for lines longer than any entry. */
  readonly plain: readonly string[];
  /** The record's title in the same form; empty without one. */
  readonly title: string;
  /** True for lines of running text. */
  readonly prose: readonly boolean[];
  /** Level of each line's Markdown heading; 0 for other lines. */
  readonly headings: readonly number[];
  /** How many lines at the top are Markdown front matter. */
  readonly frontMatter: number;
  /** True when several lines begin with a speaker's label: 'Q: …', 'JR: …'. */
  readonly isInterview: boolean;
  /** Indexes of the first and last line of running text; -1 without one. */
  readonly firstProse: number;
  readonly lastProse: number;
}

/** Says what a line is, or undefined to leave it to the next rule. */
export type LineRule = (page: Page, index: number) => BlockKind | undefined;

/** Fewest words of a line of running text. */
const PROSE_WORDS = 9;

/** True for running text: a sentence or more. Reads 'The talks ended on Sunday without a deal, he said.', not 'Read more…'. */
export const isProse = (line: TextLine): boolean =>
  line.words >= PROSE_WORDS && /\p{Ll}/u.test(line.text) && /[.?!…:]["'”’»)\]]{0,3}$/u.test(line.text);

/** True when the line stands before the running text, or just after its first line. */
export const isNearTop = (page: Page, index: number): boolean =>
  page.firstProse < 0 ? index < 6 : index <= page.firstProse + 1 && index < 25;

/** True when no running text stands after the line. */
export const isAfterProse = (page: Page, index: number): boolean => page.lastProse >= 0 && index > page.lastProse;
