import { defineStage } from "../core/stage.js";
import type { StructureLexicons } from "../lexicons/structure.js";
import type { Article } from "../model/article.js";
import type { BlockKind } from "../model/block.js";
import { boilerplateLine, menuLine } from "./structure/boilerplate-line.js";
import { captionLine } from "./structure/caption-line.js";
import { duplicates, marked } from "./structure/duplicates.js";
import { bylineLine, dateLine, datelineLine, mastheadLine } from "./structure/header-lines.js";
import { deckLine, headlineLine, subheadingLine } from "./structure/headline.js";
import { isProse, type LineRule, type Page } from "./structure/page.js";
import { normalized, textLines } from "./structure/text-lines.js";
import { trailerLine } from "./structure/trailer.js";
import { unwrapped } from "./structure/unwrap.js";

/** From what a line alone shows to what its place shows; the first rule that speaks wins. */
const RULES: readonly LineRule[] = [
  boilerplateLine,
  menuLine,
  captionLine,
  bylineLine,
  datelineLine,
  mastheadLine, // before the headline, so that a weather header's city is not taken for one
  headlineLine,
  dateLine,
  trailerLine,
  deckLine,
  subheadingLine,
];

/**
 * One block for each line, or for each paragraph of a hard-wrapped text; together they cover the text. What no rule
 * knows is body. Blocks that repeat an earlier one are marked, not dropped.
 */
export const structureBlocks = (options: { readonly lexicons: StructureLexicons }) =>
  defineStage({
    name: "structure-blocks",
    reads: [],
    writes: "blocks",
    run: ({ article }) => {
      const lines = unwrapped(article.text, textLines(article.text));
      const repeats = duplicates(lines);
      const kinds = kindsOf(article, lines, options.lexicons);
      return lines.map(({ start, end }, index) => marked({ kind: kinds[index] ?? "body", start, end }, repeats[index]));
    },
  });

/** Longest line that rules compare with lists or titles, in characters. */
const MAX_PLAIN = 250;

function kindsOf(
  article: Article,
  lines: Page["lines"],
  lexicons: StructureLexicons,
): readonly (BlockKind | undefined)[] {
  const kinds = new Array<BlockKind | undefined>(lines.length).fill(undefined);
  const prose = lines.map(isProse);
  const page: Page = {
    article,
    lines,
    lexicons,
    kinds,
    plain: lines.map(({ text }) => (text.length <= MAX_PLAIN ? normalized(text) : "")),
    title: normalized(article.title ?? ""),
    prose,
    firstProse: prose.indexOf(true),
    lastProse: prose.lastIndexOf(true),
  };
  for (const rule of RULES) {
    for (const index of lines.keys()) kinds[index] ??= rule(page, index);
  }
  return kinds;
}
