import type { StructureLexicons } from "../../lexicons/structure.js";
import type { Byline } from "../../model/header.js";
import { isOutlet, isRole } from "./byline.js";

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u;
const BETWEEN = /[;|•·\n]|\s(?:and|AND|&)\s/u;
const SUFFIX = /^(?:Jr|Sr|I{2,3}|IV|M\.?D|Ph\.?D|Esq)\.?$/i;

/**
 * The authors that a record names, one byline each. Splits 'By John Doe and Jane Roe, Staff Writers' into two; keeps
 * 'John Doe, Jr.' and 'Doe, John' whole; a firm stays only where no person is named.
 */
export function recordAuthors(authors: readonly string[], lexicons: StructureLexicons): readonly Byline[] {
  const bylines = authors.flatMap((author) => split(author)).filter(({ name }) => name !== "");
  const people = bylines.filter(({ name }) => !isRole(name, lexicons) && !isOutlet(name, lexicons));
  const kept = people.length > 0 ? people : bylines;
  const seen = new Set<string>();
  return kept.filter(({ name }) => !seen.has(name) && seen.add(name));
}

function split(author: string): Byline[] {
  const email = EMAIL.exec(author)?.[0];
  const names = author
    .replace(/[([<]?(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+[)\]>]?/gu, "")
    .replace(/^\s*(?:written |story )?by:?\s/i, "")
    .split(BETWEEN)
    .flatMap(splitAtCommas)
    .map((name) => name.replace(/\s+/g, " ").trim());
  return names.map((name, index) => ({ name, ...(email && index === 0 ? { email } : {}) }));
}

/** Splits at commas, but not before a suffix, nor where a side is one word ('Doe, John'). */
function splitAtCommas(names: string): string[] {
  const parts = names
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.pop();
    if (last !== undefined && SUFFIX.test(part)) joined.push(`${last}, ${part}`);
    else joined.push(...(last === undefined ? [] : [last]), part);
  }
  return joined.length === 2 && joined.every((part) => !/\s/.test(part)) ? [joined.join(", ")] : joined;
}
