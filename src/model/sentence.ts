import type { Span } from "./span.js";

/** A sentence, inside one block. Sentences do not overlap and cover all tokens. */
export interface Sentence extends Span {
  /** Index of its first token. */
  readonly firstToken: number;
  /** One past the index of its last token. */
  readonly endToken: number;
  /** Index of the block it stands in. */
  readonly block: number;
}
