import { addTo } from "../text/grouped.js";
import { table } from "./lexicon.js";
import type { LinkLexicons } from "./link-lexicons.js";

/** A body that a place's name can stand for. */
export interface SeatedBody {
  readonly name: string;
  /** ISO 3166-1 alpha-2, or EU. */
  readonly country: string;
  /** Other names of it, as an article may have them. */
  readonly others: readonly string[];
  /** 'House' stands for its body before a noun, too; 'about' only in an article about its country. */
  readonly kind: "house" | "city" | "about" | "country";
}

/** What the rules for metonyms look things up in. */
export interface MetonymLexicons extends Pick<LinkLexicons, "gazetteer" | "demonyms"> {
  /** By name without article: 'Kremlin'. */
  readonly seats: ReadonlyMap<string, SeatedBody>;
  /** By ISO 3166-1 code: 'government of North Korea'. */
  readonly governments: ReadonlyMap<string, string>;
  /** What the people of a country are called, by its code: 'North Korean'. */
  readonly peoples: ReadonlyMap<string, readonly string[]>;
  /** Verbs by lemma: whether a government is told by being their subject, their object, or either. */
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>;
  /** 'Talks', by lemma, with the prepositions before the other side. */
  readonly dealings: ReadonlyMap<string, ReadonlySet<string>>;
  /** By lemma: 'demand' is an act, 'envoy' an office. */
  readonly property: ReadonlyMap<string, "act" | "office">;
}

/** Reads the lists from src/lexicons/en. Throws a LexiconError when one breaks the rules of lists. */
export const metonymLexicons = ({ gazetteer, demonyms }: LinkLexicons): MetonymLexicons => ({
  gazetteer,
  demonyms,
  seats: new Map(
    [...table("government-seats")].map(([seat, [name, country, kind, others = ""]]) => [
      seat,
      { name: name!, country: country!, kind: kind as SeatedBody["kind"], others: others.split("|").filter(Boolean) },
    ]),
  ),
  governments: new Map([...table("governments")].map(([code, [name]]) => [code, name!])),
  peoples: peoplesOf(gazetteer, demonyms),
  verbs: wordsOf("government-verbs"),
  dealings: wordsOf("government-dealings"),
  property: new Map([...table("government-property")].map(([noun, [is]]) => [noun, is as "act" | "office"])),
});

const wordsOf = (name: string): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map([...table(name)].map(([key, [words]]) => [key, new Set(words!.split(" "))]));

function peoplesOf(
  gazetteer: LinkLexicons["gazetteer"],
  demonyms: LinkLexicons["demonyms"],
): ReadonlyMap<string, readonly string[]> {
  const peoples = new Map<string, string[]>();
  for (const [people, home] of demonyms) {
    const country = gazetteer.places(home)[0]?.country;
    if (country !== undefined) addTo(peoples, country, people);
  }
  return peoples;
}
