import { InputError, StageError } from "../model/errors.js";
import { WorkerError, WriteError } from "../run/errors.js";

/** Why one article has no knowledge file. */
export interface Failure {
  /** Where the article came from. */
  readonly file: string;
  /** Line of the article in that file, from 1. */
  readonly line?: number;
  readonly id?: string;
  /**
   * `read`, the stage that failed, `check` for a file that does not hold what its schema says, `write`, or `worker` for an
   * article on which worker processes died or took too long.
   */
  readonly stage: string;
  readonly message: string;
}

/** A pipeline that gave something that is not a valid knowledge file. */
export class CheckError extends Error {
  override readonly name = "CheckError";
}

/** A failure that a worker process told of. */
export class ToldError extends Error {
  constructor(
    readonly stage: string,
    message: string,
  ) {
    super(message);
  }
}

/** The stage and the message of what was thrown while working on one article. */
export function failureOf(error: unknown): Pick<Failure, "stage" | "message"> {
  if (error instanceof ToldError) return { stage: error.stage, message: error.message };
  if (error instanceof StageError) return { stage: error.stage, message: messageOf(error.cause) };
  if (error instanceof InputError) return { stage: "read", message: error.reason };
  if (error instanceof CheckError) return { stage: "check", message: error.message };
  if (error instanceof WriteError) return { stage: "write", message: error.message };
  if (error instanceof WorkerError) return { stage: "worker", message: error.message };
  return { stage: "pipeline", message: messageOf(error) };
}

/** A failure on one line: 'feed.ndjson:3 (id a1): find-quotes: …'. */
export function failureLine({ file, line, id, stage, message }: Failure): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}${id === undefined ? "" : ` (id ${id})`}: ${stage}: ${message}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
