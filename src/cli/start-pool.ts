import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openPool, type Pool } from "../run/pool.js";
import type { WorkerSetup } from "../run/pool-protocol.js";

/** What worker processes may take. */
export interface PoolLimits {
  readonly jobs: number;
  /** Seconds for one article. */
  readonly timeLimit: number;
  /** MiB for one process. */
  readonly memory: number;
}

const SCRIPT = fileURLToPath(new URL("./pool-worker.js", import.meta.url));
const MIB = 1024 * 1024;
/** Milliseconds; the model is loaded in one second on a quiet machine. */
const START_LIMIT = 120_000;

/** Starts worker processes for a pipeline. What they print goes to standard error: standard output is for results. */
export const startPool = (setup: WorkerSetup, { jobs, timeLimit, memory }: PoolLimits): Pool =>
  openPool({
    start: () =>
      fork(SCRIPT, [JSON.stringify(setup)], {
        execArgv: [`--max-old-space-size=${memory}`],
        serialization: "advanced",
        stdio: ["ignore", 2, 2, "ipc"],
      }),
    jobs,
    timeLimit: timeLimit * 1000,
    startLimit: START_LIMIT,
    memoryLimit: memory * MIB,
  });
