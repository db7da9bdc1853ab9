import type { RunIdentity } from "../run/article-key.js";
import type { Pool } from "../run/pool.js";
import type { RunFolder } from "../run/run-folder.js";
import type { RunResult } from "./summary.js";

/** What a run knows of itself at its end. */
export interface ManifestParts {
  readonly identity: RunIdentity;
  readonly inputs: readonly string[];
  readonly given: object;
  readonly result: Pick<RunResult, "written" | "unchanged" | "duplicates" | "failed" | "tally">;
  readonly folder: Pick<RunFolder, "journal" | "quarantine" | "swept">;
  readonly pool: Pick<Pool, "replaced">;
  readonly begun: Date;
  readonly ended: Date;
  readonly signal: AbortSignal;
}

/**
 * What ran, on what, with what outcome. The only place for times, as results hold no clock. `articles` and `found` are the
 * same however often the run was cut short; `run` tells of the last run alone.
 */
export function runManifest({ identity, inputs, given, result, folder, pool, begun, ended, signal }: ManifestParts) {
  const { written, unchanged, duplicates, failed, tally } = result;
  const { articles, ...found } = tally;
  const { version, ...made } = identity;
  return {
    copydesk: version,
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    ...made,
    inputs,
    options: given,
    status: signal.aborted ? "interrupted" : "complete",
    articles: { done: articles, duplicates, failed: failed.length, inQuarantine: folder.quarantine.size() },
    found,
    run: {
      number: folder.journal.runs + 1,
      written,
      unchanged,
      tornLines: folder.journal.torn,
      filesSwept: folder.swept,
      processesReplaced: pool.replaced(),
      begun: begun.toISOString(),
      ended: ended.toISOString(),
      seconds: (ended.getTime() - begun.getTime()) / 1000,
    },
  };
}
