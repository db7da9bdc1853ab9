import { createHash } from "node:crypto";
import type { Journal } from "./journal.js";

/** What stands in an output folder, by digest: equal digests, equal files. */
export interface OutputDigest {
  readonly files: number;
  readonly bytes: number;
  /** sha256 over the lines 'path sha256', sorted by path. */
  readonly sha256: string;
}

/** The digest of all knowledge files that the journal tells of. */
export function outputDigest(journal: Pick<Journal, "done">): OutputDigest {
  const lines: string[] = [];
  let bytes = 0;
  for (const done of journal.done()) {
    lines.push(`${done.path} ${done.sha256}\n`);
    bytes += done.bytes;
  }
  const hash = createHash("sha256");
  for (const line of lines.sort()) hash.update(line, "utf8");
  return { files: lines.length, bytes, sha256: hash.digest("hex") };
}
