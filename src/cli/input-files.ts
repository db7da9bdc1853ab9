import { type Found, findFiles } from "../read/find-files.js";
import { readFile } from "../read/read-inputs.js";
import type { ReadItem } from "../read/read-item.js";
import { UsageError } from "./exit.js";

export interface Inputs {
  readonly articles: AsyncIterable<ReadItem>;
  /** How far a run is, from 0 to 1, when `done` articles are, the last from `file`; undefined when it cannot be told. */
  readonly shareOf: (done: number, file: string) => number | undefined;
}

/**
 * Finds what the inputs name before anything is read. Knowledge files that a walk meets, as in `extract . -o output`,
 * are passed over. Throws a UsageError when no input leads to a file; an input that leads nowhere beside others that do
 * is one failed item.
 */
export async function openInputs(
  inputs: readonly string[],
  options: { readonly stdin: AsyncIterable<Uint8Array>; readonly limit: number | undefined },
): Promise<Inputs> {
  const found: Found[] = [];
  for await (const item of findFiles(inputs)) {
    if ("failure" in item || inputs.includes(item.file) || !/\.knowledge\.json$/.test(item.file)) found.push(item);
  }
  const files = found.filter((item) => "file" in item);
  if (files.length === 0) {
    const reasons = found.map((item) => ("failure" in item ? `${item.failure.file}: ${item.failure.message}` : ""));
    throw new UsageError(reasons.join("\ncopydesk: ") || `${inputs.join(", ")}: only knowledge files; name articles`);
  }
  const { limit } = options;
  const ordinals = new Map(files.map(({ file }, index) => [file, index + 1]));
  const shareOf: Inputs["shareOf"] = (done, file) => {
    if (limit !== undefined) return done / limit;
    const ordinal = ordinals.get(file);
    return files.length === 1 || ordinal === undefined ? undefined : ordinal / files.length;
  };
  return { articles: limited(articlesOf(found, options.stdin), limit ?? Number.POSITIVE_INFINITY), shareOf };
}

async function* articlesOf(found: readonly Found[], stdin: AsyncIterable<Uint8Array>): AsyncGenerator<ReadItem> {
  for (const item of found) {
    if ("failure" in item) yield { error: item.failure };
    else yield* readFile(item.file, { stdin });
  }
}

async function* limited<T>(items: AsyncIterable<T>, limit: number): AsyncGenerator<T> {
  let left = limit;
  for await (const item of items) {
    yield item;
    if (--left <= 0) return;
  }
}
