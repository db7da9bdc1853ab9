import type { Span } from "./span.js";

/** What a line or block of an article is. When in doubt, `body`. */
export const BLOCK_KINDS = [
  "headline",
  "deck",
  "byline",
  "dateline",
  "caption",
  "body",
  "subheading",
  "boilerplate",
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/** One block. Blocks are in order, do not overlap, and together cover the text (line ends belong to the block before). */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Index of the earlier block with the same words, when this one repeats it. */
  readonly duplicateOf?: number;
}

/** True for the blocks that names, dates and quotations are looked for in: all but boilerplate and exact duplicates. */
export const isExtractable = (block: Block): boolean => block.kind !== "boilerplate" && block.duplicateOf === undefined;
