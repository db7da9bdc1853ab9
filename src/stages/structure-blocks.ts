import { defineStage } from "../core/stage.js";
import type { StructureLexicons } from "../lexicons/structure.js";
import type { Article } from "../model/article.js";
import type { BlockKind } from "../model/block.js";
import { boilerplateLine, breadcrumbLine, menuLine } from "./structure/boilerplate-line.js";
import { captionLine } from "./structure/caption-line.js";
import { duplicates, marked } from "./structure/duplicates.js";
import {
  bylineAddressLine,
  bylineLine,
  dateLine,
  datelineLine,
  labelledDateLine,
  mastheadLine,
} from "./structure/header-lines.js";
import { deckLine, headlineLine, isSentenceDeck, subheadingLine } from "./structure/headline.js";
import { frontMatterLength, frontMatterLine, headingLevel, markedHeading, withoutMarks } from "./structure/markdown.js";
import { isProse, type LineRule, type Page } from "./structure/page.js";
import { pressTrailerLine } from "./structure/press-trailer.js";
import { normalized, textLines } from "./structure/text-lines.js";
import { trailerLine } from "./structure/trailer.js";
import { isLabelled } from "./structure/turns.js";
import { unwrapped } from "./structure/unwrap.js";

/** From what a line alone shows to what its place shows; the first rule that speaks wins. */
const RULES: readonly LineRule[] = [
  frontMatterLine,
  pressTrailerLine,
  labelledDateLine,
  bylineAddressLine,
  boilerplateLine,
  breadcrumbLine,
  menuLine,
  captionLine,
  bylineLine,
  datelineLine,
  markedHeading,
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

/** Labelled lines that make an interview. */
const MIN_TURNS = 4;

function kindsOf(
  article: Article,
  written: Page["lines"],
  lexicons: StructureLexicons,
): readonly (BlockKind | undefined)[] {
  const lines = written.map(withoutMarks);
  const headings = written.map(({ text }) => headingLevel(text));
  const frontMatter = frontMatterLength(written);
  const kinds = new Array<BlockKind | undefined>(lines.length).fill(undefined);
  const prose = lines.map(
    (line, index) =>
      isProse(line) && index >= frontMatter && headings[index] === 0 && !isSentenceDeck(lines, index, lexicons),
  );
  const page: Page = {
    article,
    lines,
    lexicons,
    kinds,
    plain: lines.map(({ text }) => (text.length <= MAX_PLAIN ? normalized(text) : "")),
    title: normalized(article.title ?? ""),
    prose,
    headings,
    frontMatter,
    isInterview: lines.filter(({ text }) => isLabelled(text)).length >= MIN_TURNS,
    firstProse: prose.indexOf(true),
    lastProse: prose.lastIndexOf(true),
  };
  for (const rule of RULES) {
    for (const index of lines.keys()) kinds[index] ??= rule(page, index);
  }
  return kinds;
}
