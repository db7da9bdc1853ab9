import type { RawPage } from "../read/raw-page.js";
import type { ReadRecord } from "../read/read-item.js";

/** What a worker process is started with, as JSON in its one argument. */
export interface WorkerSetup {
  readonly pipeline: string;
  /** Path of the user's own gazetteer. */
  readonly gazetteer?: string | undefined;
  readonly withText: boolean;
  readonly layout: "page" | "line";
}

/** What a worker process is given to read. */
export type Task = ReadRecord | RawPage;

/** What became of a task. */
export type Answer =
  | { readonly json: string; readonly counts: Readonly<Record<string, number>>; readonly error?: never }
  | { readonly error: { readonly stage: string; readonly message: string } };

/** What a worker process says once its pipeline is loaded. */
export interface Ready {
  readonly name: string;
  readonly model: string | null;
}

/** From a worker process: it is ready, cannot start, or has done its task. `resident` is its memory in bytes. */
export type FromWorker =
  | { readonly ready: Ready }
  | { readonly fatal: { readonly name: string; readonly message: string } }
  | { readonly answer: Answer; readonly resident: number };
