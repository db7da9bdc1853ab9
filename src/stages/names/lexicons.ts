import { table, wordList } from "../../lexicons/lexicon.js";
import type { EntityType } from "../../model/mention.js";

/** Grammatical gender as a word or first name tells it; `u` when it does not. */
export type Gender = "m" | "f" | "u";

/** What the rules for names and for entities know of words. */
export interface NameLexicons {
  /** First name -> gender. */
  readonly firstNames: ReadonlyMap<string, Gender>;
  /** 'Mr.' -> gender. */
  readonly honorifics: ReadonlyMap<string, Gender>;
  /** Role noun or phrase in lower case, singular or plural -> gender and number. */
  readonly roles: ReadonlyMap<string, { readonly gender: Gender; readonly plural: boolean }>;
  readonly titleModifiers: ReadonlySet<string>;
  /** Place name -> the name it shares with its other names, and its kind. */
  readonly places: ReadonlyMap<string, { readonly kind: string; readonly name: string }>;
  /** Demonym -> country, empty for faiths and parties. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Organization -> its expansion when it is an acronym, else itself. */
  readonly organizations: ReadonlyMap<string, string>;
  /** Every name of the three lists above, with its type. */
  readonly known: ReadonlyMap<string, EntityType>;
  readonly orgSuffixes: ReadonlySet<string>;
  readonly orgNouns: ReadonlySet<string>;
  readonly placeNouns: ReadonlySet<string>;
  readonly placeOpeners: ReadonlySet<string>;
  readonly otherNouns: ReadonlySet<string>;
  /** 'Kim', 'Xi': family names that stand first. */
  readonly familyFirst: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
}

/** Reads the lists from src/lexicons/en. Throws a LexiconError when one breaks the rules of lists. */
export function nameLexicons(): NameLexicons {
  const roles = new Map<string, { gender: Gender; plural: boolean }>();
  for (const [noun, [gender, plural]] of table("role-nouns")) {
    roles.set(noun.toLowerCase(), { gender: gender as Gender, plural: false });
    if (plural) roles.set(plural.toLowerCase(), { gender: gender as Gender, plural: true });
  }
  const places = new Map(
    [...table("places")].map(([key, [kind, name]]) => [key, { kind: kind!, name: name! }] as const),
  );
  const demonyms = firstField(table("demonyms"));
  const organizations = new Map([...table("organizations")].map(([key, [full]]) => [key, full ?? key] as const));
  return {
    firstNames: firstField(table("first-names")) as ReadonlyMap<string, Gender>,
    honorifics: firstField(table("honorifics")) as ReadonlyMap<string, Gender>,
    roles,
    titleModifiers: wordList("title-modifiers"),
    places,
    demonyms,
    organizations,
    known: new Map<string, EntityType>([
      ...[...places.keys()].map((key) => [key, "place"] as const),
      ...[...demonyms.keys()].map((key) => [key, "other"] as const),
      ...[...organizations.keys()].map((key) => [key, "organization"] as const),
    ]),
    orgSuffixes: wordList("org-suffixes"),
    orgNouns: wordList("org-nouns"),
    placeNouns: wordList("place-nouns"),
    placeOpeners: wordList("place-openers"),
    otherNouns: wordList("other-nouns"),
    familyFirst: wordList("family-names-first"),
    particles: wordList("name-particles"),
    suffixes: wordList("name-suffixes"),
    notNames: wordList("not-names"),
  };
}

const firstField = (rows: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> =>
  new Map([...rows].map(([key, [field]]) => [key, field ?? ""]));
