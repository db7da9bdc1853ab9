import type { TimeLexicons } from "../../lexicons/time-lexicons.js";
import type { Anchor } from "../../model/time-expression.js";
import type { Civil } from "./calendar.js";
import type { Match } from "./pattern.js";
import type { Governor, Tense } from "./tense.js";

/** The last date the article named, with the length of what it named. */
export interface Narrative {
  readonly value: string;
  readonly day: Civil;
  readonly grain: "year" | "quarter" | "month" | "week" | "day" | "other";
}

/** What a rule may reckon from: the day of writing, what was named before, the verb. Never the clock. */
export interface Scene {
  /** Day of the dateline or of publication; null when the article has none. */
  readonly today: Civil | null;
  /** Clock time of publication, when the record gives one. */
  readonly clock: { readonly h: number; readonly min: number } | null;
  readonly anchor: Anchor;
  /** Last resolved date, or null at the start. */
  readonly narrative: Narrative | null;
  /** Last period a report spoke of: a quarter ('1989-Q3') or a year ('1989'). */
  readonly period: string | null;
  /** Years the article has spoken of, by month ('3') and by month and day ('3-5'): a bare 'March' later on is most likely that one. */
  readonly years: ReadonlyMap<string, number>;
  /** Dates of holidays by name and year; an empty list when unknown. */
  readonly holidays: (name: string, year: number) => readonly Civil[];
  /** Name of the holiday that ends one which lasts; undefined for single days. */
  readonly holidayEnd: (name: string) => string | undefined;
  /** Lists that tell what a word beside an expression makes of it. */
  readonly lists: Pick<
    TimeLexicons,
    | "rateLeads"
    | "businessNouns"
    | "numberLeads"
    | "durationLeads"
    | "clockLeads"
    | "overLeads"
    | "yearPrepositions"
    | "plannedEvents"
  >;
  /** The verb the expression hangs on; null when its sentence has none. */
  governor(match: Match): Governor | null;
  /** Tense of that verb. */
  tense(match: Match): Tense | null;
  /** True when a name stands where a month or weekday seemed to: 'April Smith', 'Sunday Times', 'May' after 'Theresa May'. */
  isName(match: Match): boolean;
}
