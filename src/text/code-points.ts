/**
 * Offsets of one text in two units: UTF-16 code units, which Copydesk counts in, and Unicode code points, which Python and
 * most annotation tools count in. '🙂a' has 'a' at 2 and at 1.
 */
export interface OffsetMap {
  /** Code units before the code point at `offset`; undefined outside the text. The text's end is inside. */
  readonly toUtf16: (offset: number) => number | undefined;
  /** Code points before the code unit at `offset`; undefined outside the text and between two surrogate halves. */
  readonly toCodePoints: (offset: number) => number | undefined;
}

/** Reckons a text's offsets once, so that each conversion is one look-up. Lone surrogates count as one code point each. */
export function codePointOffsets(text: string): OffsetMap {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
    const same = (offset: number) =>
      Number.isInteger(offset) && offset >= 0 && offset <= text.length ? offset : undefined;
    return { toUtf16: same, toCodePoints: same };
  }
  const units: number[] = [];
  const points = new Map<number, number>();
  let at = 0;
  for (const character of text) {
    points.set(at, units.length);
    units.push(at);
    at += character.length;
  }
  points.set(at, units.length);
  units.push(at);
  return { toUtf16: (offset) => units[offset], toCodePoints: (offset) => points.get(offset) };
}

/** Line of an offset, counted from 1: for messages. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
