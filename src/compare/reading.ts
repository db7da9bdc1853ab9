import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import type { Alignment } from "./align-texts.js";
import type { FieldChange } from "./change.js";

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
