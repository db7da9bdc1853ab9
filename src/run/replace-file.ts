import { rmSync } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onStop } from "./stop-at-once.js";

/** What the names of files under way look like: readers of the folder pass over them, the next run removes them. */
const TEMPORARY = /^\.\d+\.copydesk\.tmp$/;

let count = 0;
const underWay = new Set<string>();
onStop(() => {
  for (const path of underWay) rmSync(path, { force: true });
});

/**
 * Puts bytes under a path in one step: readers see the old file or the new one, never a part, also after a kill or a
 * power cut (the bytes are on the disk before the name is).
 */
export async function replaceFile(path: string, bytes: string | Uint8Array | Iterable<string>): Promise<void> {
  const temporary = join(dirname(path), `.${++count}.copydesk.tmp`);
  underWay.add(temporary);
  try {
    const handle = await open(temporary, "w");
    try {
      const parts = typeof bytes === "string" || bytes instanceof Uint8Array ? [bytes] : bytes;
      for (const part of parts) await handle.writeFile(part, "utf8"); // each goes on where the one before ended
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  } finally {
    underWay.delete(temporary);
  }
}

/** Removes what a killed run left half-written in a folder and its sub-folders. Gives the count. */
export async function sweep(folder: string): Promise<number> {
  let swept = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) swept += await sweep(path);
    else if (entry.isFile() && TEMPORARY.test(entry.name)) {
      await rm(path, { force: true });
      swept++;
    }
  }
  return swept;
}
