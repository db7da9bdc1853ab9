import type { EntityType, MentionForm } from "../model/mention.js";
import type { Span } from "../model/span.js";

/** What a marked stretch of text is. */
export type MarkKind = EntityType | "time" | "quote" | "source" | "cue" | "claim";

/** A stretch of text to be marked, and the item it belongs to. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  /** Id of this item: a mention's, a time's, a quote's or a claim's. */
  readonly id: string;
  /** Id of what the item refers to: a mention's entity; the item itself otherwise. */
  readonly of: string;
  readonly form?: MentionForm;
}

/** A piece of the text: plain, or a mark around other pieces. */
export type Piece = string | MarkedPiece;

/** A piece of text with the marks that lie over all of it. */
export interface MarkedPiece {
  readonly mark: Mark;
  /** True for all but the first piece of a mark that had to be cut, where it crosses another or goes over blocks. */
  readonly isContinued: boolean;
  /** True for all but the last piece of such a mark. */
  readonly isCut: boolean;
  readonly pieces: readonly Piece[];
}

/** What marks are made of: a knowledge file, or the part of one that says where its items stand. */
export interface Marked {
  readonly mentions: readonly (Span & Readonly<{ id: string; entity: string; type: EntityType; form: MentionForm }>)[];
  readonly times: readonly (Span & { readonly id: string })[];
  readonly quotes: readonly Readonly<{
    id: string;
    content: readonly Span[];
    cue: readonly Span[];
    source: readonly Span[];
  }>[];
  readonly claims: readonly (Span & { readonly id: string })[];
}

/** Which kinds hold which, when their spans are equal: a claim is around a quote, a quote around a name. */
const OUTER_FIRST: readonly MarkKind[] = ["claim", "quote", "source", "cue", "time"];

const rank = (mark: Mark): number => {
  const at = OUTER_FIRST.indexOf(mark.kind);
  return at < 0 ? OUTER_FIRST.length : at;
};

/** All marks of a file, in text order, outer before inner. Claims only when asked for, as they cover most of a text. */
export function marksOf(file: Marked, options: { readonly claims: boolean }): readonly Mark[] {
  const marks: Mark[] = [
    ...file.mentions.map(({ start, end, type, id, entity, form }) => ({
      start,
      end,
      kind: type,
      id,
      of: entity,
      form,
    })),
    ...file.times.map(({ start, end, id }) => ({ start, end, kind: "time" as const, id, of: id })),
    ...file.quotes.flatMap(({ id, content, source, cue }) => [
      ...content.map(({ start, end }) => ({ start, end, kind: "quote" as const, id, of: id })),
      ...source.map(({ start, end }) => ({ start, end, kind: "source" as const, id, of: id })),
      ...cue.map(({ start, end }) => ({ start, end, kind: "cue" as const, id, of: id })),
    ]),
    ...(options.claims
      ? file.claims.map(({ start, end, id }) => ({ start, end, kind: "claim" as const, id, of: id }))
      : []),
  ];
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
}

/**
 * The text from `start` to `end` with its marks as a tree. A mark that crosses another's end is cut there, so that every
 * piece lies inside the pieces around it; the pieces' texts, joined, are the text. Marks must be in {@link marksOf}'s order.
 */
export function nest(text: string, start: number, end: number, marks: readonly Mark[]): readonly Piece[] {
  const inside = marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark): Cut => ({ mark, start: Math.max(start, mark.start), end: Math.min(end, mark.end) }))
    .sort(outerFirst);
  return fill(text, start, end, inside);
}

interface Cut {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

const outerFirst = (a: Cut, b: Cut): number => a.start - b.start || b.end - a.end || rank(a.mark) - rank(b.mark);

function fill(text: string, start: number, end: number, cuts: readonly Cut[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const plain = (until: number): void => {
    if (until > at) pieces.push(text.slice(at, until));
    at = Math.max(at, until);
  };
  let at = start;
  let rest = cuts;
  while (rest.length > 0) {
    const [outer, ...others] = rest as readonly [Cut, ...Cut[]];
    const within: Cut[] = [];
    const after: Cut[] = [];
    for (const cut of others) {
      if (cut.start >= outer.end) after.push(cut);
      else if (cut.end <= outer.end) within.push(cut);
      else {
        within.push({ ...cut, end: outer.end });
        after.push({ ...cut, start: outer.end });
      }
    }
    plain(outer.start);
    pieces.push({
      mark: outer.mark,
      isContinued: outer.start > outer.mark.start,
      isCut: outer.end < outer.mark.end,
      pieces: fill(text, outer.start, outer.end, within.sort(outerFirst)),
    });
    at = outer.end;
    rest = after.sort(outerFirst);
  }
  plain(end);
  return pieces;
}
