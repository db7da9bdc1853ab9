import { stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** A file that has settled; `again` when it was given before and has changed since. */
export interface SettledFile {
  readonly file: string;
  readonly again: boolean;
}

/**
 * Looks for files again and again and gives each once it has settled: its size and time were the same at two looks, so
 * that no file is read while it is still being written. Ends when the signal is aborted. `interval`: milliseconds between
 * two looks.
 */
export async function* watchFiles(
  find: () => AsyncIterable<string>,
  { interval, signal }: { readonly interval: number; readonly signal: AbortSignal },
): AsyncGenerator<SettledFile> {
  const seen = new Map<string, string>();
  const given = new Map<string, string>();
  while (!signal.aborted) {
    for await (const file of find()) {
      const mark = await markOf(file);
      if (mark === undefined || given.get(file) === mark) continue;
      if (seen.get(file) !== mark) {
        seen.set(file, mark);
        continue;
      }
      seen.delete(file);
      const again = given.has(file);
      given.set(file, mark);
      yield { file, again };
      if (signal.aborted) return;
    }
    await delay(interval, undefined, { signal }).catch(() => undefined);
  }
}

/** Size and time of change; undefined for a file that is gone, or not there yet. */
const markOf = (file: string): Promise<string | undefined> =>
  stat(file).then(
    ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
    () => undefined,
  );
