import type { Upos } from "../../model/token.js";
import type { Facts } from "./vocabulary.js";

/** A word, number or mark as the grammar sees it: tokens cut at hyphens and digits, numbers and phrases joined. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** True when it is written with a capital. */
  readonly isCapital: boolean;
  /** Facts about it; absent for words the grammar does not know. */
  readonly facts: Facts | undefined;
  readonly mask: number;
  readonly pos: Upos;
  /** Index of its first token. */
  readonly token: number;
}
