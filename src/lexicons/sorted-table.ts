import { LexiconError } from "../model/errors.js";

/**
 * A large sorted table searched in its own bytes: rows of tab-separated fields, the first one the key, sorted by code
 * unit (keys are plain ASCII, so bytes sort the same way). Holds the bytes and nothing more.
 */
export interface SortedTable {
  /** The rows of a key, each with its fields after the key, in file order; empty when there are none. */
  readonly rows: (key: string) => readonly (readonly string[])[];
}

const LINE_END = 0x0a;
const HASH = 0x23;

/** Takes a file's bytes as they are. Throws a LexiconError for a file without a source or licence line. */
export function sortedTable(file: string, bytes: Buffer): SortedTable {
  const first = endOfHeader(bytes);
  const head = bytes.toString("latin1", 0, first);
  for (const wanted of ["# source:", "# licence:"]) {
    if (!head.includes(wanted)) throw new LexiconError(`${file}: the header has no '${wanted}' line; rebuild it`);
  }
  return {
    rows: (key) => {
      const wanted = `${key}\t`;
      const found: string[][] = [];
      let at = firstRowFrom(bytes, first, wanted);
      while (at < bytes.length && compare(bytes, at, wanted) === 0) {
        const end = bytes.indexOf(LINE_END, at);
        found.push(bytes.toString("utf8", at + wanted.length, end).split("\t"));
        at = end + 1;
      }
      return found;
    },
  };
}

function endOfHeader(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === HASH) at = bytes.indexOf(LINE_END, at) + 1;
  return at;
}

/** Where the first row starts that is not before `wanted`, which ends in a tab: a tab sorts before every character of a key. */
function firstRowFrom(bytes: Buffer, first: number, wanted: string): number {
  let low = first;
  let high = bytes.length;
  while (low < high) {
    const row = bytes.lastIndexOf(LINE_END, ((low + high) >> 1) - 1) + 1;
    const start = Math.max(row, low);
    if (compare(bytes, start, wanted) < 0) low = bytes.indexOf(LINE_END, start) + 1;
    else high = start;
  }
  return low;
}

/** Below, at or above 0 as the row at `start` is before `wanted`, opens with it, or is after it. Makes nothing that must be collected. */
function compare(bytes: Buffer, start: number, wanted: string): number {
  for (let i = 0; i < wanted.length; i++) {
    const difference = bytes[start + i]! - wanted.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}
