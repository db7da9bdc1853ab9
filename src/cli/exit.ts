/** Exit codes of the command. */
export const EXIT = {
  /** All written, or all valid. */
  ok: 0,
  /** Some articles failed, or some files are not valid. */
  failed: 1,
  /** Wrong usage, no input, an installation that cannot run, or a disk that can take no more. */
  usage: 2,
  /** Interrupted by SIGINT or SIGTERM; 128 + 2, as shells count. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command cannot do what was asked of it. The message says what was wanted, what was got, and what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
