import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import type { Alignment } from "./align-texts.js";
import type { Change, ChangeKind, FieldChange, Place } from "./change.js";
import type { Pair } from "./pair-items.js";

/** A span with its words, as knowledge files hold it. */
export type Named = Span & { readonly text: string };

/** What ids stand for in one file. */
export interface Ids {
  /** Names by id. */
  readonly entities: ReadonlyMap<string, string>;
  readonly quotes: ReadonlyMap<string, KnowledgeFile["quotes"][number]>;
  /** Words by id. */
  readonly times: ReadonlyMap<string, string>;
}

/** Two readings of one article, and the way from the old text's offsets to the new one's. */
export interface Readings {
  readonly old: KnowledgeFile;
  readonly now: KnowledgeFile;
  readonly alignment: Alignment;
  readonly ids: { readonly old: Ids; readonly now: Ids };
}

/** Puts two readings together. */
export const readingsOf = (old: KnowledgeFile, now: KnowledgeFile, alignment: Alignment): Readings => ({
  old,
  now,
  alignment,
  ids: { old: idsOf(old), now: idsOf(now) },
});

const idsOf = ({ entities, quotes, times }: KnowledgeFile): Ids => ({
  entities: new Map(entities.map(({ id, name }) => [id, name])),
  quotes: new Map(quotes.map((quote) => [quote.id, quote])),
  times: new Map(times.map(({ id, text }) => [id, oneLine(text)])),
});

/** Any run of white space as one space. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The words of some spans on one line, parts joined by an ellipsis; null of none. */
export const wordsOf = (spans: readonly Named[]): string | null =>
  spans.length === 0 ? null : spans.map(({ text }) => oneLine(text)).join(" … ");

/** A field that differs, as a list of one; empty when it does not. */
export const field = (name: string, old: string | null, now: string | null): readonly FieldChange[] =>
  old === now ? [] : [{ field: name, old, new: now }];

/**
 * A field of words in the text: differs when it stands elsewhere in an unchanged text, or, the texts being different, has
 * other words.
 */
export function fieldOfSpans(
  name: string,
  old: readonly Named[],
  now: readonly Named[],
  { change }: Alignment,
): readonly FieldChange[] {
  const words = wordsOf(old);
  const wordsNow = wordsOf(now);
  if (change !== "same") return field(name, words, wordsNow);
  const isSame =
    old.length === now.length && old.every(({ start, end }, i) => start === now[i]!.start && end === now[i]!.end);
  return isSame ? [] : [{ field: name, old: words, new: wordsNow }];
}

/** Fields that say how a fact was found or which it is, not what it says. */
const NOT_KNOWLEDGE = new Set(["id", "by", "start", "end", "text", "sentence"]);

/**
 * Plain fields (words, figures, yes or no) that differ, but the ones named. A field that only a newer version of the
 * knowledge file has is no change.
 */
export function plainFields(
  old: object,
  now: object,
  { old: before, now: after }: Readings,
  except: readonly string[],
): readonly FieldChange[] {
  const sameVersion = before.schemaVersion === after.schemaVersion;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => !NOT_KNOWLEDGE.has(name) && !except.includes(name),
  );
  return names.sort().flatMap((name) => {
    const was = plain((old as Readonly<Record<string, unknown>>)[name]);
    const is = plain((now as Readonly<Record<string, unknown>>)[name]);
    if (was === undefined || is === undefined) return [];
    return !sameVersion && (was === null || is === null) ? [] : field(name, was, is);
  });
}

/** A plain value as words; null when there is none, undefined when it is an object. */
function plain(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === "object" ? undefined : String(value);
}

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

/** Changes of a kind in the order of the new reading, lost facts behind: the paired by their fields, the rest as they are. */
export function changesOf(options: {
  readonly kind: ChangeKind;
  readonly old: readonly Told[];
  readonly now: readonly Told[];
  readonly pairs: readonly Pair[];
  readonly fields: (pair: Pair) => readonly FieldChange[];
  readonly alignment: Alignment;
}): readonly Change[] {
  const { kind, old, now, pairs, fields, alignment } = options;
  const byNew = new Map(pairs.map((pair) => [pair.new, pair]));
  const byOld = new Set(pairs.map((pair) => pair.old));
  const present = now.flatMap((told, index) => {
    const pair = byNew.get(index);
    if (pair === undefined) return [gained(kind, told, alignment)];
    const changed = fields(pair);
    if (changed.length === 0) return [];
    const places = { old: [placeOfTold(old[pair.old]!)], new: [placeOfTold(told)] };
    return [{ kind, outcome: "changed" as const, label: told.label, ...places, fields: changed }];
  });
  return [...present, ...old.filter((_, index) => !byOld.has(index)).map((told) => lost(kind, told, alignment))];
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
