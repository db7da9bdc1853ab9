import type { ExitCode } from "./exit.js";

/** What a command's action is given: the signal of an interrupt, and where its exit code goes. */
export interface Session {
  readonly signal: AbortSignal;
  readonly finish: (code: ExitCode) => void;
}
