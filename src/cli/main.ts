import { CommanderError } from "commander";
import { stopAtOnce } from "../run/stop-at-once.js";
import { showable } from "../show/ansi.js";
import { EXIT, type ExitCode } from "./exit.js";
import { program } from "./program.js";

/** Errors whose message alone tells the user what to do; any other is a bug and shows its stack. */
const TOLD = new Set([
  "UsageError",
  "InputError",
  "LexiconError",
  "ModelError",
  "DiskError",
  "LockError",
  "FolderError",
  "WorkerError",
]);

/** Runs the command on its arguments and ends the process with its exit code. The one place that prints errors. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on("error", endQuietly);
  process.stderr.on("error", endQuietly);
  const code = await run(args, interruptSignal());
  process.exitCode = code;
  // An input that is still open must not keep the process; the output is flushed before it ends.
  process.stdin.destroy();
  if (code === EXIT.interrupted) process.stdout.write("", () => process.exit(code));
}

async function run(args: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  try {
    const finish = (result: ExitCode) => {
      code = result;
    };
    await program({ signal, finish }).parseAsync(args, { from: "user" });
    return signal.aborted ? EXIT.interrupted : code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage; // commander has told it
    if (signal.aborted) return EXIT.interrupted;
    if (error instanceof Error && TOLD.has(error.name)) {
      process.stderr.write(`copydesk: ${showable(error.message)}\n`);
      return EXIT.usage;
    }
    process.stderr.write(`copydesk: a bug in Copydesk; please report it with what follows\n${stackOf(error)}\n`);
    return EXIT.failed;
  }
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** A reader that closes its end of the pipe (`head -1`) has all it wants: no message, no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  stopAtOnce();
  process.exit(EXIT.ok);
}

/** Aborted by the first SIGINT or SIGTERM; the second ends the process at once, leaving no half-written file. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) {
      stopAtOnce();
      process.exit(EXIT.interrupted);
    }
    process.stderr.write("copydesk: interrupted; finishing what is under way (again to stop at once)\n");
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return controller.signal;
}
