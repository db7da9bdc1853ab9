import { z } from "zod";

/** A half-open stretch of text: UTF-16 code units of `article.text`, `0 <= start < end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The schema of a {@link Span} as it stands in a knowledge file. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().positive() });

/** True when `outer` holds all of `inner`; a span contains itself. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** True when the two share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Orders by start, then by end: the order of every layer. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** The text a span stands for. */
export const surface = (text: string, span: Span): string => text.slice(span.start, span.end);
