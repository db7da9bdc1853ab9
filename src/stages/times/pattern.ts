import type { Cell } from "./cell.js";
import { bitOf, type FactName, type Facts } from "./vocabulary.js";

/**
 * Patterns over cells, written as words with blanks between:
 * `last` that word · `a|an|one` one of these · `@month` a cell with that fact, captured under its name ·
 * `@month=to` the same, captured as `to` · `?` at the end: may be missing · `-` a hyphen inside a word ·
 * `<` and `>` the ends of the expression, where it is smaller than the pattern (what stands outside is only looked at).
 */
export interface Pattern {
  readonly elements: readonly Element[];
  readonly source: string;
  /** Bits of which a match holds one each, wherever it starts: a cheap test before the real one. */
  readonly needs: readonly number[];
}

interface Element {
  readonly words: readonly string[] | null;
  readonly bit: number;
  readonly name: string;
  readonly isOptional: boolean;
  /** Marks of the expression's ends, before this element. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A pattern found: cells by name, and the expression's cells (half open). */
export interface Match {
  readonly cells: readonly Cell[];
  readonly first: number;
  readonly end: number;
  readonly captures: ReadonlyMap<string, Cell>;
  /** Number of cells the whole pattern took, those beside the expression too. */
  readonly size: number;
}

/** Reads a pattern. Throws a RangeError when it names an unknown fact. */
export function compile(source: string): Pattern {
  const elements: Element[] = [];
  let opens = false;
  let closes = false;
  for (const part of source.split(" ")) {
    if (part === "<") opens = true;
    else if (part === ">") closes = true;
    else {
      elements.push({ ...elementOf(part), opens, closes });
      opens = false;
      closes = false;
    }
  }
  const needs = elements.filter(({ words, isOptional }) => words === null && !isOptional).map(({ bit }) => bit);
  return { elements: closes ? [...elements, { ...END, closes: true }] : elements, source, needs };
}

const END: Element = { words: [], bit: 0, name: "", isOptional: true, opens: false, closes: false };

function elementOf(part: string): Omit<Element, "opens" | "closes"> {
  const isOptional = part.length > 1 && part.endsWith("?");
  const body = isOptional ? part.slice(0, -1) : part;
  if (!body.startsWith("@")) return { words: body.split("|"), bit: 0, name: body, isOptional };
  const [fact, name] = body.slice(1).split("=");
  let bit = 0;
  for (const one of fact!.split("|")) bit |= bitOf(one);
  return { words: null, bit, name: name ?? fact!, isOptional };
}

/** Words and facts a match may start with. */
export function startsOf(pattern: Pattern): { readonly words: readonly string[]; readonly mask: number } {
  const words: string[] = [];
  let mask = 0;
  for (const element of pattern.elements) {
    if (element.words === null) mask |= element.bit;
    else words.push(...element.words);
    if (!element.isOptional) break;
  }
  return { words, mask };
}

/** The longest match of a pattern that starts at cell `i`; null when there is none. Optional cells are taken when there. */
export function matchAt(pattern: Pattern, cells: readonly Cell[], i: number): Match | null {
  const { elements } = pattern;
  const second = elements[1];
  if (second !== undefined && !second.isOptional && !elements[0]!.isOptional) {
    const next = cells[i + 1];
    if (next === undefined || !fits(second, next)) return null; // most attempts end here, and cost nothing more
  }
  const taken: [string, Cell][] = [];

  const step = (e: number, at: number, first: number, end: number): Match | null => {
    if (e === elements.length) {
      const stop = end < 0 ? at : end;
      return stop > first ? { cells, first, end: stop, captures: new Map(taken), size: taken.length } : null;
    }
    const element = elements[e]!;
    const from = element.opens ? at : first;
    const to = element.closes ? at : end;
    const cell = cells[at];
    if (cell !== undefined && fits(element, cell)) {
      taken.push([element.name, cell]);
      const match = step(e + 1, at + 1, from, to);
      if (match !== null) return match;
      taken.pop();
    }
    return element.isOptional ? step(e + 1, at, from, to) : null;
  };
  return step(0, i, i, -1);
}

const fits = (element: Element, cell: Cell): boolean =>
  element.words === null ? (cell.mask & element.bit) !== 0 : element.words.includes(cell.lower);

/** The fact a captured cell was taken for; undefined when the name was not captured. */
export function fact<Name extends FactName>(match: Match, name: Name, as: string = name): Facts[Name] | undefined {
  return match.captures.get(as)?.facts?.[name];
}

/** True when a word or fact was captured under this name. */
export const has = (match: Match, name: string): boolean => match.captures.has(name);

/** The cell before the expression, and the one after it. */
export const before = (match: Match, back = 1): Cell | undefined => match.cells[match.first - back];

/** The cell after the expression, or `on` cells further. */
export const after = (match: Match, on = 0): Cell | undefined => match.cells[match.end + on];
