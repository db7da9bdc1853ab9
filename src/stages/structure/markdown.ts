import { isNearTop, type LineRule, type Page } from "./page.js";
import type { TextLine } from "./text-lines.js";

const HEADING = /^(#{1,6})[ \t]+(?=["“‘'(]?[\p{L}\p{N}])/u;
/** Emphasis around a whole line. Refuses '*', '***' and '*one* and *two*'. */
const EMPHASIS = /^([*_]{1,3})(?=["“‘'(]?[\p{L}\p{N}])([^*_]+)\1$/u;

/** Level of a Markdown heading, 1 to 6; 0 for any other line. Takes '## What comes next'; refuses '#1 seed', '#bridge'. */
export const headingLevel = (text: string): number => HEADING.exec(text)?.[1]?.length ?? 0;

/** Length of the marks at a line's two ends: '# Title' has 2 and 0, '*By Jane Roe*' has 1 and 1, most have none. */
export function markLengths(text: string): readonly [before: number, after: number] {
  const heading = HEADING.exec(text)?.[0].length ?? 0;
  const around = EMPHASIS.exec(text.slice(heading))?.[1]?.length ?? 0;
  return [heading + around, around];
}

/** The line as readers see it, without the marks of a heading or of emphasis around the whole. */
export function withoutMarks(line: TextLine): TextLine {
  const [before, after] = markLengths(line.text);
  if (before === 0) return line;
  const text = line.text.slice(before, line.text.length - after);
  return {
    ...line,
    text,
    textStart: line.textStart + before,
    words: line.words - (headingLevel(line.text) > 0 ? 1 : 0),
  };
}

/** Longest front matter, in lines. */
const MAX_FRONT_MATTER = 40;
const FIELD = /^[\p{L}_][\p{L}\p{N}_-]{0,30}\s?[:=](?:\s|$)/u;

/**
 * How many lines at the top are front matter: '---', fields such as 'title: Bridge closed', '---'. Refuses a ruler over
 * running text.
 */
export function frontMatterLength(lines: readonly TextLine[]): number {
  const fence = lines[0]?.text ?? "";
  if (fence !== "---" && fence !== "+++") return 0;
  const end = lines.slice(1, MAX_FRONT_MATTER).findIndex(({ text }) => text === fence) + 1;
  const fields = lines.slice(1, end);
  const isField = ({ text }: TextLine): boolean => FIELD.test(text) || /^(?:- |[\]}[{])/.test(text);
  return fields.length > 0 && FIELD.test(fields[0]!.text) && fields.every(isField) ? end + 1 : 0;
}

/** All lines of the front matter. */
export const frontMatterLine: LineRule = ({ frontMatter }, index) => (index < frontMatter ? "boilerplate" : undefined);

/** A Markdown heading: the first of level 1 near the top is the headline, unless the record's title stands elsewhere. */
export const markedHeading: LineRule = (page, index) => {
  const level = page.headings[index]!;
  if (level === 0 || page.lines[index]!.words > MAX_WORDS) return undefined;
  return level === 1 && isTopHeading(page, index) ? "headline" : "subheading";
};

/** Longest heading, in words. */
const MAX_WORDS = 32;

function isTopHeading(page: Page, index: number): boolean {
  const { kinds, title, plain } = page;
  if (!isNearTop(page, index) || kinds.includes("headline")) return false;
  return title === "" || plain[index] === title || !plain.includes(title);
}
