import { table, wordList } from "./lexicon.js";

/** The word lists of the time grammar, by file name without `time-`; see the header of each file. */
export interface TimeLexicons {
  readonly months: Table;
  readonly weekdays: Table;
  readonly units: Table;
  readonly numbers: Table;
  readonly vagueCounts: ReadonlySet<string>;
  readonly ordinals: Table;
  readonly decades: Table;
  readonly dayParts: Table;
  readonly clockWords: Table;
  readonly seasons: Table;
  readonly holidays: Table;
  readonly movingDays: Table;
  readonly references: Table;
  readonly referenceAdjectives: Table;
  readonly modifiers: Table;
  readonly periodParts: Table;
  readonly sets: Table;
  readonly zones: ReadonlySet<string>;
  readonly deictics: Table;
  readonly futureCues: ReadonlySet<string>;
  readonly futureAuxiliaries: ReadonlySet<string>;
  readonly unmarkedPast: ReadonlySet<string>;
  readonly intentions: ReadonlySet<string>;
  readonly yearPrepositions: ReadonlySet<string>;
  readonly rateLeads: ReadonlySet<string>;
  readonly businessNouns: ReadonlySet<string>;
  readonly numberLeads: ReadonlySet<string>;
  readonly durationLeads: ReadonlySet<string>;
  readonly clockLeads: ReadonlySet<string>;
  readonly overLeads: ReadonlySet<string>;
  readonly nameHeads: ReadonlySet<string>;
  readonly plannedEvents: ReadonlySet<string>;
}

type Table = ReadonlyMap<string, readonly string[]>;

/** Reads all lists. Throws a LexiconError that names the file when one is missing or breaks the rules of lists. */
export const loadTimeLexicons = (): TimeLexicons => ({
  months: table("time-months"),
  weekdays: table("time-weekdays"),
  units: table("time-units"),
  numbers: table("time-numbers"),
  vagueCounts: wordList("time-vague-counts"),
  ordinals: table("time-ordinals"),
  decades: table("time-decades"),
  dayParts: table("time-day-parts"),
  clockWords: table("time-clock-words"),
  seasons: table("time-seasons"),
  holidays: table("time-holidays"),
  movingDays: table("time-moving-days"),
  references: table("time-references"),
  referenceAdjectives: table("time-reference-adjectives"),
  modifiers: table("time-modifiers"),
  periodParts: table("time-period-parts"),
  sets: table("time-sets"),
  zones: wordList("time-zones"),
  deictics: table("time-deictics"),
  futureCues: wordList("time-future-cues"),
  futureAuxiliaries: wordList("time-future-auxiliaries"),
  unmarkedPast: wordList("time-unmarked-past"),
  intentions: wordList("time-intentions"),
  yearPrepositions: wordList("time-prepositions"),
  rateLeads: wordList("time-rate-leads"),
  businessNouns: wordList("time-business-nouns"),
  numberLeads: wordList("time-number-leads"),
  durationLeads: wordList("time-duration-leads"),
  clockLeads: wordList("time-clock-leads"),
  overLeads: wordList("time-over-leads"),
  nameHeads: wordList("time-name-heads"),
  plannedEvents: wordList("time-planned-events"),
});
