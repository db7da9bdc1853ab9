import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import type { Alignment } from "./align-texts.js";
import type { Change, ChangeKind, FieldChange, Place } from "./change.js";
import type { Pair } from "./pair-items.js";
import type { Readings } from "./reading.js";

/** Where a fact is: its id and, when it has one, its extent. */
export const placeIn = (id: string, span: Span | null): Place =>
  span === null ? { id } : { id, start: span.start, end: span.end };

/** A fact as reports tell it. */
export interface Told {
  readonly id: string;
  readonly label: string;
  /** In its own text. */
  readonly extent: Span | null;
}

/** The lists of facts in a knowledge file. */
type FactKind = Exclude<ChangeKind, "articles" | "header">;

/** How facts of a kind are told, and which of their fields differ in a pair. */
export interface FactReports<Fact> {
  readonly told: (fact: Fact, side: "old" | "now", index: number) => Told;
  readonly fields: (old: Fact, now: Fact) => readonly FieldChange[];
}

/** Changes of a kind in the order of the new reading, lost facts behind: the paired by their fields, the rest as they are. */
export function changesOf<Kind extends FactKind>(
  kind: Kind,
  { old, now, alignment }: Readings,
  pairs: readonly Pair[],
  { told, fields }: FactReports<KnowledgeFile[Kind][number]>,
): readonly Change[] {
  const byNew = new Map(pairs.map((pair) => [pair.new, pair.old]));
  const paired = new Set(byNew.values());
  const present = now[kind].flatMap((fact, index): readonly Change[] => {
    const isNow = told(fact, "now", index);
    const partner = byNew.get(index);
    if (partner === undefined) return [gained(kind, isNow, alignment)];
    const before = old[kind][partner]!;
    const changed = fields(before, fact);
    if (changed.length === 0) return [];
    const places = { old: [placeOfTold(told(before, "old", partner))], new: [placeOfTold(isNow)] };
    return [{ kind, outcome: "changed", label: isNow.label, ...places, fields: changed }];
  });
  const gone = old[kind].flatMap((fact, index) =>
    paired.has(index) ? [] : [lost(kind, told(fact, "old", index), alignment)],
  );
  return [...present, ...gone];
}

const placeOfTold = ({ id, extent }: Told): Place => placeIn(id, extent);

function lost(kind: ChangeKind, told: Told, { change, toNew }: Alignment): Change {
  const withText = change === "edited" && told.extent !== null && toNew(told.extent) === null;
  return { kind, outcome: "lost", label: told.label, old: [placeOfTold(told)], fields: [], ...flag(withText) };
}

function gained(kind: ChangeKind, told: Told, { change, isKept }: Alignment): Change {
  const withText = change === "edited" && told.extent !== null && !isKept(told.extent);
  return { kind, outcome: "gained", label: told.label, new: [placeOfTold(told)], fields: [], ...flag(withText) };
}

const flag = (withText: boolean): { readonly withText?: boolean } => (withText ? { withText } : {});
