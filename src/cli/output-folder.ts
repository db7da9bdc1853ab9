import { rmSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "./exit.js";
import { distinctFileNameFor, fileKey, fileNameFor } from "./file-name.js";

/** A knowledge file that was not written, and why. */
export class WriteError extends Error {
  override readonly name = "WriteError";
}

export interface OutputFolder {
  /**
   * Writes one article's file, whole or not at all. 'unchanged' when the very bytes are there already. Throws a
   * WriteError when the article's id was written before in this run, or when another file stands there without `force`.
   */
  write(id: string, origin: string, bytes: string): Promise<{ readonly path: string; readonly isNew: boolean }>;
}

/** Opens a folder for knowledge files, making it when need be. Throws a UsageError when it cannot be made. */
export async function openOutputFolder(
  folder: string,
  options: { readonly force: boolean; readonly temporary: string },
): Promise<OutputFolder> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new UsageError(`cannot make the output folder ${folder} (${reason(cause)}); name another with -o`, { cause });
  }
  const taken = new Map<string, { readonly id: string; readonly origin: string }>();
  const claim = (id: string, origin: string): string => {
    for (const name of [fileNameFor(id), distinctFileNameFor(id)]) {
      const key = fileKey(name);
      const holder = taken.get(key);
      if (holder?.id === id) {
        throw new WriteError(
          `id '${id}' is also the id of the article from ${holder.origin}; one id, one article: change one, or extract them into two folders`,
        );
      }
      if (holder) continue;
      taken.set(key, { id, origin });
      return name;
    }
    throw new WriteError(`no file name is left for id '${id}'; change the id`);
  };
  return {
    write: async (id, origin, bytes) => {
      const path = join(folder, claim(id, origin));
      try {
        const standing = await contentOf(path);
        if (standing === bytes) return { path, isNew: false };
        if (standing !== undefined && !options.force) {
          throw new WriteError(`${path} exists and is not the same; --force overwrites it, -o names another folder`);
        }
        await replace(path, join(folder, `.${options.temporary}.tmp`), bytes);
        return { path, isNew: true };
      } catch (cause) {
        if (cause instanceof WriteError) throw cause;
        throw new WriteError(`cannot write ${path} (${reason(cause)})`, { cause });
      }
    },
  };
}

const underWay = new Set<string>();

/** Removes the temporary files of writes that a sudden end cuts short. */
export function stopAtOnce(): void {
  for (const path of underWay) rmSync(path, { force: true });
}

/** Puts bytes under a path in one step: readers see the old file or the new one, never a part. */
async function replace(path: string, temporary: string, bytes: string): Promise<void> {
  underWay.add(temporary);
  try {
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(bytes, "utf8");
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

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
