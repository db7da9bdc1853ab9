import type { LineRule, Page } from "./page.js";

const IMMEDIATE = "for immediate release";
const END_MARK = /^(?:#\s?#\s?#|-+\s?(?:30|ends?)\s?-+|ends)$/i;
const CONTACTS = /^(?:media|press|investors?|news)\s(?:contacts?|enquiries|inquiries|relations|office)\b.{0,30}$/i;

/**
 * What stands under a press release: from its end mark, 'About FIRM' or 'Media contact:' on, all lines. Only in an article
 * labelled 'For immediate release'; refuses the same lines elsewhere.
 */
export const pressTrailerLine: LineRule = (page, index) => {
  if (!isRelease(page) || index < page.lines.length / 3) return undefined;
  return page.kinds[index - 1] === "boilerplate" || opensTrailer(page, index) ? "boilerplate" : undefined;
};

/** The label stands among the first lines. */
const isRelease = ({ plain }: Page): boolean => plain.slice(0, 8).some((line) => line.startsWith(IMMEDIATE));

function opensTrailer({ lines, plain }: Page, index: number): boolean {
  const { text } = lines[index]!;
  if (END_MARK.test(text) || CONTACTS.test(text)) return true;
  const name = /^about\s(.{3,60})$/.exec(plain[index]!)?.[1];
  return name !== undefined && !/[.?!]$/.test(text) && (plain[index + 1] ?? lines[index + 1]?.text ?? "") !== "";
}
