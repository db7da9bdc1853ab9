import type { Anchor, TimeExpression } from "../../model/time-expression.js";
import { parseDay } from "./calendar.js";
import type { Cell } from "./cell.js";
import type { Candidate } from "./grammar.js";
import type { Match } from "./pattern.js";
import type { Reading } from "./rule.js";
import type { Narrative, Scene } from "./scene.js";
import { instantsOf, withinYears } from "./values.js";

/** Words that may open an expression's pattern but belong to the noun phrase around it. */
const OPENERS = ["the", "its", "their", "a", "an"];

/**
 * First cell of an expression. 'about' stays outside, though its mod is kept; so does the article of a noun that
 * follows ('the third-quarter loss').
 */
function firstCell({ cells, first, end }: Match, overLeads: ReadonlySet<string>): number {
  const lead = cells[first]!;
  if (lead.facts?.amount === "APPROX" || isPreposition(cells, first, overLeads)) return first + 1;
  if (OPENERS.includes(lead.lower) && hasHyphen(cells, first, end)) return first + 1;
  const next = cells[end];
  if (next === undefined || !OPENERS.includes(lead.lower) || end - first < 2) return first;
  const isModifier =
    (next.pos === "NOUN" || next.pos === "PROPN" || next.lower === "-") &&
    next.start - cells[end - 1]!.end <= 1 &&
    next.lower !== "ended" &&
    next.facts?.part === undefined &&
    !isOfPhrase(cells, first, end);
  return isModifier ? first + 1 : first;
}

/** 'the night of Nov. 23 southeast of …' goes before no noun; 'the Fourth of July recess' does. */
const isOfPhrase = (cells: readonly Cell[], first: number, end: number): boolean =>
  cells[first + 1]!.facts?.day === undefined && cells.slice(first, end).some(({ lower }) => lower === "of");

/** 'evolved over several years': over as a preposition; not 'for over a week'. */
const isPreposition = (cells: readonly Cell[], first: number, overLeads: ReadonlySet<string>): boolean =>
  cells[first]!.lower === "over" &&
  (!overLeads.has(cells[first - 1]?.lower ?? "") || Number.isNaN(cells[first + 1]?.facts?.num));

/** 'the fiscal second-quarter': the hyphen makes it an adjective, whose article belongs to a noun further on. */
const hasHyphen = (cells: readonly Cell[], first: number, end: number): boolean =>
  cells[end - 1]!.lower === "quarter" && cells[end - 2]?.lower === "-" && first < end - 3;

/** Makes the layer's item of a match and its reading. The scene is the one the reading was made in. */
export function expression({ rule, match }: Candidate, reading: Reading, scene: Scene): TimeExpression {
  const { anchor, narrative } = scene;
  const { type, value, mod, quant, freq, zone } = reading;
  const instants =
    value === null || type === "SET" || type === "DURATION" ? null : withinYears(reading.instants ?? instantsOf(value));
  return {
    start: match.cells[firstCell(match, scene.lists.overLeads)]!.start,
    end: match.cells[match.end - 1 - (reading.cut ?? 0)]!.end,
    type,
    value,
    ...(mod === undefined ? {} : { mod }),
    ...(quant === undefined ? {} : { quant }),
    ...(freq === undefined ? {} : { freq }),
    ...(zone === undefined ? {} : { zone }),
    ...(instants ?? {}),
    anchor: anchorFor(reading, anchor, narrative),
    by: rule.name,
  };
}

function anchorFor(reading: Reading, anchor: Anchor, narrative: Narrative | null): Anchor {
  if (reading.from === "published") return anchor;
  if (reading.from === "narrative" && narrative !== null) return { kind: "narrative", value: narrative.value };
  return { kind: "none" };
}

const GRAINS: readonly (readonly [RegExp, Narrative["grain"]])[] = [
  [/^\d{4}$/, "year"],
  [/^\d{4}-Q\d$/, "quarter"],
  [/^\d{4}-\d{2}$/, "month"],
  [/^\d{4}-W\d{2}$/, "week"],
  [/^\d{4}-\d{2}-\d{2}/, "day"],
];

/** What a value says of the time now spoken of; null for values without a place on the calendar. */
export function narrativeOf(value: string | null): Narrative | null {
  const instants = value === null ? null : instantsOf(value);
  const day = instants === null ? null : parseDay(instants.from);
  if (value === null || day === null) return null;
  return { value, day, grain: GRAINS.find(([form]) => form.test(value))?.[1] ?? "other" };
}
