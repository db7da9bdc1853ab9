import type { TimeType } from "../../model/time-expression.js";
import type { Match } from "./pattern.js";
import type { Scene } from "./scene.js";
import type { Instants } from "./values.js";

/** What a rule makes of a match. */
export interface Reading {
  readonly type: TimeType;
  /** TIMEX3 value; null when it cannot be resolved. */
  readonly value: string | null;
  readonly mod?: string | undefined;
  readonly quant?: string | undefined;
  readonly freq?: string | undefined;
  /** Abbreviation of a time zone, as written, in capitals. */
  readonly zone?: string | undefined;
  /** First and last day, where the value tells them too roughly. */
  readonly instants?: Instants | undefined;
  /** Cells at the end that the reading leaves out: 'hours' in 'hours later'. */
  readonly cut?: number | undefined;
  /** What the value was reckoned from; `published` stands for the publication date or the dateline. */
  readonly from: "none" | "published" | "narrative";
}

/** A text that holds the expression, the expression as found in it, and its value. */
export type Example = readonly [text: string, surface: string, value: string | null];

/** A small rule: what it takes, what it makes of it. Examples are read against {@link EXAMPLE_DAY}. */
export interface TimeRule {
  /** Family and rule: `dates/month-day-year`. */
  readonly name: string;
  readonly patterns: readonly string[];
  readonly takes: readonly [Example, ...Example[]];
  /** Texts in which the rule finds nothing. */
  readonly refuses: readonly [string, ...string[]];
  /** Last say on a match, before it competes with others. */
  readonly accepts?: (match: Match, scene: Scene) => boolean;
  readonly read: (match: Match, scene: Scene) => Reading | null;
}

/** Publication day of all rule examples: a Friday. */
export const EXAMPLE_DAY = "2025-02-07";

/** A reading whose value is in the words themselves. */
export const stated = (type: TimeType, value: string, mod?: string): Reading => ({ type, value, mod, from: "none" });

/** A reading whose value counts from the day of writing. */
export const relative = (type: TimeType, value: string | null, mod?: string): Reading => ({
  type,
  value,
  mod,
  from: "published",
});

/** A reading whose value counts from a date the article named before. */
export const narrated = (type: TimeType, value: string | null, mod?: string): Reading => ({
  type,
  value,
  mod,
  from: "narrative",
});
