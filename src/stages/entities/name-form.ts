import type { EntityType } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import { familyNameIndex } from "../names/family-name.js";
import type { Gender, NameLexicons } from "../names/lexicons.js";

/** A name taken apart. */
export interface NameForm {
  /** Without article, honorific, title and possessive: 'Mr. Clinton’s' -> 'Clinton'. */
  readonly name: string;
  /** Its words in lower case, without hyphens, accents and 'Jr.'. */
  readonly words: readonly string[];
  /** The family name among the words; the one word of a name of one. */
  readonly family: string;
  /** By the honorific or, for a full name, the first name. */
  readonly gender: Gender;
}

/** A monarch's or pope's number: 'Harald V'. Two numbers of one name are two people: see `settled`. */
export const REGNAL = /^(?:I{1,3}|IV|VI{0,3}|IX)$/;

/** Takes a person's name apart; an encoder may have left a title in the span. */
export function personForm(surface: string, lexicons: NameLexicons): NameForm {
  let parts = cleaned(surface).split(/\s+/);
  let gender: Gender = "u";
  while (parts.length > 1) {
    const first = parts[0]!;
    const honorific = lexicons.honorifics.get(first);
    if (honorific) gender = honorific;
    else if (!lexicons.roles.has(first.toLowerCase()) || lexicons.firstNames.has(first)) break;
    parts = parts.slice(1);
  }
  const name = parts.join(" ");
  const isRegnal = parts.length === 2 && REGNAL.test(parts[1]!);
  const kept = isRegnal ? parts.slice(0, 1) : parts;
  const words = kept.filter((part) => !lexicons.suffixes.has(part.replace(/,$/, ""))).map(folded);
  const family = isRegnal ? 0 : familyNameIndex(parts, lexicons);
  if (gender === "u" && words.length > 1 && family > 0) gender = lexicons.firstNames.get(parts[0]!) ?? "u";
  return { name, words, family: folded(parts[family]!), gender };
}

/** The key under which two names of an organization, place or other thing are the same: 'the State Dept.' differs, 'US' is 'U.S.'. */
export function thingKey(surface: string, type: EntityType, lexicons: NameLexicons): string {
  // 'U. S.' is 'U.S.'
  const name = cleaned(surface).replace(/(?<=\b\p{Lu}\.) (?=\p{Lu}\.)/gu, "");
  const place = lexicons.places.get(name) ?? lexicons.places.get(`${name}.`);
  if (place && (place.kind === "country" || type !== "organization")) return folded(place.name);
  const full = lexicons.organizations.get(name);
  if (full !== undefined) return folded(full);
  const of = /^(Department|Ministry|University|Bank) of (?:the )?(.+)$/.exec(name);
  if (of && /^(Department|Ministry)$/.test(of[1]!)) return folded(`${of[2]} ${of[1]}`);
  const words = name.split(/\s+/);
  while (words.length > 1 && lexicons.orgSuffixes.has(words.at(-1)!.replace(/,$/, ""))) words.pop();
  return folded(words.join(" ").replace(/,$/, ""));
}

/** True for the name somebody was born with: 'Born Ingrid Holm', 'née Holm'. */
export const isBirthName = (text: string, { start }: Span): boolean =>
  /\b(born|née|nee) $/i.test(text.slice(Math.max(0, start - 6), start));

/** A name without blanks at its ends, article and possessive. */
export const cleaned = (surface: string): string =>
  surface
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(the|a|an) (?=.)/i, "")
    .replace(/(?<=.)'s?$/, "");

/** Lower case, without accents, hyphens and the stops of acronyms. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[-‐‑]/g, "").replace(/\./g, "").toLowerCase();
