import { isAfterProse, type LineRule, type Page } from "./page.js";
import { normalized } from "./text-lines.js";

/** Longest name of an outlet and longest blurb about it, in words. */
const MAX_NAME = 6;
const MAX_BLURB = 60;
/** Lines at the end in which a trailer is looked for. */
const TAIL = 12;

/**
 * The publisher's trailer, after the running text and under a byline or furniture: the outlet's name standing alone, and
 * the blurb about it. Takes 'The Valley Post', 'The Valley Post is the oldest daily in …'; refuses the same sentence in
 * running text and lines that name nobody.
 */
export const trailerLine: LineRule = (page, index) => {
  const { lines, kinds } = page;
  if (index < lines.length - TAIL || index === 0) return undefined;
  if (isBlurb(page, index)) return "boilerplate";
  const before = kinds[index - 1];
  const isUnder = before === "boilerplate" || before === "byline";
  return isUnder && isOutletName(page, index) ? "boilerplate" : undefined;
};

/** A short line without a stop that names the record's source, or that a blurb or another such line repeats. */
function isOutletName(page: Page, index: number): boolean {
  const { text, words } = page.lines[index]!;
  if (words > MAX_NAME || !/^\p{Lu}/u.test(text) || /[.?!:;,]$/.test(text)) return false;
  const name = normalized(text);
  if (name === normalized(page.article.source ?? "")) return true;
  const isRepeated = page.lines.some(
    (line, at) => at > index && normalized(line.text.slice(0, text.length + 1)) === name,
  );
  return isRepeated && (isAfterProse(page, index) || page.lines.some((_, at) => at > index && isBlurb(page, at)));
}

const ABOUT = /^(?:about|who we are:?)\s/i;
const IS_A = /^\s?(?:\([^()]{1,40}\)|,[^,]{1,60},)?\s?(?:is|was founded|has been|provides|delivers|covers|publishes)\s/;

/** 'NAME is the largest media outlet in …' where the line before is NAME or furniture and the words say what it is. */
function isBlurb({ lines, kinds, lexicons }: Page, index: number): boolean {
  const { text, words } = lines[index]!;
  if (words > MAX_BLURB || words < 6 || index < lines.length - TAIL) return false;
  const [, previous] = [lines[index], lines[index - 1]];
  if (!previous || previous.words > MAX_NAME) return false;
  const name = previous.text.replace(ABOUT, "");
  if (!text.startsWith(name) || name.length < 3) return false;
  const says = (text.match(/\p{L}+/gu) ?? []).some((word) => lexicons.outletNouns.has(word.toLowerCase()));
  return IS_A.test(text.slice(name.length)) && says && kinds[index] === undefined;
}
