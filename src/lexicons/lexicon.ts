import { readdirSync, readFileSync } from "node:fs";
import { LexiconError } from "../model/errors.js";

/**
 * Word lists and tables as data files. One entry a line; `#` lines at the top say what belongs in it, its source and its
 * licence; entries are sorted by code unit and unique. `.txt` holds words, `.tsv` holds a key and its fields.
 */
const FOLDER = new URL("./en/", import.meta.url);
const cache = new Map<string, unknown>();

/** Entries of a `.txt` list, by name without extension. Throws a LexiconError that names the file and line. */
export function wordList(name: string): ReadonlySet<string> {
  return cached(`${name}.txt`, (file, text) => new Set(entries(file, text).map(([key]) => key)));
}

/** Rows of a `.tsv` table: key -> the fields after it. Throws a LexiconError that names the file and line. */
export function table(name: string): ReadonlyMap<string, readonly string[]> {
  return cached(`${name}.tsv`, (file, text) => {
    const rows = new Map<string, readonly string[]>();
    for (const [key, ...fields] of entries(file, text)) rows.set(key, fields);
    return rows;
  });
}

/** File names of all lists and tables, sorted. */
export const lexiconFiles = (): readonly string[] => readdirSync(FOLDER).sort();

function cached<T>(file: string, parse: (file: string, text: string) => T): T {
  const known = cache.get(file);
  if (known !== undefined) return known as T;
  const parsed = parse(file, readLexicon(file));
  cache.set(file, parsed);
  return parsed;
}

function readLexicon(file: string): string {
  try {
    return readFileSync(new URL(file, FOLDER), "utf8");
  } catch (cause) {
    throw new LexiconError(`lexicon ${file} cannot be read; expected it in src/lexicons/en`, { cause });
  }
}

/** Splits a lexicon file into rows. Throws a LexiconError when its header, order or uniqueness is not as it must be. */
export function entries(file: string, text: string): readonly (readonly [string, ...string[]])[] {
  const rows: [string, ...string[]][] = [];
  const header: string[] = [];
  let previous: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.startsWith("# ") || line === "#") {
      if (rows.length > 0)
        throw new LexiconError(`${file}:${index + 1}: header line after an entry; move it to the top`);
      header.push(line);
      continue;
    }
    if (line === "") continue;
    const row = line.split("\t") as [string, ...string[]];
    const [key] = row;
    if (key.trim() !== key || key === "") {
      throw new LexiconError(`${file}:${index + 1}: entry '${line}' is empty or has blanks at its ends; trim it`);
    }
    if (previous !== undefined && previous >= key) {
      throw new LexiconError(
        `${file}:${index + 1}: '${key}' after '${previous}'; sort the file (LC_ALL=C) and keep entries unique`,
      );
    }
    previous = key;
    rows.push(row);
  }
  for (const wanted of ["source:", "licence:"]) {
    if (!header.some((line) => line.includes(wanted))) {
      throw new LexiconError(`${file}: the header has no '# ${wanted}' line; say where the list comes from`);
    }
  }
  if (rows.length === 0) throw new LexiconError(`${file}: no entries`);
  return rows;
}
