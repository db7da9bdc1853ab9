import type { Cell } from "./cell.js";

/** A number written in words or digits over one or more cells. */
export interface NumberRead {
  /** One past its last cell. */
  readonly end: number;
  readonly value: number;
  /** Set when the words make a year: 'nineteen ninety-six', 'two thousand'. */
  readonly year?: number;
}

const HALVES: ReadonlyMap<string, number> = new Map([
  ["1/2", 0.5],
  ["1/4", 0.25],
  ["3/4", 0.75],
]);

/**
 * Reads a cardinal at cell `i`: 'twenty-four', 'a hundred', '5 1/2', 'two and a half', 'a couple of', 'nineteen
 * ninety-six'. Null when there is none. 'a' alone is none.
 */
export function readNumber(cells: readonly Cell[], i: number, words: ReadonlyMap<string, number>): NumberRead | null {
  const couple = readCouple(cells, i);
  if (couple !== null) return couple;
  const first = cells[i]!;
  if (first.facts?.num !== undefined) {
    const fraction = cells[i + 1] === undefined ? undefined : HALVES.get(cells[i + 1]!.lower);
    if (fraction !== undefined) return { end: i + 2, value: first.facts.num + fraction };
    return readHalf(cells, { end: i + 1, value: first.facts.num });
  }
  const spelled = readWords(cells, i, words);
  return spelled === null ? null : readHalf(cells, spelled);
}

/** 'a couple of', 'couple'. */
function readCouple(cells: readonly Cell[], i: number): NumberRead | null {
  const at = cells[i]!.lower === "a" ? i + 1 : i;
  if (cells[at]?.lower !== "couple") return null;
  return { end: cells[at + 1]?.lower === "of" ? at + 2 : at + 1, value: 2 };
}

/** Adds 'and a half' or '-and-a-half'. */
function readHalf(cells: readonly Cell[], read: NumberRead): NumberRead {
  const words: number[] = [];
  for (let k = read.end; k < cells.length && words.length < 3; k++) if (cells[k]!.lower !== "-") words.push(k);
  const [and, a, half] = words.map((k) => cells[k]!.lower);
  if (and === "and" && a === "a" && half === "half") return { end: words[2]! + 1, value: read.value + 0.5 };
  return read;
}

function readWords(cells: readonly Cell[], i: number, words: ReadonlyMap<string, number>): NumberRead | null {
  const parts: number[] = [];
  let end = i;
  let k = i;
  if (cells[k]!.lower === "a" && (words.get(cells[k + 1]?.lower ?? "") ?? 0) >= 12) {
    const multiplier = cells[k + 1]!.lower;
    if (multiplier !== "hundred" && multiplier !== "thousand" && multiplier !== "dozen") return null;
    parts.push(1);
    k++;
  }
  while (k < cells.length && parts.length < 8) {
    const value = words.get(cells[k]!.lower);
    if (value !== undefined && (parts.length === 0 || continues(parts[parts.length - 1]!, value, parts))) {
      parts.push(value);
      end = ++k;
      continue;
    }
    const joins = cells[k]!.lower === "-" || (cells[k]!.lower === "and" && (parts[parts.length - 1] ?? 0) >= 100);
    if (parts.length === 0 || !joins || words.get(cells[k + 1]?.lower ?? "") === undefined) break;
    k++;
  }
  if (end === i) return null;
  const year = yearOf(parts);
  return { end, value: year ?? total(parts), ...(year === null ? {} : { year }) };
}

/** True when a number word may follow another: twenty four, nineteen ninety, two hundred; not 'two three'. */
function continues(last: number, next: number, parts: readonly number[]): boolean {
  if (next === 12) return false;
  if (next >= 100) return last < 1000;
  if (last >= 100) return true;
  if (last >= 20) return next < 10;
  return parts.length === 1 && last >= 13 && last <= 19 && next >= 10;
}

/** 'nineteen ninety six', 'two thousand five' (1100 to 2099); null for other numbers. */
function yearOf(parts: readonly number[]): number | null {
  const [a, b, c] = parts;
  if (a !== undefined && b !== undefined && a >= 13 && a <= 20 && b >= 10 && b < 100) {
    return a * 100 + b + (c !== undefined && c < 10 ? c : 0);
  }
  if (a === 2 && b === 1000 && (c ?? 0) < 100) return 2000 + (c ?? 0) + (parts[3] ?? 0);
  return null;
}

function total(parts: readonly number[]): number {
  let sum = 0;
  let group = 0;
  for (const part of parts) {
    if (part === 100 || part === 12) group = Math.max(group, 1) * part;
    else if (part >= 1000) {
      sum += Math.max(group, 1) * part;
      group = 0;
    } else group += part;
  }
  return sum + group;
}
