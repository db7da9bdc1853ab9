import type { TimeLexicons } from "../../lexicons/time-lexicons.js";
import { addTo } from "../../text/grouped.js";

/** What a word or number may mean in a time expression. A word may have several facts: 'second' is an ordinal and a unit. */
export interface Facts {
  readonly month?: number;
  /** ISO weekday; `weekdays` is the plural, 'Mondays'. */
  readonly weekday?: number;
  readonly weekdays?: number;
  /** Unit code of time-units.tsv; `units` when the word is plural. */
  readonly unit?: string;
  readonly units?: string;
  /** A cardinal; NaN for a count that gives no number ('several'). */
  readonly num?: number;
  readonly ordinal?: number;
  /** A year written out: four digits or 'nineteen ninety-six'. */
  readonly year?: number;
  /** TIMEX3 value of a decade ('199'), or two digits when the century is left open ('90'). */
  readonly decade?: string;
  /** Day of a month. */
  readonly day?: number;
  /** '10:35' as '10:35'. */
  readonly clock?: string;
  /** A bare number that may be an hour. */
  readonly hour?: number;
  readonly ampm?: "am" | "pm";
  readonly zone?: string;
  /** Part of the day, TIMEX3 code; `parts` is the plural. */
  readonly part?: string;
  readonly parts?: string;
  /** Hour of 'noon' and 'midnight'. */
  readonly noon?: number;
  readonly season?: string;
  readonly seasons?: string;
  /** Key of a holiday in time-holidays.tsv. */
  readonly holiday?: string;
  /** Days from today: yesterday -1. */
  readonly relday?: number;
  readonly ref?: string;
  readonly adjective?: string;
  /** TIMEX3 mod of a word for part of a period ('early'). */
  readonly early?: string;
  /** TIMEX3 mod of a word for an amount ('nearly'). */
  readonly amount?: string;
  /** TIMEX3 mod of 'end' and 'beginning'. */
  readonly edge?: string;
  readonly set?: string;
  /** Periods from now: last -1. */
  readonly deictic?: number;
  /** ISO day of a date in digits. */
  readonly iso?: string;
  /** Quarter of 'Q3'. */
  readonly quarter?: number;
  /** A day of a month as an ordinal in digits: '21st'. */
  readonly nth?: number;
}

/** Name of a fact. */
export type FactName = keyof Facts;

/** All facts, in the order of their bits. */
export const FACT_NAMES = [
  "month",
  "weekday",
  "weekdays",
  "unit",
  "units",
  "num",
  "ordinal",
  "year",
  "decade",
  "day",
  "clock",
  "hour",
  "ampm",
  "zone",
  "part",
  "parts",
  "noon",
  "season",
  "seasons",
  "holiday",
  "relday",
  "ref",
  "adjective",
  "early",
  "amount",
  "edge",
  "set",
  "deictic",
  "iso",
  "quarter",
  "nth",
] as const satisfies readonly FactName[];

const BITS: ReadonlyMap<string, number> = new Map(FACT_NAMES.map((name, i) => [name, 2 ** i]));

/** The bit of one fact. Throws a RangeError on a name that is none: a rule's pattern has a slip. */
export function bitOf(name: string): number {
  const bit = BITS.get(name);
  if (bit === undefined)
    throw new RangeError(`'@${name}' in a time pattern is no fact; expected ${FACT_NAMES.join(" ")}`);
  return bit;
}

/** The bits of all facts a word has. */
export function maskOf(facts: Facts): number {
  let mask = 0;
  for (const name of Object.keys(facts)) mask |= bitOf(name);
  return mask;
}

/** A word or phrase the grammar knows. */
export interface Entry {
  readonly facts: Facts;
  readonly mask: number;
}

/** A phrase of several words that stands as one: 'new year 's eve'. */
export interface Phrase extends Entry {
  readonly words: readonly string[];
}

/** All that the word lists know of single words and phrases. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, Entry>;
  /** By first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Words that a phrase or a number of several words may start with. */
  readonly openers: ReadonlySet<string>;
}

const RELATIVE_DAYS: readonly (readonly [string, number])[] = [
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
];

/** Joins the word lists into one look-up. */
export function buildVocabulary(lexicons: TimeLexicons): Vocabulary {
  const facts = new Map<string, Facts>();
  const add = (key: string, more: Facts) => facts.set(key, { ...facts.get(key), ...more });
  const oneOrMany = (one: FactName, many: FactName, number: string | undefined, value: string | number): Facts => ({
    [number === "many" ? many : one]: value,
  });
  for (const [w, [n]] of lexicons.months) add(w, { month: Number(n) });
  for (const [w, [n, number]] of lexicons.weekdays) add(w, oneOrMany("weekday", "weekdays", number, Number(n)));
  for (const [w, [code, number]] of lexicons.units) add(w, oneOrMany("unit", "units", number, code!));
  for (const w of lexicons.vagueCounts) add(w, { num: Number.NaN });
  for (const [w, [n]] of lexicons.ordinals)
    add(w, { ordinal: Number(n), ...(Number(n) <= 31 ? { day: Number(n) } : {}) });
  for (const [w, [n]] of lexicons.decades) add(w, { decade: n! });
  for (const [w, [code, number]] of lexicons.dayParts) add(w, oneOrMany("part", "parts", number, code!));
  for (const [w, [hour]] of lexicons.clockWords) add(w, { noon: Number(hour) });
  for (const [w, [code, number]] of lexicons.seasons) add(w, oneOrMany("season", "seasons", number, code!));
  for (const w of lexicons.holidays.keys()) add(w, { holiday: w });
  for (const [w, [value]] of lexicons.references) add(w, { ref: value! });
  for (const [w, [value]] of lexicons.referenceAdjectives) add(w, { adjective: value! });
  for (const [w, [mod, of]] of lexicons.modifiers) add(w, of === "part" ? { early: mod! } : { amount: mod! });
  for (const [w, [mod]] of lexicons.periodParts) add(w, { edge: mod! });
  for (const [w, [value]] of lexicons.sets) add(w, { set: value! });
  for (const w of lexicons.zones) add(w, { zone: w.toUpperCase() });
  for (const [w, [n]] of lexicons.deictics) add(w, { deictic: Number(n) });
  for (const [w, n] of RELATIVE_DAYS) add(w, { relday: n });
  for (const w of ["a.m.", "am", "a.m", "p.m.", "pm", "p.m"]) add(w, { ampm: w.startsWith("a") ? "am" : "pm" });
  return split(facts, new Map([...lexicons.numbers].map(([w, [n]]) => [w, Number(n)])));
}

function split(facts: ReadonlyMap<string, Facts>, numbers: ReadonlyMap<string, number>): Vocabulary {
  const words = new Map<string, Entry>();
  const phrases = new Map<string, Phrase[]>();
  for (const [key, value] of facts) {
    const entry = { facts: value, mask: maskOf(value) };
    const parts = key.split(" ");
    if (parts.length === 1) words.set(key, entry);
    else addTo(phrases, parts[0]!, { ...entry, words: parts });
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { words, phrases, numbers, openers: new Set(["a", "couple", ...phrases.keys(), ...numbers.keys()]) };
}
