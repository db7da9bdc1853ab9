import { rmSync } from "node:fs";
import type { Article } from "../model/article.js";
import { type LineFile, type LinePlace, openLineFile } from "./line-file.js";
import { replaceFile } from "./replace-file.js";

/** What an entry of the quarantine is known by: where the article stands, and its id as far as it could be read. */
export interface QuarantinePlace {
  readonly file: string;
  readonly line?: number;
  readonly id?: string;
}

/** One article, or one record, without a knowledge file: a line of the quarantine. */
export interface Quarantined extends QuarantinePlace {
  readonly stage: string;
  readonly reason: string;
  /** How often it was tried in its run. */
  readonly attempts: number;
  /** The command that tries it again. */
  readonly retry: string;
  /** The article as it was read; absent where reading failed. */
  readonly article?: Article;
}

/** The articles without a knowledge file, as they stand on disk. */
export interface Quarantine {
  readonly path: string;
  /** Articles in it. */
  readonly size: () => number;
  /** Puts an article in. Throws a DiskError when the disk takes no more. */
  readonly add: (entry: Quarantined) => void;
  /** Lets go an article that got through. */
  readonly remove: (place: QuarantinePlace) => void;
  /** Leaves one line for each article in it, sorted by place; no file when there is none. */
  readonly close: () => Promise<void>;
}

/** Opens the quarantine: NDJSON, appended to in a run, tidied at its end. */
export function openQuarantine(path: string): Quarantine {
  const file = openLineFile(path);
  const places = new Map<string, LinePlace>();
  for (const { at, length, text } of file.lines()) {
    const key = keyOf(text);
    if (key !== undefined) places.set(key, { at, length });
  }
  let isTidy = !file.isNew && places.size > 0;
  return {
    path,
    size: () => places.size,
    add: (entry) => {
      isTidy = false;
      places.set(keyFor(entry), file.append(JSON.stringify(entry)));
    },
    remove: ({ file: from, line, id }) => {
      if (places.size === 0) return;
      const place = line === undefined ? { file: from } : { file: from, line };
      for (const key of [keyFor(place), keyFor(id === undefined ? place : { ...place, id })]) {
        if (places.delete(key)) isTidy = false;
      }
    },
    close: async () => {
      if (places.size > 0 && !isTidy) await replaceFile(path, sortedLines(file, places));
      file.close();
      if (places.size === 0) rmSync(path, { force: true });
    },
  };
}

/** One line at a time: there may be more than memory holds. */
function* sortedLines(file: LineFile, places: ReadonlyMap<string, LinePlace>): Generator<string> {
  for (const [, place] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) yield `${file.lineAt(place)}\n`;
}

/** Sorts by file, then by line as a number, then by id. */
const keyFor = ({ file, line = 0, id = "" }: QuarantinePlace): string =>
  [file, String(line).padStart(12, "0"), id].join("\u0000");

function keyOf(text: string): string | undefined {
  try {
    const entry = JSON.parse(text) as Quarantined;
    return typeof entry?.file === "string" ? keyFor(entry) : undefined;
  } catch {
    return undefined; // cut short by a kill: the article is tried again and comes back if it fails again
  }
}
