import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { LexiconError } from "../model/errors.js";
import { entries } from "./lexicon.js";
import { type SortedTable, sortedTable } from "./sorted-table.js";

const FOLDER = new URL("./gazetteers/", import.meta.url);

/** Rows of a small gazetteer file, read as a lexicon is. Throws a LexiconError when it is missing or broken. */
export const plain = (file: string): readonly (readonly [string, ...string[]])[] =>
  entries(file, bytesOf(file).toString("utf8"));

/** A large gazetteer file, searched in its own bytes. Throws a LexiconError when it is missing or broken. */
export const compressed = (file: string): SortedTable => sortedTable(file, brotliDecompressSync(bytesOf(file)));

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(new URL(file, FOLDER));
  } catch (cause) {
    throw new LexiconError(`gazetteer ${file} cannot be read; expected it in src/lexicons/gazetteers`, { cause });
  }
}
