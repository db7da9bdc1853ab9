import { addTo } from "../text/grouped.js";
import { nameKey } from "../text/name-key.js";
import { type Gazetteer, loadGazetteer } from "./gazetteer.js";
import { table, wordList } from "./lexicon.js";

/** A body, agency, party, court, outlet or company of the lexicon of organizations. */
export interface KnownOrganization {
  readonly key: string;
  /** True when it is meant by the name it was found by only where its country is spoken of: 'Justice Department'. */
  readonly isLocalName: boolean;
  readonly name: string;
  /** ISO 3166-1 alpha-2; empty for international ones. */
  readonly country: string;
  readonly wikidata?: string;
}

/** Somebody's time in an office; days in ISO 8601, `to` empty while it lasts. */
export interface OfficeTerm {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly wikidata?: string;
  readonly key: string;
}

/** What the rules for places inside longer names know of words. */
export interface InnerLexicons {
  /** 'New', 'Mount': what follows is a part of another name. */
  readonly notAfter: ReadonlySet<string>;
  /** 'Beach', 'Keys': what precedes is a part of another name. */
  readonly notBefore: ReadonlySet<string>;
  /** Places whose names are words or people's first: 'Lincoln', 'Reading'. */
  readonly doubtful: ReadonlySet<string>;
  readonly firstNames: { readonly has: (word: string) => boolean };
}

/** What the rules for links look things up in. */
export interface LinkLexicons {
  readonly gazetteer: Gazetteer;
  /** 'Iranian' -> 'Iran'. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Names that editors mean one place by, whatever else has the name: name key -> its id. */
  readonly preferred: ReadonlyMap<string, string>;
  /** Names of towns that are words or buildings first: 'West', 'White House'. */
  readonly notPlaces: ReadonlySet<string>;
  /** What tells whether a place's name inside a longer one is meant as the place. */
  readonly inner: InnerLexicons;
  /** 'goalkeeper', 'semifinal': what tells a report of a game. */
  readonly sports: ReadonlySet<string>;
  /** By name key; a name that several countries have one of has several. */
  readonly organizations: ReadonlyMap<string, readonly KnownOrganization[]>;
  /** By country and title: `FR president`. */
  readonly offices: ReadonlyMap<string, readonly OfficeTerm[]>;
  /** The titles among them, the longest first: 'prime minister'. */
  readonly titles: readonly string[];
}

/** Reads gazetteers and lists. Throws a LexiconError when one is missing or broken. */
export const linkLexicons = (): LinkLexicons => ({
  gazetteer: loadGazetteer(),
  demonyms: new Map([...table("demonyms")].flatMap(([people, [home]]) => (home ? [[people, home] as const] : []))),
  preferred: new Map([...table("preferred-places")].map(([name, [, id]]) => [nameKey(name), id!])),
  notPlaces: wordList("not-places"),
  inner: {
    notAfter: wordList("inner-place-not-after"),
    notBefore: wordList("inner-place-not-before"),
    doubtful: wordList("inner-place-doubtful"),
    firstNames: table("first-names"),
  },
  sports: wordList("sports-words"),
  organizations: organizations(),
  ...officeTerms(),
});

function organizations(): LinkLexicons["organizations"] {
  const byName = new Map<string, KnownOrganization[]>();
  for (const [key, [name, others = "", country = "", wikidata]] of table("known-organizations")) {
    const names = new Map([name!, ...others.split("|")].map((one) => [nameKey(one), one.endsWith("?")]));
    for (const [one, isLocalName] of names) {
      if (one === "") continue;
      const organization = { key, name: name!.replace("?", ""), country, isLocalName, ...(wikidata && { wikidata }) };
      addTo(byName, one, organization);
    }
  }
  return byName;
}

/** Keys are country, title and first day: `FR president 2017-05-14`. */
function officeTerms(): Pick<LinkLexicons, "offices" | "titles"> {
  const offices = new Map<string, OfficeTerm[]>();
  for (const [key, [to = "", name, wikidata]] of table("officeholders")) {
    const office = key.slice(0, key.lastIndexOf(" "));
    const term = { from: key.slice(office.length + 1), to, name: name!, key, ...(wikidata && { wikidata }) };
    addTo(offices, office, term);
  }
  const titles = new Set([...offices.keys()].map((office) => office.slice(3)));
  return { offices, titles: [...titles].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)) };
}
