import { bylineNames, isAddress, isOutlet } from "./byline.js";
import { dateOfLine } from "./date-line.js";
import { leadingDateline } from "./dateline.js";
import { isAfterProse, isNearTop, type LineRule, type Page } from "./page.js";
import { normalized } from "./text-lines.js";

/** Lines after the running text in which bylines are looked for. */
const TAIL = 12;

/** Bylines near the top or after the running text: 'By Jane Roe', 'JOHN DOE, Staff Writer', '(Reporting by Jane Roe)'. */
export const bylineLine: LineRule = (page, index) => {
  const { text, words } = page.lines[index]!;
  if (words > 30 || page.lines.length < 2) return undefined;
  const atEnd = isAfterProse(page, index) || index >= page.lines.length - TAIL;
  if (!isNearTop(page, index) && !atEnd) return undefined;
  if (isRecordAuthor(page, index) || isUnderByline(page, index)) return "byline";
  return bylineNames(text, page.lexicons) ? "byline" : undefined;
};

const isRecordAuthor = ({ article, plain }: Page, index: number): boolean =>
  (article.authors ?? []).some((author) => normalized(author) === plain[index]);

/** The outlet or role under a writer's name: 'By Jane Roe', then 'The Valley Tribune' or 'Special to The Tribune'. */
const isUnderByline = ({ kinds, lines, lexicons }: Page, index: number): boolean =>
  kinds[index - 1] === "byline" &&
  (isOutlet(lines[index]!.text, lexicons) || /^special to \p{Lu}/iu.test(lines[index]!.text));

/** The writer's address on a line of its own at most two lines under 'By Jane Roe'. */
export const bylineAddressLine: LineRule = (page, index) => {
  const { text } = page.lines[index]!;
  if (!isNearTop(page, index) || !isAddress(text)) return undefined;
  const isByline = (at: number): boolean =>
    /^by\b/i.test(page.lines[at]?.text ?? "") && bylineNames(page.lines[at]!.text, page.lexicons) !== null;
  return isByline(index - 1) || isByline(index - 2) ? "byline" : undefined;
};

/** A line that is a dateline and nothing else: 'LONDON 1996-08-30', 'OSLO, Norway (AP) --'. */
export const datelineLine: LineRule = (page, index) => {
  const { text, words } = page.lines[index]!;
  return words <= 12 && isNearTop(page, index) && leadingDateline(text, page.lexicons)?.alone ? "dateline" : undefined;
};

/** What stands above the headline and is no headline: a weather header's city and its date line. */
export const mastheadLine: LineRule = (page, index) => {
  const line = page.lines[index]!;
  if (!isNearTop(page, index) || line.words > 8) return undefined;
  const around = [page.kinds[index - 1], page.kinds[index + 1]];
  if (!around.includes("boilerplate")) return undefined;
  if (dateOfLine(line.text, page.lexicons)) return isBeforeHeadline(page, index) ? "boilerplate" : undefined;
  const isPlace = line.words <= 4 && /^\p{Lu}[\p{L}\s.,'’-]*$/u.test(line.text);
  const besideDate = [index + 1, index - 1].some((at) => dateOfLine(page.lines[at]?.text ?? "", page.lexicons));
  return isPlace && besideDate && isBeforeHeadline(page, index) ? "boilerplate" : undefined;
};

/** True when a line that can be the headline stands between this one and the running text. */
const isBeforeHeadline = ({ lines, firstProse, prose, kinds }: Page, index: number): boolean =>
  lines.some(
    ({ words }, at) => at > index && at <= firstProse && at <= index + 8 && words >= 5 && !prose[at] && !kinds[at],
  );

/** 'Last updated: Friday 24 January 2025, 11:58 GMT': a date line that its label would make furniture. */
export const labelledDateLine: LineRule = (page, index) =>
  /^last (?:updated|modified)\b/i.test(page.lines[index]!.text) ? dateLine(page, index) : undefined;

/** A line of date and time near the top, or labelled as the date of publication after the text. */
export const dateLine: LineRule = (page, index) => {
  const { text, words } = page.lines[index]!;
  if (words > 16 || !/\d/.test(text)) return undefined;
  const labelled = /^(?:published|updated|posted|last updated|modified)\b/i.test(text);
  if (!isNearTop(page, index) && !(labelled && isAfterProse(page, index))) return undefined;
  return page.lines.length > 1 && dateOfLine(text, page.lexicons) ? "dateline" : undefined;
};
