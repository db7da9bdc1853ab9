import type { Span } from "../model/span.js";

/** What can differ between two readings, in the order reports list it. */
export const CHANGE_KINDS = [
  "articles",
  "header",
  "entities",
  "mentions",
  "quotes",
  "times",
  "claims",
  "problems",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of a fact. `merged` and `split` are of entities only. */
export const OUTCOMES = ["lost", "gained", "changed", "merged", "split"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One side of a fact: its id there and where it stands in that side's own text. */
export interface Place extends Partial<Span> {
  readonly id: string;
}

/** One field of a fact that differs, in words a person can read; null where the side has none. */
export interface FieldChange {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** One fact that is not the same in both readings. */
export interface Change {
  readonly kind: ChangeKind;
  readonly outcome: Outcome;
  /** The fact on one line, as the newer side that has it says. */
  readonly label: string;
  /** Absent for what is not in the old reading; several entities for a merger. */
  readonly old?: readonly Place[];
  /** Absent for what is not in the new reading; several entities for a split. */
  readonly new?: readonly Place[];
  /** Empty for what is lost or gained. */
  readonly fields: readonly FieldChange[];
  /** True when the fact was lost or gained with its words: they stand in one of the two texts only. */
  readonly withText?: boolean;
}

/** How many facts of a kind two readings have, and what became of them. */
export interface Count {
  readonly old: number;
  readonly new: number;
  readonly lost: number;
  readonly gained: number;
  /** Changed, merged or split. */
  readonly changed: number;
}

/** What became of the facts of every kind. */
export type Counts = Readonly<Record<ChangeKind, Count>>;

/** How the two texts stand to each other; `unknown` when they differ and a file was written without its text. */
export type TextChange = "same" | "edited" | "rewritten" | "unknown";

/** All that differs between two readings of one article. */
export interface ArticleDiff {
  readonly id: string;
  readonly text: TextChange;
  readonly counts: Counts;
  /** In the order of the kinds, within a kind in text order. */
  readonly changes: readonly Change[];
  /** What the changes weigh together: see {@link weightOf}. Articles with a greater weight come first. */
  readonly weight: number;
}

/**
 * Points for one change: set by hand so that what a reader of the data would be misled by (a wrong speaker, a lost
 * quotation, one person become two) outweighs where exactly a phrase ends.
 */
const WEIGHTS: Readonly<Record<ChangeKind, Readonly<Partial<Record<Outcome, number>>>>> = {
  articles: { lost: 20, gained: 5, changed: 1 },
  header: { changed: 3 },
  entities: { lost: 2, gained: 2, changed: 2, merged: 4, split: 4 },
  mentions: { lost: 1, gained: 1, changed: 1 },
  quotes: { lost: 4, gained: 3, changed: 1 },
  times: { lost: 2, gained: 2, changed: 1 },
  claims: { lost: 1, gained: 1, changed: 1 },
  problems: { lost: 0, gained: 1 },
};

/** Fields whose change counts three points more. */
const GRAVE = new Set(["speaker", "value", "said by", "polarity"]);

/** Points for one change; 1 for an outcome without a weight of its own. */
export const weightOf = ({ kind, outcome, fields }: Change): number =>
  (WEIGHTS[kind][outcome] ?? 1) + (fields.some(({ field }) => GRAVE.has(field)) ? 3 : 0);

/** Counts of nothing. */
export const noCounts = (): Counts =>
  Object.fromEntries(
    CHANGE_KINDS.map((kind) => [kind, { old: 0, new: 0, lost: 0, gained: 0, changed: 0 }]),
  ) as unknown as Counts;
