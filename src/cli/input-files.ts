import { stat } from "node:fs/promises";
import { type Found, findFiles } from "../read/find-files.js";
import { kindOfFile } from "../read/formats.js";
import type { StoredItem } from "../read/raw-page.js";
import { readStored } from "../read/read-inputs.js";
import type { ReadLimits } from "../read/read-item.js";
import type { Layout } from "../run/knowledge-folder.js";
import { watchFiles } from "../run/watch-files.js";
import { UsageError } from "./exit.js";
import { type FileIds, fileIds } from "./file-ids.js";

/** All articles of the inputs, as they are read. */
export interface Inputs {
  readonly items: AsyncIterable<StoredItem>;
  /** How far a run is, from 0 to 1, when `done` articles are; undefined when it cannot be told. */
  readonly shareOf: (done: number) => number | undefined;
  /** Sharded where many articles are to be expected. */
  readonly usual: Layout;
  readonly ids: FileIds;
  /** Files of other kinds in the folders named. */
  readonly passedBy: readonly string[];
}

/** What is taken of the inputs. */
export interface InputOptions {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly limit: number | undefined;
  readonly limits?: Partial<ReadLimits>;
  /** Only the articles with these ids. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Goes on looking for new and changed files until the signal is aborted. */
  readonly watch?:
    | { readonly interval: number; readonly signal: AbortSignal; readonly onAgain: (file: string) => void }
    | undefined;
}

/** Beyond so many files, or bytes of them, output is sharded: folders of some ten thousand files are slow to list. */
const MANY_FILES = 5000;
const MANY_BYTES = 64 * 1024 * 1024;
/** Packed text unpacks to some four times its size. */
const PACKED = 4;

/**
 * Finds what the inputs name before anything is read. Knowledge files that a walk meets, as in `extract . -o output`,
 * are passed over. Throws a UsageError when no input leads to a file; an input that leads nowhere beside others that do
 * is one failed item.
 */
export async function openInputs(inputs: readonly string[], options: InputOptions): Promise<Inputs> {
  const { limit, only, watch } = options;
  if (watch) await checkWatched(inputs);
  const found: Found[] = [];
  const passedBy: string[] = [];
  for await (const item of wanted(inputs, (file) => passedBy.push(file))) found.push(item);
  const files = found.filter((item) => "file" in item).map(({ file }) => file);
  if (files.length === 0 && !watch) {
    const reasons = found.map((item) => ("failure" in item ? `${item.failure.file}: ${item.failure.message}` : ""));
    throw new UsageError(reasons.join("\ncopydesk: ") || `${inputs.join(", ")}: only knowledge files; name articles`);
  }
  const sizes = await Promise.all(files.length > MANY_FILES ? [] : files.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const ids = fileIds();
  let taken = 0;
  const read = (file: string): AsyncIterable<StoredItem> =>
    readStored(file, {
      stdin: options.stdin,
      limits: options.limits,
      id: ids.idOf(file),
      onBytes: (count) => {
        taken += count;
      },
    });
  const unpacked = files.reduce(
    (sum, file, index) => sum + (sizes[index] ?? 0) * (kindOfFile(file).gzip ? PACKED : 1),
    0,
  );
  return {
    items: limited(
      filtered(watch ? watched(inputs, watch, read) : articlesOf(found, read), only),
      limit ?? Number.POSITIVE_INFINITY,
    ),
    shareOf: (done) => {
      if (limit !== undefined) return Math.min(1, done / limit);
      if (watch || files.includes("-")) return undefined;
      if (files.length > MANY_FILES) return Math.min(1, done / files.length);
      return total === 0 ? undefined : Math.min(1, taken / total);
    },
    usual: files.length > MANY_FILES || unpacked > MANY_BYTES ? "sharded" : "flat",
    ids,
    passedBy,
  };
}

/** '3 files of other kinds passed by: .docx .pdf': what a folder held that nobody asked for by name. */
export function passedByLine(files: readonly string[]): string {
  const kinds = [...new Set(files.map((file) => kindOfFile(file).extension || "without extension"))].sort();
  const shown = kinds.slice(0, KINDS_SHOWN).join(" ") + (kinds.length > KINDS_SHOWN ? " …" : "");
  return `${files.length} ${files.length === 1 ? "file" : "files"} of other kinds passed by: ${shown}`;
}
const KINDS_SHOWN = 8;

/** Throws a UsageError when there is nothing to watch. A glob may come to match. */
async function checkWatched(inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    if (input === "-")
      throw new UsageError("standard input cannot be watched; leave --watch out, it is read to its end");
    const isThere = await stat(input).then(Boolean, () => false);
    if (!isThere && !/[*?[{]/.test(input)) throw new UsageError(`${input}: no such file or folder; check the path`);
  }
}

async function* wanted(inputs: readonly string[], onPassedBy?: (file: string) => void): AsyncGenerator<Found> {
  for await (const item of findFiles(inputs, onPassedBy)) {
    if ("failure" in item || inputs.includes(item.file) || !/\.knowledge\.json$/.test(item.file)) yield item;
  }
}

type Read = (file: string) => AsyncIterable<StoredItem>;

async function* articlesOf(found: readonly Found[], read: Read): AsyncGenerator<StoredItem> {
  for (const item of found) {
    if ("failure" in item) yield { error: item.failure };
    else yield* read(item.file);
  }
}

async function* watched(
  inputs: readonly string[],
  { interval, signal, onAgain }: NonNullable<InputOptions["watch"]>,
  read: Read,
): AsyncGenerator<StoredItem> {
  const find = async function* (): AsyncGenerator<string> {
    for await (const item of wanted(inputs)) if ("file" in item) yield item.file;
  };
  for await (const { file, again } of watchFiles(find, { interval, signal })) {
    if (again) onAgain(file);
    yield* read(file);
  }
}

async function* filtered(
  items: AsyncIterable<StoredItem>,
  only: ReadonlySet<string> | undefined,
): AsyncGenerator<StoredItem> {
  for await (const item of items) {
    const id = item.error ? item.error.id : (item.article ?? item).id;
    if (only === undefined || (id !== undefined && only.has(id))) yield item;
  }
}

async function* limited<T>(items: AsyncIterable<T>, limit: number): AsyncGenerator<T> {
  let left = limit;
  for await (const item of items) {
    yield item;
    if (--left <= 0) return;
  }
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0, // reading it will tell
  );
