import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DiskError, diskError, reasonOf } from "./errors.js";
import { type Journal, openJournal, type RunLine } from "./journal.js";
import { type KnowledgeFolder, knowledgeFolder, type Layout } from "./knowledge-folder.js";
import { LockError, lock } from "./lock.js";
import { outputDigest } from "./manifest.js";
import { openQuarantine, type Quarantine } from "./quarantine.js";
import { replaceFile, sweep } from "./replace-file.js";

/** The folder of a run's own records, inside the output folder: hidden, so that no walk takes them for articles. */
const RECORDS = ".copydesk";

/** An output folder that cannot be made, or was begun another way. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** An output folder that this run has locked, with its records. */
export interface RunFolder {
  readonly journal: Journal;
  readonly quarantine: Quarantine;
  readonly files: KnowledgeFolder;
  readonly layout: Layout;
  /** Files half-written by a killed run, now removed. */
  readonly swept: number;
  /** Writes the manifest, tidies the quarantine and lets the folder go. Throws a DiskError when the disk is full. */
  readonly close: (end: RunLine, manifest: object) => Promise<void>;
  /** Lets the folder go after a failure, without writing anything. */
  readonly abandon: () => void;
}

/** How an output folder is laid out. */
export interface FolderOptions {
  readonly force: boolean;
  /** Asked for; undefined takes the one the folder was begun with, or `usual` in a new one. */
  readonly layout: Layout | undefined;
  readonly usual: Layout;
  /** The number of this process, and whether one of a number lives. */
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
  /** The journal's line for the beginning of this run, but for the layout. */
  readonly begin: RunLine;
}

/**
 * Opens an output folder for a run: makes it when need be, takes its lock, sweeps what a killed run left, opens journal and
 * quarantine. Throws a FolderError, a LockError or a DiskError.
 */
export async function openRunFolder(folder: string, options: FolderOptions): Promise<RunFolder> {
  const records = join(folder, RECORDS);
  let release: () => void = () => undefined;
  try {
    await mkdir(records, { recursive: true });
    release = lock(join(records, "lock"), options.pid, options.isAlive);
    const swept = await sweep(folder);
    const journal = openJournal(join(records, "journal.ndjson"));
    const layout = layoutOf(folder, journal, options);
    const quarantine = openQuarantine(join(records, "quarantine.ndjson"));
    journal.append({ ...options.begin, layout });
    return {
      journal,
      quarantine,
      files: knowledgeFolder(folder, { force: options.force, layout }),
      layout,
      swept,
      close: async (end, manifest) => {
        try {
          await quarantine.close();
          const output = outputDigest(journal);
          await replaceFile(
            join(records, "manifest.json"),
            `${JSON.stringify({ ...manifest, layout, output }, null, 2)}\n`,
          );
          journal.append(end);
          journal.close();
        } catch (cause) {
          throw diskError(records, cause) ?? cause;
        } finally {
          release();
        }
      },
      abandon: release,
    };
  } catch (cause) {
    release();
    if (cause instanceof DiskError || cause instanceof FolderError || cause instanceof LockError) throw cause;
    const disk = diskError(folder, cause);
    if (disk) throw disk;
    throw new FolderError(`cannot make the output folder ${folder} (${reasonOf(cause)}); name another with -o`, {
      cause,
    });
  }
}

function layoutOf(folder: string, { first }: Journal, { layout, usual }: FolderOptions): Layout {
  const begun = first?.layout as Layout | undefined;
  if (begun === undefined) return layout ?? usual;
  if (layout === undefined || layout === begun) return begun;
  throw new FolderError(`${folder} was begun ${begun}; leave the option out, or name another folder with -o`);
}
