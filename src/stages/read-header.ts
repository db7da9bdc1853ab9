import { defineStage } from "../core/stage.js";
import type { StructureLexicons } from "../lexicons/structure.js";
import { type Block, isExtractable } from "../model/block.js";
import type { Byline, Dateline, Header } from "../model/header.js";
import { bylineNames, isAddress, isOutlet, isPersonName } from "./structure/byline.js";
import { leadingDateline } from "./structure/dateline.js";
import { datelineDay } from "./structure/dateline-day.js";
import { markLengths } from "./structure/markdown.js";
import { nameCase } from "./structure/name-case.js";
import { type HeaderBlock, publishedInText } from "./structure/published.js";
import { recordAuthors } from "./structure/record-authors.js";
import { trim } from "./structure/text-lines.js";

/** Blocks of running text in which a dateline is looked for: the first, and those after a deck taken for text. */
const DATELINE_BLOCKS = 3;

/**
 * What the article says of itself. Title and publication date come from the record first, then from the text; bylines
 * from the text first, since there they have places; never the clock.
 */
export const readHeader = (options: { readonly lexicons: StructureLexicons }) =>
  defineStage({
    name: "read-header",
    reads: ["blocks"],
    writes: "header",
    run: ({ article, blocks }, report): Header => {
      const { lexicons } = options;
      const parts = headerBlocks(article.text, blocks);
      const inText = article.published ? null : publishedInText(parts, lexicons, report);
      const published = article.published ?? inText;
      const bylines = bylinesInText(parts, lexicons);
      return {
        title: article.title?.trim() || parts.find(({ kind }) => kind === "headline")?.text || null,
        bylines: bylines.length > 0 ? bylines : recordAuthors(article.authors ?? [], lexicons),
        dateline: datelineOf(parts, lexicons, published),
        published,
        publishedFrom: article.published ? "record" : inText ? "text" : null,
      };
    },
  });

/** All blocks but the running text after its first few. */
function headerBlocks(text: string, blocks: readonly Block[]): readonly HeaderBlock[] {
  let bodies = 0;
  const parts: HeaderBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "body" && ++bodies > DATELINE_BLOCKS) continue;
    const [start, end] = trim(text, block.start, block.end);
    const [before, after] = markLengths(text.slice(start, end));
    const span = { start: start + before, end: end - after };
    parts.push({ kind: block.kind, ...span, text: text.slice(span.start, span.end), index });
  }
  return parts.filter(
    ({ index, text: words }) =>
      words !== "" && (blocks[index]!.kind === "boilerplate" || isExtractable(blocks[index]!)),
  );
}

function bylinesInText(parts: readonly HeaderBlock[], lexicons: StructureLexicons): readonly Byline[] {
  const all = parts
    .filter(({ kind, text }) => kind === "byline" && !isAddress(text))
    .flatMap(({ text, start }) =>
      (bylineNames(text, lexicons) ?? [{ name: text, start: 0, end: text.length }]).map(
        ({ start: from, end, ...byline }) => ({
          ...byline,
          name: isPersonName(byline.name, lexicons) ? nameCase(byline.name, lexicons) : byline.name,
          span: { start: start + from, end: start + end },
        }),
      ),
    );
  const people = all.filter(({ name }) => !isOutlet(name, lexicons));
  const bylines = people.length > 0 ? people : all;
  const isFirst = (name: string, at: number): boolean =>
    bylines.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) === at;
  const address = parts.find(({ kind, text }) => kind === "byline" && isAddress(text))?.text;
  return bylines
    .filter(({ name }, index) => isFirst(name, index))
    .map((byline, _, { length }) =>
      address && length === 1 && !byline.email ? { ...byline, email: address } : byline,
    );
}

function datelineOf(
  parts: readonly HeaderBlock[],
  lexicons: StructureLexicons,
  published: string | null,
): Dateline | null {
  const candidates = [
    ...parts.filter(({ kind }) => kind === "dateline"),
    ...parts.filter(({ kind }) => kind === "body"),
  ];
  for (const { text, start } of candidates) {
    const found = leadingDateline(text, lexicons);
    if (found === null) continue;
    const date = found.date === undefined ? null : datelineDay(found.date, published, lexicons);
    return {
      span: { start, end: start + found.end },
      place: { start: start + found.place.start, end: start + found.place.end },
      ...(date === null ? {} : { date }),
    };
  }
  return null;
}
