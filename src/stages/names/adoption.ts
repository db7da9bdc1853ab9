import { table, wordList } from "../../lexicons/lexicon.js";
import type { EntityType } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { firstTokenFrom } from "../quotes/head-word.js";
import type { NameLexicons } from "./lexicons.js";

/** A name of the encoder's on its way to a mention. */
export interface AdoptedName extends Span {
  readonly type: EntityType;
  /** Mean probability of its labels, 0 to 1; that of a name the encoder passed over is {@link PASSED_OVER}. */
  readonly score: number;
  /** Which rule had the last word. */
  readonly by: string;
}

/** What the rules for the encoder's names know of words. */
export interface AdoptionLexicons extends NameLexicons {
  /** 'airline' -> organization, 'city' -> place. */
  readonly groups: ReadonlyMap<string, { readonly type: EntityType }>;
  /** 'Mr', 'Sen': never part of a name; no full stop. */
  readonly courtesy: ReadonlySet<string>;
  /** 'Lord', 'Dame': part of a name only before a single word. */
  readonly peerage: ReadonlySet<string>;
  readonly postNominals: ReadonlySet<string>;
  /** Last words of the names of newspapers and broadcasters, lower-case. */
  readonly outletNouns: ReadonlySet<string>;
  readonly shipPrefixes: ReadonlySet<string>;
  readonly shipNouns: ReadonlySet<string>;
  readonly undertakings: ReadonlySet<string>;
  readonly companyBelongings: ReadonlySet<string>;
  /** 'GMT', 'EUR': units that go by capitals, not names. */
  readonly units: ReadonlySet<string>;
  /** Verbs whose past is written like the present. */
  readonly unmarkedPast: ReadonlySet<string>;
}

/** Reads the lists from src/lexicons/en. Throws a LexiconError when one breaks the rules of lists. */
export const adoptionLexicons = <L extends NameLexicons & Pick<AdoptionLexicons, "groups">>(
  lexicons: L,
): AdoptionLexicons => ({
  ...lexicons,
  courtesy: wordList("courtesy-titles"),
  peerage: wordList("peerage-titles"),
  postNominals: wordList("post-nominals"),
  outletNouns: wordList("outlet-nouns"),
  shipPrefixes: wordList("ship-prefixes"),
  shipNouns: wordList("ship-nouns"),
  undertakings: wordList("named-undertakings"),
  companyBelongings: wordList("company-belongings"),
  units: new Set([
    ...[...wordList("time-zones")].map((zone) => zone.toUpperCase()),
    ...[...table("claim-currencies").values()].map(([code]) => code!),
  ]),
  unmarkedPast: wordList("time-unmarked-past"),
});

/** The score of a name that only a rule found. */
export const PASSED_OVER = 0.8;

/** What the rules for the encoder's names read. */
export interface Adoption {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicons: AdoptionLexicons;
}

/** The tokens that a name covers, also those it covers in part: `first` up to `end`. */
export function tokensOf({ tokens }: Adoption, { start, end }: Span): { readonly first: number; readonly end: number } {
  let first = firstTokenFrom(tokens, start);
  if (first > 0 && tokens[first - 1]!.end > start) first--;
  let last = first;
  while (last < tokens.length && tokens[last]!.start < end) last++;
  return { first, end: last };
}

/** True for a token that is the first of its block or follows the end of a sentence, also behind an opening mark. */
export function opensSentence({ tokens, lexicons }: Adoption, index: number): boolean {
  const { block } = tokens[index]!;
  let before = index - 1;
  while (before >= 0 && /^["“‘'([*_-]+$/.test(tokens[before]!.text)) before--;
  const last = tokens[before];
  if (last === undefined || last.block !== block) return true;
  return /[.!?:”"’—–]$/.test(last.text) && !lexicons.honorifics.has(last.text);
}

/** True for tokens with nothing but one blank between them. */
export const areClose = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.block === b.block && b.start === a.end + 1;

/** True for a word that begins with a capital. */
export const startsCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);
