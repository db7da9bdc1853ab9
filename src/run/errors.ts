/** A knowledge file that was not written, and why. The other articles go on. */
export class WriteError extends Error {
  override readonly name = "WriteError";
}

/** The run's folder can take no more: nothing else can be written either, so the run ends. The message says the mend. */
export class DiskError extends Error {
  override readonly name = "DiskError";
}

/** An article on which a worker process died or went over its limits, each time it was tried. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}

/** What the system says when a disk can take no more, and what to do about it. */
const DISK: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; make room",
  EDQUOT: "the disk quota is used up; make room or have it raised",
  EROFS: "the disk is mounted read-only; mount it for writing",
  EIO: "the disk fails; check the device",
};

/** A DiskError where `cause` says that the disk can take no more, else undefined. */
export function diskError(path: string, cause: unknown): DiskError | undefined {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? "";
  const mend = Object.hasOwn(DISK, code) ? DISK[code] : undefined;
  if (mend === undefined) return undefined;
  return new DiskError(
    `cannot write ${path}: ${mend} (${code}), then run the same command again: it goes on where it stood`,
    { cause },
  );
}

/** What was thrown, in words. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
