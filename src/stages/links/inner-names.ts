import type { KnownPlace } from "../../lexicons/known-place.js";
import type { LinkLexicons } from "../../lexicons/link-lexicons.js";

/** A place that stands inside a longer name: 'Boston' in 'Boston Red Sox'. */
export interface InnerName {
  /** As written. */
  readonly text: string;
  readonly candidates: readonly KnownPlace[];
  /** True when the name is a person's first and needs the article to speak of the place: 'Lincoln Center'. */
  readonly isDoubtful: boolean;
  /** True when the next word says so: 'Washington' in 'Washington State University'. */
  readonly isState: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORDS = /[\p{L}\p{N}.&'’]+/gu;
const POSSESSIVE = /['’]s?$/;
/** Longest name of a place that is looked for, in words: 'Bosnia and Herzegovina', 'Trinidad and Tobago'. */
const MOST_WORDS = 4;
/** Shorter ones are acronyms or words: 'US', 'UK', 'LA', but not 'La', 'Man', 'Bar'. */
const SHORT = 3;
/** After these a name is of the place itself: 'University of Georgia', 'Bank of Lincoln'. */
const LINKS: ReadonlySet<string> = new Set(["of", "in", "at", "de", "for", "and", "from", "to", "du", "la"]);
/** Of these only names of two words and more are told from companies and people: 'Amazon', 'Hudson'. */
const FEATURES: ReadonlySet<string> = new Set(["district", "island", "water", "mountain", "area", "site"]);
/** Fewest people of a city that is known by its bare name inside another. */
const FEWEST = 100_000;
const FEWEST_BY_OTHER_NAME = 3_000_000;

/**
 * The places that a longer name holds, from left to right, the longest first at each word. Refuses the whole name, a part of
 * another place's name ('England' in 'New England', 'Florida' in 'Florida Keys'), a family name after a first name
 * ('George Washington Bridge') and words that are no places first.
 */
export function innerNames(name: string, lexicons: LinkLexicons): readonly InnerName[] {
  const words = wordsOf(name);
  const found: InnerName[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let end = Math.min(first + MOST_WORDS, words.length); end > first; end--) {
      if (end - first === words.length) continue;
      const inner = innerName(name, words, first, end, lexicons);
      if (inner === undefined) continue;
      if (inner !== "part") found.push(inner);
      first = end - 1;
      break;
    }
  }
  return found;
}

/** The place of words `first` up to `end`; 'part' when they are the name of a place, but not meant as one here. */
function innerName(
  name: string,
  words: readonly Word[],
  first: number,
  end: number,
  { gazetteer, notPlaces, demonyms, inner }: LinkLexicons,
): InnerName | "part" | undefined {
  const text = name.slice(words[first]!.start, words[end - 1]!.end).replace(POSSESSIVE, "");
  if (!/^\p{Lu}/u.test(text) || notPlaces.has(text)) return undefined;
  if (text.replaceAll(".", "").length <= SHORT && text !== text.toUpperCase()) return undefined;
  const before = words[first - 1]?.text;
  const after = words[end]?.text;
  const isSingle = end - first === 1;
  const isAfterLink = before !== undefined && LINKS.has(before.toLowerCase());
  const isPlain = isSingle && !isAfterLink && before !== "the";
  const candidates = gazetteer.places(text).filter(({ kind }) => !isPlain || !FEATURES.has(kind));
  if (candidates.length === 0) return undefined;
  if (before !== undefined && !isAfterLink) {
    if (inner.notAfter.has(before) || inner.firstNames.has(before) || demonyms.has(before)) return "part";
  }
  if (after !== undefined && (inner.notBefore.has(after) || /^\d/.test(after))) return "part";
  const isState = after === "State";
  const isWord = isSingle && !isAfterLink && !isState && inner.doubtful.has(text);
  const isDoubtful = isWord || name[words[first]!.start - 1] === "-"; // 'Arrieta-Lund'
  const meant = isState ? candidates.filter(({ kind }) => kind === "division") : candidates;
  return { text, candidates: meant, isDoubtful, isState };
}

/**
 * True for a place that its bare name is enough for. Other names of cities are words in other languages too often ('Spoken'
 * is Spokane), but for those of two words ('New York') and of cities of millions.
 */
export const isKnownByName = ({ kind, population, isOtherName, isCapital }: KnownPlace, text: string): boolean =>
  kind !== "city" || isCapital || population >= (isOtherName && !text.includes(" ") ? FEWEST_BY_OTHER_NAME : FEWEST);

const wordsOf = (name: string): readonly Word[] =>
  [...name.matchAll(WORDS)].map((match) => ({
    text: match[0].replace(POSSESSIVE, ""),
    start: match.index,
    end: match.index + match[0].length,
  }));
