import { table, wordList } from "../../lexicons/lexicon.js";
import type { EntityType } from "../../model/mention.js";
import { fold } from "../../text/fold.js";

/** Types of entities that are told apart across articles. */
export type IdentityType = Exclude<EntityType, "other">;

/** What ids and features of a type begin with; a place is a location, so that it is no person. */
export const LETTER: Readonly<Record<IdentityType, string>> = { person: "p", organization: "o", place: "l" };

/** A name made ready to compare. */
export interface Name {
  readonly written: string;
  /** Without case, accents, punctuation, article, legal form: what equal names have in common. */
  readonly folded: string;
  readonly words: readonly string[];
  /** People only: the family name; the whole of a name of one word. */
  readonly family: string;
  /** People only: another word that may be the family name, the first of 'Xi Jinping'; empty when there is none. */
  readonly otherFamily: string;
  /** People only: the names before it, initials as single letters. */
  readonly given: readonly string[];
  /** People only: jr, sr, ii, iii. */
  readonly suffix: string;
  /** Letters that an acronym of it would have, or it has as an acronym; empty when it has none. */
  readonly acronym: string;
}

/** Reads a name. The same type and text always give the same name. */
export function readName(type: IdentityType, written: string): Name {
  const key = `${type} ${written}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size > CACHE_SIZE) cache.clear();
  const name = parse(type, written);
  cache.set(key, name);
  return name;
}

const CACHE_SIZE = 100_000;
const cache = new Map<string, Name>();

function parse(type: IdentityType, written: string): Name {
  const canonical =
    type === "place" ? placeName(written) : type === "organization" ? organizationName(written) : written;
  const plain = foldWords(canonical);
  if (type !== "person") {
    const words = type === "organization" ? withoutLegalForm(plain) : plain;
    return { ...NOBODY, written, folded: words.join(" "), words, acronym: acronymOf(canonical, words) };
  }
  const titled = plain.length > 1 && lists().honorifics.has(plain[0]!) ? plain.slice(1) : plain;
  const suffix = titled.length > 1 && lists().suffixes.has(titled.at(-1)!) ? titled.at(-1)! : "";
  const words = suffix === "" ? titled : titled.slice(0, -1);
  const isFamilyFirst = words.length === 3 && lists().familyFirst.has(words[0]!);
  const family = isFamilyFirst ? words[0]! : (words.at(-1) ?? "");
  const others = isFamilyFirst ? words.slice(1) : words.slice(0, -1);
  const given = others.filter((word) => !lists().particles.has(word));
  const otherFamily = !isFamilyFirst && words.length === 2 && lists().familyFirst.has(words[0]!) ? words[0]! : "";
  return { written, folded: titled.join(" "), words, family, otherFamily, given, suffix, acronym: "" };
}

const NOBODY = { family: "", otherFamily: "", given: [], suffix: "", acronym: "" } as const;

/** Words without case, accents, apostrophes and dots; letters that stand alone run together: 'U. S.' is 'us', 'J.D.' 'jd'. */
export function foldWords(written: string): readonly string[] {
  const words = fold(written.normalize("NFKC"))
    .text.normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`]s\b/gu, "")
    .replace(/['’‘`]/gu, "")
    .replace(/&/gu, " and ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  if (words.length > 1 && words[0] === "the") words.shift();
  const joined: string[] = [];
  let run = 0;
  for (const word of words) {
    run = word.length === 1 && /\p{L}/u.test(word) ? run + 1 : 0;
    if (run > 1) joined[joined.length - 1] += word;
    else joined.push(word);
  }
  return joined;
}

/** True for what is a title and no name: 'Mr.', 'Sen.' left alone by a cut-off line. */
export const isTitleOnly = (type: IdentityType, written: string): boolean =>
  type === "person" && foldWords(written).every((word) => lists().honorifics.has(word));

/** A folded name, as identity_names.folded has it. */
export const foldName = (written: string): string => foldWords(written).join(" ");

function withoutLegalForm(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && lists().legalForms.has(words[end - 1]!)) end--;
  return words.slice(0, end);
}

/** Words that acronyms and word order pass over. */
export const SMALL: ReadonlySet<string> = new Set(["and", "of", "the", "for", "in", "on", "de", "du", "la"]);

function acronymOf(written: string, words: readonly string[]): string {
  if (words.length === 1) return /^\p{Lu}[\p{Lu}\p{N}.]{1,7}$/u.test(written) ? words[0]! : "";
  const letters = words.filter((word) => !SMALL.has(word)).map((word) => word[0]!);
  return letters.length > 1 ? letters.join("") : "";
}

/** The name that a place's other names share: 'U.S.' and 'America' are 'United States'; as written when it has none. */
const placeName = (written: string): string => lists().places.get(foldName(written)) ?? written;

/** The expansion of an acronym that the lexicon knows. */
const organizationName = (written: string): string => table("organizations").get(written)?.[0] ?? written;

const folded = (words: Iterable<string>): ReadonlySet<string> => new Set([...words].map(foldName));

let known: ReturnType<typeof load> | undefined;

function lists() {
  known ??= load();
  return known;
}

const load = () => ({
  suffixes: folded(wordList("name-suffixes")),
  legalForms: folded(wordList("org-suffixes")),
  familyFirst: folded(wordList("family-names-first")),
  particles: folded(wordList("name-particles")),
  honorifics: folded(table("honorifics").keys()),
  places: new Map([...table("places")].map(([name, [, shared = name]]) => [foldName(name), shared])),
});
