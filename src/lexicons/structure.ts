import { table, wordList } from "./lexicon.js";

/** The lists that the structure of an article is read with. */
export interface StructureLexicons {
  /** Whole lines of site furniture. */
  readonly boilerplateLines: ReadonlySet<string>;
  /** Openings of lines of site furniture -> the words of which the line must hold one; empty when none is needed. */
  readonly boilerplateOpenings: ReadonlyMap<string, readonly string[]>;
  /** First words of those openings, without the marks at their ends. */
  readonly boilerplateFirstWords: ReadonlySet<string>;
  readonly listHeadings: ReadonlySet<string>;
  readonly navigationWords: ReadonlySet<string>;
  readonly weatherWords: ReadonlySet<string>;
  readonly contactWords: ReadonlySet<string>;
  readonly bylineOpeners: ReadonlySet<string>;
  readonly bylineRoles: ReadonlySet<string>;
  readonly captionLabels: ReadonlySet<string>;
  readonly newsAgencies: ReadonlySet<string>;
  readonly outletNouns: ReadonlySet<string>;
  readonly nameParticles: ReadonlySet<string>;
  readonly familyNamesFirst: ReadonlySet<string>;
  readonly datelineStopWords: ReadonlySet<string>;
  readonly dateLineWords: ReadonlySet<string>;
  /** Month names and shortenings, with and without stop -> 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  readonly timeZones: ReadonlySet<string>;
}

/** Reads the lists of structure. Throws a LexiconError when one is missing or broken. */
export const structureLexicons = (): StructureLexicons => ({
  boilerplateLines: wordList("boilerplate-lines"),
  boilerplateOpenings: openings(),
  boilerplateFirstWords: new Set([...openings().keys()].map((opening) => opening.split(/[\s,:.]/)[0] ?? "")),
  listHeadings: wordList("list-headings"),
  navigationWords: wordList("navigation-words"),
  weatherWords: wordList("weather-words"),
  contactWords: wordList("contact-words"),
  bylineOpeners: wordList("byline-openers"),
  bylineRoles: wordList("byline-roles"),
  captionLabels: wordList("caption-labels"),
  newsAgencies: wordList("news-agencies"),
  outletNouns: wordList("outlet-nouns"),
  nameParticles: wordList("name-particles"),
  familyNamesFirst: wordList("family-names-first"),
  datelineStopWords: wordList("dateline-stop-words"),
  dateLineWords: wordList("date-line-words"),
  months: new Map([...table("time-months")].map(([name, [number]]) => [name, Number(number)])),
  weekdays: new Set([...table("time-weekdays").keys()].flatMap((name) => [name, name.replace(".", "")])),
  timeZones: wordList("time-zones"),
});

const openings = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...table("boilerplate-openings")].map(([opening, [words = "-"]]) => [
      opening,
      words === "-" ? [] : words.split(" "),
    ]),
  );
