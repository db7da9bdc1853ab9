import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { LexiconError } from "../model/errors.js";
import { entries } from "./lexicon.js";
import { type SortedTable, sortedTable } from "./sorted-table.js";

const FOLDER = new URL("./gazetteers/", import.meta.url);

/** Rows of a small gazetteer file, read as a lexicon is. Throws a LexiconError when it is missing or broken. */
export const plain = (file: string): ReturnType<typeof entries> => entries(file, bytesOf(file).toString("utf8"));

/** A large gazetteer file, packed or not, searched in its own bytes. Throws a LexiconError when it is missing or broken. */
export const searched = (file: string): SortedTable =>
  sortedTable(file, file.endsWith(".br") ? unpacked(bytesOf(file)) : bytesOf(file));

/** Unpacked in one piece: the many small ones that are the default would take twice the memory. */
const unpacked = (packed: Buffer): Buffer => brotliDecompressSync(packed, { chunkSize: packed.length * MOST_TIMES });

/** How many times its packed size a gazetteer may have; one that has more is unpacked in several pieces. */
const MOST_TIMES = 7;

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(new URL(file, FOLDER));
  } catch (cause) {
    throw new LexiconError(`gazetteer ${file} cannot be read; expected it in src/lexicons/gazetteers`, { cause });
  }
}
