import { ModelError } from "../model/errors.js";
import type { Manifest } from "./manifest.js";

/** Where a named group of columns stands in a row. */
export interface Columns {
  readonly start: number;
  readonly width: number;
}

/** The encoder's output for one window: one row of floats for each token, its columns named by the manifest. */
export interface Rows {
  readonly data: Float32Array;
  /** Floats in a row. */
  readonly width: number;
  readonly count: number;
}

/** Column groups by name; the tag heads' own columns too, as 'tags.names' and so on. */
export type Layout = (name: string) => Columns;

/** Where each group of columns stands. The layout throws a ModelError for a group that the manifest has not. */
export function layoutOf(manifest: Manifest): Layout {
  const columns = new Map<string, Columns>(manifest.columns.map(({ name, ...at }) => [name, at]));
  let start = columns.get("tags")?.start ?? 0;
  for (const [head, labels] of Object.entries(manifest.tags)) {
    columns.set(`tags.${head}`, { start, width: labels.length });
    start += labels.length;
  }
  return (name) => {
    const found = columns.get(name);
    if (found === undefined) throw new ModelError(`manifest.json: no columns named '${name}'`);
    return found;
  };
}

/** A group of columns of one row, as a view. */
export function cells(rows: Rows, row: number, { start, width }: Columns): Float32Array {
  const from = row * rows.width + start;
  return rows.data.subarray(from, from + width);
}

/** Inner product of two views of equal length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Index of the greatest value, the first of equals. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
