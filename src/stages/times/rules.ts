import { clockRules } from "./clock.js";
import { dateRules } from "./dates.js";
import { dayRules } from "./days.js";
import { durationRules } from "./durations.js";
import { holidayRules } from "./holidays.js";
import { monthRules } from "./months.js";
import { partRules } from "./parts.js";
import { periodRules } from "./periods.js";
import { referenceRules } from "./references.js";
import { relativeRules } from "./relative.js";
import { reportRules } from "./reports.js";
import type { TimeRule } from "./rule.js";
import { seasonRules } from "./seasons.js";
import { setRules } from "./sets.js";
import { toldRules } from "./told.js";
import { yearRules } from "./years.js";

/** All rules. Where two take the same text, the earlier one is kept. */
export const timeRules: readonly TimeRule[] = [
  ...dateRules,
  ...monthRules,
  ...partRules,
  ...dayRules,
  ...toldRules,
  ...holidayRules,
  ...periodRules,
  ...reportRules,
  ...seasonRules,
  ...relativeRules,
  ...setRules,
  ...referenceRules,
  ...durationRules,
  ...clockRules,
  ...yearRules,
];
