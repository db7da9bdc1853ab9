import { isAfterProse, type LineRule, type Page } from "./page.js";
import { normalized } from "./text-lines.js";

/** Longest name of an outlet and longest blurb about it, in words. */
const MAX_NAME = 6;
const MAX_BLURB = 60;
/** Lines at the end in which a trailer is looked for. */
const TAIL = 12;

/**
 * The publisher's trailer: the outlet's name standing alone under a byline or furniture, the blurb about it or about the
 * writer, and lists of other articles after the text. Takes 'The Valley Post', 'The Valley Post is the oldest daily in …'; refuses the same sentence in
 * running text and lines that name nobody.
 */
export const trailerLine: LineRule = (page, index) => {
  const { lines, kinds } = page;
  if (index === 0) return undefined;
  if (isUnderList(page, index) || isNumberedItem(page, index) || isUnderRights(page, index)) return "boilerplate";
  if (index < lines.length - TAIL) return undefined;
  if (isBlurb(page, index) || isAuthorBlurb(page, index)) return "boilerplate";
  const before = kinds[index - 1];
  const isUnder = before === "boilerplate" || before === "byline";
  return isUnder && isOutletName(page, index) ? "boilerplate" : undefined;
};

/** Longest list of other articles that is looked back over, in lines. */
const MAX_LIST = 15;

/** Another article's headline in a list after the text: under 'Most read', with no running text between. */
function isUnderList(page: Page, index: number): boolean {
  if (!isAfterProse(page, index)) return false;
  for (let at = index - 1; at > page.lastProse && at >= index - MAX_LIST; at--) {
    if (page.lexicons.listHeadings.has(page.plain[at]!)) return true;
  }
  return false;
}

/** '1. Bridge closed', '2. …' right under 'Most read', wherever the list stands. */
function isNumberedItem({ lines, plain, lexicons }: Page, index: number): boolean {
  const number = Number(/^(\d{1,2})[.)] /.exec(lines[index]!.text)?.[1] ?? 0);
  if (number < 1 || number > MAX_LIST || !lexicons.listHeadings.has(plain[index - number] ?? "")) return false;
  return lines.slice(index - number + 1, index).every(({ text }, at) => text.startsWith(`${at + 1}`));
}

/** A line under the page's copyright line, with nothing but furniture between. */
function isUnderRights({ lines, kinds }: Page, index: number): boolean {
  if (index < lines.length - TAIL || lines[index]!.words > MAX_BLURB || /["“”]/.test(lines[index]!.text)) return false;
  for (let at = index - 1; at >= index - 3 && kinds[at] === "boilerplate"; at--) {
    if (/^(?:©|copyright ©)/i.test(lines[at]!.text)) return true;
  }
  return false;
}

/** 'Reach Jane Roe at 555-0142', 'Follow our news desk: @valley_news': an address that the line ends with or holds. */
const REACH_NAME =
  /^(?:reach|contact|e-?mail|follow) (?:\S+ ){1,4}?(?:at |on |via |\S+: ?)?(?:\S+ ){0,2}(?:\S+@\S+\.\p{L}{2,}|@\w{3,}|\(?\d{3}[\d\s().-]{4,})/iu;

const REACH =
  /\b(?:(?:reach|contact|e-?mail|write to|follow) (?:him|her|them|the (?:author|writer|reporter)) |can be reached ).{0,20}\S+@\S+\.\p{L}{2,}/iu;

/** 'Jane Roe covers the town. Reach her at roe@example.com.' */
function isAuthorBlurb(page: Page, index: number): boolean {
  const { text, words } = page.lines[index]!;
  if (words > 40 || /["“”]/.test(text)) return false;
  return (text.includes("@") && REACH.test(text)) || (words <= 14 && text.length <= 160 && REACH_NAME.test(text));
}

/** A short line without a stop that names the record's source, or that a blurb or another such line repeats. */
function isOutletName(page: Page, index: number): boolean {
  const { text, words } = page.lines[index]!;
  if (words > MAX_NAME || !/^\p{Lu}/u.test(text) || /[.?!:;,]$/.test(text)) return false;
  const name = page.plain[index]!;
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
