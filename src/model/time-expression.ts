import type { Span } from "./span.js";

/** TIMEX3 types (TimeML 1.2.1). */
export const TIME_TYPES = ["DATE", "TIME", "DURATION", "SET"] as const;
export type TimeType = (typeof TIME_TYPES)[number];

/** What a value was reckoned from. `none` for expressions that carry their own value. */
export const ANCHOR_KINDS = ["none", "published", "dateline", "narrative"] as const;

/** What a value was reckoned from. */
export interface Anchor {
  readonly kind: (typeof ANCHOR_KINDS)[number];
  /** The anchor's own value, ISO 8601; absent for `none`. */
  readonly value?: string;
}

/** The interval that two time expressions span. */
export interface Interval {
  readonly role: "begin" | "end";
  readonly from: string;
  readonly to: string;
}

/** A date, time, duration or set, with its TIMEX3 value. */
export interface TimeExpression extends Span {
  readonly type: TimeType;
  /** TIMEX3 value, such as 2025-02-07, 2025-W17, P3D, PRESENT_REF; null when it cannot be resolved. */
  readonly value: string | null;
  /** TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, LESS_THAN, … */
  readonly mod?: string;
  /** SET only: TIMEX3 quant and freq. */
  readonly quant?: string;
  readonly freq?: string;
  /** TIME only: time zone as written, in capitals ('EST'). `value`, `from` and `to` are local to it. */
  readonly zone?: string;
  /** First day or instant of a resolved DATE or TIME, ISO 8601 without zone. */
  readonly from?: string;
  /** Last day or instant, inclusive. */
  readonly to?: string;
  /** One end of a range ('May 3-5', 'from 2018 to 2021'), with the instants of the whole interval. */
  readonly interval?: Interval;
  readonly anchor: Anchor;
  /** The rule that found it, such as `dates/month-day-year`. */
  readonly by: string;
}
