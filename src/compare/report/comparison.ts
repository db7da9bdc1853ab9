import type { KnowledgeFile } from "../../model/knowledge-file.js";
import type { ArticleDiff } from "../change.js";
import type { Excess, Limit } from "../tolerance.js";
import type { Standing, Totals } from "../totals.js";

/** What every report tells of a comparison before its articles. */
export interface Comparison {
  readonly totals: Totals;
  /** Articles with changes, worst first. */
  readonly worst: readonly Standing[];
  /** Files that could not be compared, and why. */
  readonly failures: readonly { readonly file: string; readonly message: string }[];
  readonly limits: readonly Limit[];
  readonly excesses: readonly Excess[];
}

/** One article's changes, with its readings so that reports can show the words around a fact. */
export interface Detail {
  readonly diff: ArticleDiff;
  readonly old?: KnowledgeFile | undefined;
  readonly now?: KnowledgeFile | undefined;
}

/** True when nothing passed its limit and every file could be read. */
export const isWithin = ({ excesses, failures }: Comparison): boolean => excesses.length === 0 && failures.length === 0;
