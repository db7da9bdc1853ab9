import type { StructureLexicons } from "../../lexicons/structure.js";
import type { BlockKind } from "../../model/block.js";
import type { Report } from "../../model/problem.js";
import type { Span } from "../../model/span.js";
import { dateOfLine, firstDate, type LineDate } from "./date-line.js";
import { leadingDateline } from "./dateline.js";

/** A block of the header or trailer: its words without the blanks around them. */
export interface HeaderBlock extends Span {
  readonly kind: BlockKind;
  readonly text: string;
  readonly index: number;
}

/**
 * The date of publication that the text gives: a line labelled so, else a date line, else a date in a dateline or byline,
 * else the page's own date above the headline. Reports a date whose day and month cannot be told apart.
 */
export function publishedInText(
  blocks: readonly HeaderBlock[],
  lexicons: StructureLexicons,
  report: Report,
): string | null {
  const found = blocks.flatMap((block) => {
    const date = dateOfBlock(block, lexicons);
    return date === null ? [] : [{ block, date, rank: rank(block) }];
  });
  const best = found.sort((a, b) => a.rank - b.rank || a.block.start - b.block.start)[0];
  if (best === undefined) return null;
  const { block, date } = best;
  if (date.ambiguous) {
    const message = `'${block.text}' is read month first, as ${date.value}; give 'published' in the record to be sure`;
    report({ rule: "ambiguous-date", message, span: { start: block.start, end: block.end } });
  }
  return date.value;
}

function dateOfBlock({ kind, text }: HeaderBlock, lexicons: StructureLexicons): LineDate | null {
  if (kind === "byline" || kind === "dateline") return text.length <= 220 ? firstDate(text, lexicons) : null;
  if (kind === "body") return dateOfDateline(text, lexicons);
  if (kind === "headline") return dateAfterHeadline(text, lexicons);
  return kind === "boilerplate" ? dateOfLine(text, lexicons) : null;
}

/** The date with its year in a dateline before the text: 'LEEDS, England – February 18, 2025 – Roe Water said'. */
function dateOfDateline(text: string, lexicons: StructureLexicons): LineDate | null {
  const date = leadingDateline(text, lexicons)?.date;
  return date === undefined ? null : firstDate(date, lexicons);
}

/** The date that a page's text runs into its headline: 'Council closes bridge Tuesday, March 4, 2025'. */
function dateAfterHeadline(text: string, lexicons: StructureLexicons): LineDate | null {
  const tail = /(\p{L}{6,9}),? \p{L}{3,9}\.? \d{1,2}, \d{4}$/u.exec(text.slice(-40));
  return tail?.[1] && lexicons.weekdays.has(tail[1].toLowerCase()) ? firstDate(tail[0], lexicons) : null;
}

const rank = ({ kind, text }: HeaderBlock): number => {
  if (/\b(?:published|posted|issued|released)\b/i.test(text)) return 0;
  if (/\b(?:updated|modified|update)\b/i.test(text)) return 3;
  return { dateline: 1, byline: 2, body: 3 }[kind as string] ?? 4;
};
