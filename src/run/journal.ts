import { digestMap, type Pair } from "./digest-map.js";
import { openLineFile } from "./line-file.js";

/** An article whose knowledge file stands. */
export interface DoneLine {
  readonly event: "done";
  readonly id: string;
  /** Digest of all that the file's bytes follow from: see `articleKey`. */
  readonly key: string;
  /** The knowledge file, from the output folder, with '/' between folders. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Where the article was read from. */
  readonly file: string;
  readonly line?: number;
  /** What the knowledge file holds, in numbers, for sums without opening it. */
  readonly counts: Readonly<Record<string, number>>;
}

/** An article that has no knowledge file, or whose knowledge file is an older one. */
export interface FailedLine {
  readonly event: "failed";
  readonly id?: string;
  readonly file: string;
  readonly line?: number;
  readonly stage: string;
  readonly message: string;
}

/** The beginning or the end of a run: what ran, how, when. */
export interface RunLine {
  readonly event: "run" | "end";
  readonly at: string;
  readonly [field: string]: unknown;
}

/** A line of the journal. */
export type JournalLine = DoneLine | FailedLine | RunLine;

/** What was read, and what became of it: appended to, never rewritten. */
export interface Journal {
  /** The first 'run' line: what the folder was begun with; undefined in a new journal. */
  readonly first: RunLine | undefined;
  /** Runs begun before this one. */
  readonly runs: number;
  /** Lines cut short by a kill or a full disk; what they told of is done again. */
  readonly torn: number;
  /** An article's last 'done'. */
  readonly doneOf: (id: string) => DoneLine | undefined;
  /** The last 'done' of each article, in no order that means anything. */
  readonly done: () => Iterable<DoneLine>;
  /** Writes a line at the end. Throws a DiskError when the disk takes no more; the lines before are safe. */
  readonly append: (line: JournalLine) => void;
  /** Brings all lines to the disk and lets the file go. */
  readonly close: () => void;
}

/**
 * Opens a journal: one JSON object a line, each telling all by itself, only ever appended to. Only the places of lines are
 * held in memory, some 60 bytes an article, and a line is read again when it is asked for.
 */
export function openJournal(path: string): Journal {
  const file = openLineFile(path);
  const places = digestMap();
  let first: RunLine | undefined;
  let runs = 0;
  let torn = 0;
  for (const { at, length, text } of file.lines()) {
    const line = parse(text);
    if (line === undefined) torn++;
    else if (line.event === "done") places.set(line.id, [at, length]);
    else if (line.event === "run") {
      first ??= line;
      runs++;
    }
  }
  const doneAt = ([at, length]: Pair): DoneLine => JSON.parse(file.lineAt({ at, length })) as DoneLine;
  return {
    first,
    runs,
    torn,
    doneOf: (id) => {
      const place = places.get(id);
      const done = place && doneAt(place);
      return done?.id === id ? done : undefined;
    },
    done: function* () {
      for (const place of places.pairs()) yield doneAt(place);
    },
    append: (line) => {
      const { at, length } = file.append(JSON.stringify(line));
      if (line.event === "done") places.set(line.id, [at, length]);
    },
    close: file.close,
  };
}

/** The event in a line; undefined for one cut short. */
function parse(text: string): JournalLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === "object" && line !== null && "event" in line ? (line as JournalLine) : undefined;
  } catch {
    return undefined; // counted as torn
  }
}
