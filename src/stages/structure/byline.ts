import type { StructureLexicons } from "../../lexicons/structure.js";
import type { Span } from "../../model/span.js";

/** A name in a byline; offsets into the line. */
export interface BylineName extends Span {
  readonly name: string;
  readonly email?: string;
}

/** Longest byline: three names with titles and addresses. */
const MAX_LENGTH = 220;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const SEPARATOR = /\s*(?:[,;|/•·[\](){}<>–—\t]|\s-\s|\sand\s|\sAND\s|&|\swith\s|\sin\s|\sfor\s|\sof\s|\s{3,})\s*/gu;

/**
 * The names of a byline; an empty list for one that names no one ('Staff report'), null for a line that is no byline.
 * Takes 'By John Smith and Jane Doe', 'BY LEE SEUNG-HO  [lee.sh@example.kr]', 'Mary Roe, Staff Writer', 'By Reuters';
 * refuses 'By Friday', 'By plane', 'By the time he came, all was over'.
 */
export function bylineNames(whole: string, lexicons: StructureLexicons): readonly BylineName[] | null {
  if (whole.length > MAX_LENGTH || whole.length < 4) return null;
  if (CONTRIBUTED.test(whole) || SPECIAL.test(whole)) return [];
  const editing = EDITING.exec(whole)?.index ?? whole.length;
  if (editing <= 1) return [];
  const line = whole.slice(0, editing);
  if (STAFF_REPORT.test(line)) return [];
  const opening = openingLength(line, lexicons);
  if (opening === 0 && !/[@,|·•([–—]|\s-\s/.test(line) && !TITLE_END.test(line)) return null;
  const emails = line.includes("@") ? [...line.matchAll(EMAIL)] : [];
  const parts = segments(line, opening, emails);
  const names: BylineName[] = [];
  let signs = 0; // what, beside names, shows a byline: addresses, titles, firms
  for (const part of parts) {
    if (isPersonName(part.name, lexicons) && !isRole(part.name, lexicons) && !isOutlet(part.name, lexicons)) {
      names.push(part);
    } else if (isSuffix(part.name) && names.length > 0) {
      const last = names.pop()!;
      names.push({ ...last, name: line.slice(last.start, part.end), end: part.end });
    } else if (isRole(part.name, lexicons) || (opening > 0 ? isOutlet : isAgency)(part.name, lexicons)) signs++;
    else if (opening === 0 || !isPlaceOrDate(part.name)) return null;
  }
  if (opening === 0 && (signs + emails.length === 0 || names.length !== 1 || parts.length > 4)) {
    return isUnsigned(parts, lexicons) ? [] : null;
  }
  if (names.length === 0 && opening > 0) return signs > 0 ? firms(parts, lexicons) : null;
  return withEmails(names, emails);
}

/** True for an e-mail address and nothing else. */
export const isAddress = (text: string): boolean => text.length <= 80 && text.replace(EMAIL, "") === "";

/** Names those who helped, not the writer: 'Jane Roe in Oslo contributed to this report.' */
const SPECIAL = /^special to (?:the )?\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,4}$/iu;
const CONTRIBUTED = /^\p{Lu}[^"“”]*\bcontributed (?:reporting\b|to this (?:report|article|story)\.?$)/u;

/** 'Staff report', 'From staff and wire reports'. */
const STAFF_REPORT =
  /^(?:from\s)?(?:\p{L}+\s)?(?:staff|wire|news)(?:\s(?:and|&)\s(?:wire|staff|news))?(?:\sservices?)?\sreports?\.?$/iu;

/** From here on a line names editors, who did not write: '; Editing by Jane Roe'. */
const EDITING = /\b(?:additional )?(?:editing|edited|production|compiled) by:? \p{Lu}/iu;

/** Length of the 'By' and the blanks after it; 0 without one. */
function openingLength(line: string, { bylineOpeners }: StructureLexicons): number {
  const words = /^\(?(?:\p{L}+\s+){0,3}by\s?:?\s+(?=[\p{Lu}\p{Lo}])/iu.exec(line)?.[0];
  if (words === undefined) return 0;
  const opener = words.replace(/[(:]/g, "").trim().replace(/\s+/g, " ").toLowerCase();
  return bylineOpeners.has(opener) ? words.length : 0;
}

/** What stands between the separators, from `from` on, addresses left out. */
function segments(line: string, from: number, emails: readonly RegExpExecArray[]): BylineName[] {
  const masked = emails.reduce((text, { 0: email, index }) => replaceAt(text, index, ";".repeat(email.length)), line);
  const parts: BylineName[] = [];
  let start = from;
  const add = (end: number): void => {
    const part = masked.slice(start, end).trimEnd();
    const words = part.replace(LEADING, "");
    const name = words.replace(FINAL_STOP, "");
    const from = start + part.length - words.length;
    if (name !== "") parts.push({ name, start: from, end: from + name.length });
  };
  for (const match of masked.matchAll(SEPARATOR)) {
    if (match.index < from) continue;
    add(match.index);
    start = match.index + match[0].length;
  }
  add(line.length);
  return parts;
}

/** Blanks, and the word that the separator before left over: 'Roe (roe@example.org) and Doe'. */
const LEADING = /^\s*(?:(?:and|AND|&|with|in|for)\s+)?/;
/** A stop or colon that ends a line, not an initial or 'Jr.'. */
const FINAL_STOP = /(?<=\p{L}{2})(?<!\b(?:Jr|Sr|JR|SR))[.:]$/u;

const replaceAt = (text: string, index: number, by: string): string =>
  text.slice(0, index) + by + text.slice(index + by.length);

const NAME_WORD = /^(?:(?:al|el|as|an)-)?(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*$/u;

/** Two to five capitalized words, or fewer with an initial; particles between. Takes 'Ursula von der Leyen', refuses 'Air Travel 2'. */
export function isPersonName(text: string, { nameParticles, months, weekdays }: StructureLexicons): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 5 || text.length > 50) return false;
  const own = words.filter((word) => !nameParticles.has(word.toLowerCase()));
  if (own.length < 2 && words.length < 3) return own.length === 2;
  return own.every((word) => {
    const lower = word.toLowerCase();
    return NAME_WORD.test(word) && !months.has(lower) && !weekdays.has(lower) && !NO_NAME.has(lower);
  });
}

/** Function words that start titles and sentences in capitals, never names. */
const NO_NAME = new Set(["the", "a", "this", "that", "it", "we", "no", "all"]);

const isSuffix = (text: string): boolean => /^(?:Jr|Sr|JR|SR|I{2,3}|IV|M\.?D|Ph\.?D)\.?$/.test(text);

/** True for what a byline says the writer is: 'Staff Writer', 'Associated Press Writer', 'Special to The Herald'. */
export function isRole(text: string, { bylineRoles }: StructureLexicons): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.length <= 7 && (bylineRoles.has(words.at(-1) ?? "") || /^special to\b/.test(words.join(" ")));
}

const isAgency = (text: string, { newsAgencies }: StructureLexicons): boolean => newsAgencies.has(text.toLowerCase());

/** True for a firm that signs: 'Reuters', 'The Associated Press', 'Springfield Daily News'. */
export function isOutlet(text: string, { newsAgencies, outletNouns }: StructureLexicons): boolean {
  const lower = text.toLowerCase();
  const words = lower.split(/\s+/);
  if (newsAgencies.has(lower)) return true;
  return words.length > 1 && words.length <= 6 && outletNouns.has(words.at(-1) ?? "") && /^\p{Lu}/u.test(text);
}

const isPlaceOrDate = (text: string): boolean =>
  text.length <= 40 && (/\d/.test(text) || /^(?:\p{Lu}[\p{L}.'-]*\s?){1,3}$/u.test(text));

/** 'Associated Press Writer': a title that stands under a byline. */
const isUnsigned = (parts: readonly BylineName[], lexicons: StructureLexicons): boolean =>
  parts.length > 0 && parts.length <= 2 && parts.every(({ name }) => isTitle(name, lexicons));

/** Words of which a writer's title, standing alone, has one at its end. */
const TITLE_END = /\s(?:writer|reporter|correspondent|columnist|contributor)s?$/i;
const TITLE_WORDS = /^(?:\p{Lu}[\p{L}.'’-]*(?:\s(?:of|for|the|and|to))?(?:\s|$)){2,7}$/u;

const isTitle = (text: string, lexicons: StructureLexicons): boolean =>
  TITLE_END.test(text) && TITLE_WORDS.test(text) && isRole(text, lexicons);

const firms = (parts: readonly BylineName[], lexicons: StructureLexicons): BylineName[] =>
  parts.filter(({ name }) => isOutlet(name, lexicons)).slice(0, 1);

/** Gives each address to the name before it, or to the first name. */
function withEmails(names: readonly BylineName[], emails: readonly RegExpExecArray[]): readonly BylineName[] {
  const result = names.map((name) => ({ ...name }) as BylineName & { email?: string });
  for (const { 0: email, index } of emails) {
    const owner = result.findLast((name) => name.end <= index && name.email === undefined) ?? result[0];
    if (owner && owner.email === undefined) owner.email = email;
  }
  return result;
}
