import type { KnownPlace } from "../../lexicons/known-place.js";
import type { LinkLexicons } from "../../lexicons/link-lexicons.js";
import type { Span } from "../../model/span.js";

/** A country or division that holds a place, as the text says: GeoNames code of the division, ISO code of the country. */
export interface Container {
  readonly country?: string;
  readonly division?: string;
}

/** Characters before and after a mention that are read. */
const REACH = 60;
/** ', Texas', ', N.J.', ' (Ontario)': up to four words with capitals. */
const AFTER = /^(?:,\s+|\s+\()((?:[\p{Lu}][\p{L}.'’-]*\s?(?:of\s|and\s|the\s)?){1,4})/u;
/** 'the Iranian city of ', 'in Texas’ city of ': the word before a noun for a place. */
const BEFORE =
  /((?:\p{Lu}[\p{L}.-]+\s){1,3})(?:\p{Ll}+\s){0,2}(?:city|town|village|port|province|state|region|capital|suburb|district|county|island)(?:\s+of|,)?\s+$/u;
const KIND_BEFORE = /\b(city|town|village|port|capital|state|province|region|country|republic|nation)\s+of\s+$/iu;
const KIND_AFTER = /^\s(state|province|region|city)\b/iu;
const KINDS: Readonly<Record<string, KnownPlace["kind"]>> = {
  city: "city",
  town: "city",
  village: "city",
  port: "city",
  capital: "city",
  state: "division",
  province: "division",
  region: "division",
  country: "country",
  republic: "country",
  nation: "country",
};

/**
 * The places that the text right beside a mention says it lies in. Takes 'Paris, Texas', 'Long Beach (Calif.)', 'the
 * Iranian city of Qom'; refuses 'in Paris, Lee said', 'Paris, London and Rome'.
 */
export function containersOf(mention: Span, text: string, lexicons: LinkLexicons): readonly Container[] {
  const after = AFTER.exec(text.slice(mention.end, mention.end + REACH))?.[1];
  const before = BEFORE.exec(text.slice(Math.max(0, mention.start - REACH), mention.start))?.[1];
  return [
    ...(after ? readContainer(prefixes(after), lexicons) : []),
    ...(before ? readContainer(suffixes(before), lexicons) : []),
  ];
}

/** 'Iran’s ', 'the Israeli ', 'Russian ' right before a mention: the countries of these. */
const HOME = /((?:\p{Lu}[\p{L}.-]+(?:\s|(?![\p{L}.-]))){1,3}?)(?:['’]s?)?\s+$/u;

/** Countries that the words right before a name put it in: 'Iran’s Foreign Ministry', 'the Indian Supreme Court'. */
export function homesBefore(mention: Span, text: string, lexicons: LinkLexicons): readonly string[] {
  const before = HOME.exec(text.slice(Math.max(0, mention.start - REACH), mention.start))?.[1];
  return before ? readContainer(suffixes(before), lexicons).flatMap(({ country }) => country ?? []) : [];
}

/** The kind of place that the words beside a mention give it, if any: 'the state of Georgia', 'Quebec province'. */
export function kindOf(mention: Span, text: string): KnownPlace["kind"] | undefined {
  const before = KIND_BEFORE.exec(text.slice(Math.max(0, mention.start - REACH), mention.start))?.[1];
  const after = KIND_AFTER.exec(text.slice(mention.end, mention.end + REACH))?.[1];
  return KINDS[(before ?? after ?? "").toLowerCase()];
}

/** The first reading that is a country's, a territory's or a division's name. */
export function readContainer(
  readings: readonly string[],
  { gazetteer, demonyms }: LinkLexicons,
): readonly Container[] {
  for (const reading of readings) {
    if (reading.length === 2 && reading !== reading.toUpperCase()) continue; // 'Or', 'In' are no states
    const countries = gazetteer
      .places(demonyms.get(reading) ?? reading)
      .filter(({ kind, country }) => (kind === "country" || kind === "territory") && country)
      .map(({ country }) => ({ country: country! }));
    const divisions = gazetteer
      .divisionsNamed(reading)
      .map((division) => ({ division, country: division.slice(0, 2) }));
    if (countries.length + divisions.length > 0) return [...divisions, ...countries];
  }
  return [];
}

/** 'New South Wales on' -> itself, then without its last word, and so on. */
function prefixes(words: string): readonly string[] {
  const parts = words.trim().split(/\s+/);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join(" "));
}

function suffixes(words: string): readonly string[] {
  const parts = words.trim().split(/\s+/);
  return parts.map((_, index) => parts.slice(index).join(" "));
}
