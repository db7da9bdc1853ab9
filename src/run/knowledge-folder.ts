import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../text/sha256.js";
import { diskError, reasonOf, WriteError } from "./errors.js";
import type { DoneLine } from "./journal.js";
import { replaceFile } from "./replace-file.js";

/** `flat`: all files in the folder; `sharded`: in 256 sub-folders, by the first two hex digits of the id's SHA-256. */
export type Layout = "flat" | "sharded";

/** A file that stands, as the journal tells of it. */
export type Written = Pick<DoneLine, "path" | "bytes" | "sha256">;

/** What an earlier run wrote under the id, and whether it was for the same article as now. */
export interface Before {
  readonly done: DoneLine;
  readonly isSame: boolean;
}

/** A folder of knowledge files, each written whole. */
export interface KnowledgeFolder {
  /** The path of an article's file from the folder, with '/' between folders. */
  readonly pathOf: (id: string, name: string) => string;
  /** True when the file that the journal tells of is there, in its full size. */
  readonly holds: (done: Written) => Promise<boolean>;
  /**
   * Writes a file, whole or not at all; `isNew` is false when the very bytes are there already. A file that stands there
   * and differs is replaced when it is what an earlier run wrote (`before`) for the same article, else only with `force`.
   * Throws a WriteError, or a DiskError when the disk takes no more.
   */
  readonly write: (path: string, bytes: string, before?: Before) => Promise<Written & { readonly isNew: boolean }>;
}

/** A folder for knowledge files, which is there. */
export function knowledgeFolder(
  folder: string,
  options: { readonly force: boolean; readonly layout: Layout },
): KnowledgeFolder {
  const made = new Set<string>();
  return {
    pathOf: (id, name) => (options.layout === "flat" ? name : `${sha256(id).slice(0, 2)}/${name}`),
    holds: async ({ path, bytes }) => {
      const found = await stat(join(folder, path)).catch(() => undefined);
      return found?.isFile() === true && found.size === bytes;
    },
    write: async (path, text, before) => {
      const full = join(folder, path);
      const bytes = Buffer.from(text, "utf8");
      const written = { path, bytes: bytes.length, sha256: sha256(bytes) };
      try {
        const standing = await contentOf(full);
        if (standing?.equals(bytes)) return { ...written, isNew: false };
        if (standing !== undefined && !options.force) refuse(full, standing, before);
        const shard = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
        if (shard !== "" && !made.has(shard)) {
          await mkdir(join(folder, shard), { recursive: true });
          made.add(shard);
        }
        await replaceFile(full, bytes);
        return { ...written, isNew: true };
      } catch (cause) {
        if (cause instanceof WriteError) throw cause;
        throw diskError(full, cause) ?? new WriteError(`cannot write ${full} (${reasonOf(cause)})`, { cause });
      }
    },
  };
}

/** Throws unless the file that stands is what an earlier run wrote for the same article. */
function refuse(path: string, standing: Buffer, before: Before | undefined): void {
  const mend = "--force overwrites it, -o names another folder";
  if (before === undefined || sha256(standing) !== before.done.sha256) {
    throw new WriteError(`${path} exists and is not the same; ${mend}`);
  }
  if (!before.isSame) {
    throw new WriteError(`${path} holds another article of the same id, from ${before.done.file}; ${mend}`);
  }
}

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
}
