import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a folder. `begun` tells a process from a later one with the same number. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly begun: string;
}

/** The folder is another run's. */
export class LockError extends Error {
  override readonly name = "LockError";
}

/**
 * Takes a folder for one run by a lock file; gives the function that lets it go. A lock whose process is gone, as after a
 * kill, is taken over. Throws a LockError when a living process holds it. `isAlive` is asked where the system does not
 * tell when a process began.
 */
export function lock(path: string, pid: number, isAlive: (pid: number) => boolean): () => void {
  const own: Holder = { pid, host: hostname(), begun: begunOf(pid) };
  const text = `${JSON.stringify(own)}\n`;
  const fresh = `${path}.${pid}`;
  for (let tries = 0; tries < 3; tries++) {
    writeFileSync(fresh, text);
    try {
      linkSync(fresh, path); // fails when the name is taken; never leaves an empty lock
      return () => rmSync(path, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") {
        writeFileSync(path, text, { flag: "wx" }); // a file system without links
        return () => rmSync(path, { force: true });
      }
      const holder = holderIn(path);
      if (holder && holds(holder, own, isAlive)) {
        throw new LockError(
          `process ${holder.pid} on ${holder.host} writes to this folder; wait for it, or name another with -o (if it is gone, delete ${path})`,
        );
      }
      rmSync(path, { force: true });
    } finally {
      rmSync(fresh, { force: true });
    }
  }
  throw new LockError(`two runs reach for ${path}; run one after the other`);
}

function holds(holder: Holder, own: Holder, isAlive: (pid: number) => boolean): boolean {
  if (holder.host !== own.host) return true; // cannot be told from here
  if (holder.pid === own.pid) return holder.begun === own.begun;
  const begun = begunOf(holder.pid);
  return begun === "" || holder.begun === "" ? isAlive(holder.pid) : begun === holder.begun;
}

function holderIn(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined; // gone in between, or not a lock of ours: taken over
  }
}

/** When a process began, in ticks since the machine did (proc(5), field 22); "" where it cannot be told. */
function begunOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
