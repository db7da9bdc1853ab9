import type { StructureLexicons } from "../../lexicons/structure.js";
import { isNearTop, type LineRule } from "./page.js";

/** Longest line of furniture that begins like one: a blurb with a form's small print. */
const MAX_WORDS = 60;
const MAX_WHOLE_LINE = 60; // characters; no entry of the list is longer

/**
 * Site furniture that a line alone shows. Takes 'Advertisement', 'Read more: Talks resume', '© 2025 The Daily', '64.1 F',
 * 'Share | Tweet | Print'; refuses 'Advertisement sales fell 3 percent.', 'Sign up began on Monday.'
 */
export const boilerplateLine: LineRule = ({ lines, plain: plains, lexicons }, index) => {
  const { text, words } = lines[index]!;
  const plain = plains[index]!;
  if (words > MAX_WORDS || words === 0) return undefined;
  const isFurniture =
    plain === "" || !/[\p{L}\p{N}]/u.test(plain)
      ? isRuler(text) || opensLikeFurniture(text, lexicons)
      : (plain.length <= MAX_WHOLE_LINE && lexicons.boilerplateLines.has(plain)) ||
        isWeather(text, lexicons) ||
        isMenu(text, plain, lexicons) ||
        isContact(text, plain, lexicons) ||
        isCredit(plain, text, lexicons) ||
        isPhone(text) ||
        isReadingTime(plain) ||
        /^(?:\d+ comments?|comments? ?\(\d+)$/.test(plain) ||
        FOLLOW.test(text) ||
        isCode(text) ||
        opensLikeFurniture(text, lexicons);
  return isFurniture ? "boilerplate" : undefined;
};

/** One word of a menu or share bar a line: beside other furniture, or three such lines on end. */
export const menuLine: LineRule = ({ lines, plain, kinds, lexicons }, index) => {
  const isItem = (at: number): boolean => (lines[at]?.words ?? 9) <= 3 && lexicons.navigationWords.has(plain[at]!);
  if (kinds[index] !== undefined || !isItem(index)) return undefined;
  const isBeside = kinds[index - 1] === "boilerplate" || kinds[index + 1] === "boilerplate";
  const isRun = [-2, -1, 0].some((from) => [0, 1, 2].every((step) => isItem(index + from + step)));
  return isBeside || isRun ? "boilerplate" : undefined;
};

/** The way to the page over its headline: 'News > Environment'. */
export const breadcrumbLine: LineRule = (page, index) => {
  const { text, words } = page.lines[index]!;
  if (words > 12 || !isNearTop(page, index) || page.prose[index]) return undefined;
  const steps = text.split(/\s?[>»›]\s?/);
  const isStep = (step: string): boolean => /^\p{Lu}/u.test(step) && step.split(" ").length <= 3;
  const [first = ""] = steps;
  return steps.length > 1 && page.lexicons.navigationWords.has(first.toLowerCase()) && steps.every(isStep)
    ? "boilerplate"
    : undefined;
};

/** A line of marks and nothing else, such as '* * *'. */
const isRuler = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) && text.length >= 3 && /^[\s*_=~#.•·–—|<>+-]+$/u.test(text);

const DEGREES = /(?:^|\s)-?\d{1,3}(?:\.\d)?\s?(?:°\s?[CF]?|º\s?[CF]?|[CF])(?=$|[\s,/|])/;

/** '64.1 F', 'Cloudy, 12°C': degrees and words for weather only. */
function isWeather(text: string, { weatherWords }: StructureLexicons): boolean {
  if (text.length > 50 || !DEGREES.test(text)) return false;
  const rest = text.replace(new RegExp(DEGREES, "g"), " ").match(/[\p{L}\d]+/gu) ?? [];
  return rest.every((word) => weatherWords.has(word.toLowerCase()));
}

/** Two or more words of a menu or share bar and nothing else, counters aside. */
function isMenu(text: string, plain: string, { navigationWords }: StructureLexicons): boolean {
  if (text.length > 160 || /[.?!]$/.test(text)) return false;
  const parts = plain.split(/\s*[|/•·,»>\n\t]\s*|\s{2,}/).filter((part) => part !== "" && !/^\d+$/.test(part));
  const items = parts.length > 1 ? parts : plain.split(" ").filter((word) => !/^\d+$/.test(word));
  return (
    items.length > 1 &&
    new Set(items).size === items.length &&
    items.every((item) => navigationWords.has(item)) &&
    (parts.length > 1 || items.length > 2 || isShareBar(items))
  );
}

/** Two words without a mark between them are a heading more often than a menu, unless the first is a share button. */
const isShareBar = (items: readonly string[]): boolean =>
  ["share", "tweet", "facebook", "email", "print"].includes(items[0] ?? "");

const ADDRESS = /\S+@\S+\.\p{L}{2,}\S*|(?:https?:\/\/|www\.)\S+|@\w{3,}/giu;
const PHONE = /(?:\+|\(?\d)[\d\s().+-]{5,}\d/g;

/** Nothing but addresses, telephone numbers and their labels. 'Oslo newsroom 555-0134' names a place and stays. */
function isContact(text: string, plain: string, { contactWords }: StructureLexicons): boolean {
  if (text.length > 200 || !(/@|www\.|http/i.test(text) || /\d{3}/.test(text))) return false;
  const address = /@\S+\.\p{L}{2,}/u.test(text);
  const rest = plain.replace(ADDRESS, " ").replace(PHONE, " ");
  if (rest === plain) return false;
  const words = rest.match(/[\p{L}\d-]+/gu) ?? [];
  const labelled = words.length > 0 || address;
  return (
    labelled &&
    /\p{L}/u.test(text) &&
    words.every((word) => contactWords.has(word)) &&
    (address || isLabelledPhone(words))
  );
}

/** A number written as telephones are: '+47 555 010 01', '(555) 010-0199'. */
const isPhone = (text: string): boolean => /^(?:\+\d|\(\d{3}\))[\d\s().-]{7,18}$/.test(text);

const isLabelledPhone = (words: readonly string[]): boolean =>
  words.some((word) =>
    ["tel", "telephone", "phone", "fax", "newsroom", "newsdesk", "contact", "mobile"].includes(word),
  );

const PICTURE_FIRM = /\b(?:images|photos?|getty|alamy|shutterstock)\b/;

/** A picture credit that names no one: '[YONHAP]', 'Photo: Getty Images', 'AFP / Reuters'. */
function isCredit(plain: string, text: string, { newsAgencies, captionLabels }: StructureLexicons): boolean {
  if (text.length > 60) return false;
  const parts = plain.split(/\s*[/|,:()[\]]\s*|\s+via\s+/).filter((part) => part !== "");
  const agencies = parts.filter((part) => newsAgencies.has(part));
  const labels = parts.filter((part) => captionLabels.has(part));
  return (
    agencies.length > 0 &&
    agencies.length + labels.length === parts.length &&
    (labels.length > 0 || parts.length > 1 || /^\[.*\]$/.test(text) || PICTURE_FIRM.test(plain))
  );
}

/** 'Follow Jane Roe on Twitter @jroe.' */
const FOLLOW = /^(?:please )?follow (?:\S+ ){1,5}on (?:twitter|x|facebook|instagram|threads|bluesky)\b.{0,60}$/i;

/** Style rules and script that a page's text was taken with: '.bio, .links {', 'width: 100%;', '}'. */
const isCode = (text: string): boolean =>
  text.length <= 120 &&
  (/^[})\];]+\.?$/.test(text) || /^[.#@]?[\w-][^{}]*\{[^{}]*\}?$/.test(text) || /^[a-z-]+:\s?[^;:]{1,60};$/.test(text));

const isReadingTime = (plain: string): boolean => /^\d{1,2}[ -]min(?:ute)?s?(?: read| to read)?$/.test(plain);

const COPYRIGHT = /^(?:©|\(c\)\s?\d{4}\b|copyright\s(?:©|\(c\)|\d{4}\b))/;
const RIGHTS = /\ball rights reserved\b|^\s?(?:©|\(c\)|copyright\s)/i;

/** Begins like furniture, and holds the word that makes sure of it. */
function opensLikeFurniture(text: string, { boilerplateOpenings, boilerplateFirstWords }: StructureLexicons): boolean {
  const [firstWord = ""] = /[\p{L}©(][^\s,:.]*/u.exec(text.slice(0, 40)) ?? [];
  if (!boilerplateFirstWords.has(firstWord.toLowerCase()) && !RIGHTS.test(text)) return false;
  const lower = text
    .slice(0, 300)
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}©(]+/u, "");
  if (COPYRIGHT.test(lower) || (/\ball rights reserved\b/.test(lower) && text.length < 200)) return true;
  for (let end = lower.indexOf(" "), words = 0; words < 8; words++) {
    const opening = end < 0 ? lower : lower.slice(0, end);
    for (const key of [opening, opening.replace(/[,:.]$/, "")]) {
      const needed = boilerplateOpenings.get(key);
      if (needed && holdsOne(lower, needed)) return true;
    }
    if (end < 0) return false;
    end = lower.indexOf(" ", end + 1);
  }
  return false;
}

const holdsOne = (text: string, needed: readonly string[]): boolean =>
  needed.length === 0 || (text.match(/[\p{L}']+/gu) ?? []).some((word) => needed.includes(word));
