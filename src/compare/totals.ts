import { type ArticleDiff, CHANGE_KINDS, type Change, type ChangeKind, type Count, noCounts } from "./change.js";

/** What all articles of a comparison come to. */
export interface Totals {
  readonly counts: Readonly<Record<ChangeKind, Count>>;
  /** How often what differs, by kind: the fields of changed facts, 'merged' and 'split'; the most frequent first. */
  readonly differences: Readonly<Record<ChangeKind, readonly (readonly [what: string, count: number])[]>>;
  /** Articles with at least one change. */
  readonly changedArticles: number;
  /** All changes of all kinds. */
  readonly changes: number;
}

/** One line of the list of articles, worst first. */
export interface Standing {
  readonly id: string;
  readonly weight: number;
  readonly changes: number;
}

/** Adds articles up, one after the other, in memory that grows only by a line for each article with changes. */
export function tally(): {
  readonly add: (diff: ArticleDiff) => void;
  readonly totals: () => Totals;
  readonly worst: () => readonly Standing[];
} {
  const counts = { ...noCounts() };
  const tallies = new Map<ChangeKind, Map<string, number>>(CHANGE_KINDS.map((kind) => [kind, new Map()]));
  const standings: Standing[] = [];
  return {
    add: ({ id, counts: own, changes, weight }) => {
      for (const kind of CHANGE_KINDS) counts[kind] = sum(counts[kind], own[kind]);
      for (const change of changes) count(tallies.get(change.kind)!, change);
      if (changes.length > 0) standings.push({ id, weight, changes: changes.length });
    },
    totals: () => ({
      counts,
      differences: Object.fromEntries(
        [...tallies].map(([kind, found]) => [kind, [...found].sort((a, b) => b[1] - a[1] || byName(a[0], b[0]))]),
      ) as unknown as Totals["differences"],
      changedArticles: standings.length,
      changes: CHANGE_KINDS.reduce((all, kind) => all + changesIn(counts[kind]), 0),
    }),
    worst: () => [...standings].sort((a, b) => b.weight - a.weight || b.changes - a.changes || byName(a.id, b.id)),
  };
}

/** Lost, gained and changed facts together. */
export const changesIn = ({ lost, gained, changed }: Count): number => lost + gained + changed;

/** Orders by code units, the same on every machine. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sum = (a: Count, b: Count): Count => ({
  old: a.old + b.old,
  new: a.new + b.new,
  lost: a.lost + b.lost,
  gained: a.gained + b.gained,
  changed: a.changed + b.changed,
});

function count(found: Map<string, number>, { kind, outcome, fields }: Change): void {
  if (outcome === "lost" || outcome === "gained") return;
  const names =
    outcome === "changed" ? fields.map(({ field }) => (kind === "header" ? headerField(field) : field)) : [outcome];
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
}

/** The name of a header's field; those of lines carry the line's words. */
const headerField = (field: string): string => (field.startsWith("line '") ? "line" : field);
