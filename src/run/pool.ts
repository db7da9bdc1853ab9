import type { ChildProcess } from "node:child_process";
import { reasonOf, WorkerError } from "./errors.js";
import type { Answer, FromWorker, Ready, Task } from "./pool-protocol.js";
import { onStop } from "./stop-at-once.js";

/** What the worker processes run, and what one may take. */
export interface PoolOptions {
  /** Starts one worker process with an IPC channel. */
  readonly start: () => ChildProcess;
  /** Most worker processes at once. */
  readonly jobs: number;
  /** Milliseconds that one article may take. */
  readonly timeLimit: number;
  /** Milliseconds that a process may take until it is ready. */
  readonly startLimit: number;
  /** Resident bytes above which a process is replaced after its article. */
  readonly memoryLimit: number;
}

/** A worker process that cannot start, with the name of the error it told. */
export class StartError extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

/** Worker processes that read articles. */
export interface Pool {
  /** What the pipeline is; rejects with a StartError when no process can start. */
  readonly ready: Promise<Ready>;
  /** Processes replaced because they died, hung or grew too large. */
  readonly replaced: () => number;
  /**
   * Reads one article in a worker process. A process that dies or hangs on it is replaced and the article tried once more;
   * then this rejects with a WorkerError.
   */
  readonly read: (task: Task) => Promise<Answer>;
  /** Ends the processes. */
  readonly close: () => void;
}

interface Job {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly deaths: string[];
}

interface Worker {
  readonly child: ChildProcess;
  isReady: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  isOverTime: boolean;
}

/** How often an article is tried. */
export const ATTEMPTS = 2;
/** Starts in a row that may fail. */
const MAX_FAILED_STARTS = 3;
/** A further process is started for each so many articles: loading the model costs as much as reading some. */
const ARTICLES_PER_START = 16;

/** Opens a pool of worker processes. The first starts at once, the others as articles come. */
export function openPool({ start, jobs, timeLimit, startLimit, memoryLimit }: PoolOptions): Pool {
  const workers = new Set<Worker>();
  const waiting: Job[] = [];
  let most = jobs;
  let isProven = false; // a process has started before: the pipeline itself can be loaded
  let given = 0;
  let replaced = 0;
  let failedStarts = 0;
  let failure: Error | undefined;
  /** What the last process that could not load the pipeline said. */
  let fatal: StartError | undefined;
  let isClosed = false;
  let tellReady: (ready: Ready) => void = () => undefined;
  let tellFailure: (error: Error) => void = () => undefined;
  const ready = new Promise<Ready>((resolve, reject) => {
    tellReady = resolve;
    tellFailure = reject;
  });
  ready.catch(() => undefined); // also told to each article

  const fail = (error: Error): void => {
    failure = error;
    tellFailure(error);
    for (const job of waiting.splice(0)) job.reject(error);
  };

  const arm = (worker: Worker, limit: number): void => {
    clearTimeout(worker.timer);
    worker.timer = setTimeout(() => {
      worker.isOverTime = true;
      worker.child.kill("SIGKILL");
    }, limit);
  };

  const launch = (): void => {
    const worker: Worker = { child: start(), isReady: false, job: undefined, timer: undefined, isOverTime: false };
    workers.add(worker);
    arm(worker, startLimit);
    worker.child.on("message", (message: FromWorker) => hear(worker, message));
    worker.child.on("error", (error) => bury(worker, reasonOf(error)));
    worker.child.on("exit", (code, signal) => bury(worker, signal === null ? `exit code ${code}` : signal));
  };

  const hear = (worker: Worker, message: FromWorker): void => {
    clearTimeout(worker.timer);
    if ("fatal" in message) {
      fatal = new StartError(message.fatal.name, message.fatal.message);
      const isLast = ![...workers].some((other) => other !== worker && !other.isReady);
      if (!isProven && isLast) fail(fatal);
      else worker.child.kill("SIGKILL"); // others are ready, or may yet be
      return;
    }
    if ("ready" in message) {
      worker.isReady = true;
      isProven = true;
      failedStarts = 0;
      tellReady(message.ready);
    } else {
      const { job } = worker;
      worker.job = undefined;
      job?.resolve(message.answer);
      if (message.resident > memoryLimit) retire(worker);
    }
    pump();
  };

  /** Lets a process go that has done its article. */
  const retire = (worker: Worker): void => {
    workers.delete(worker);
    replaced++;
    end(worker);
  };

  const end = ({ child, timer }: Worker): void => {
    clearTimeout(timer);
    child.removeAllListeners("exit");
    child.kill("SIGKILL");
  };

  /** A process is gone that should not be: its article is tried again, or given up. */
  const bury = (worker: Worker, how: string): void => {
    clearTimeout(worker.timer);
    if (!workers.delete(worker) || isClosed) return;
    replaced++;
    const { job } = worker;
    if (!worker.isReady && ++failedStarts >= MAX_FAILED_STARTS) {
      failedStarts = 0;
      most = workers.size; // the others go on without it
      if (most === 0) {
        const why = worker.isOverTime ? "none is ready in time" : how;
        fail(fatal ?? new StartError("WorkerError", `no worker process starts (${why})`));
        return;
      }
    }
    if (job) {
      job.deaths.push(worker.isOverTime ? `it took more than ${timeLimit / 1000} s` : `its process ended with ${how}`);
      if (job.deaths.length >= ATTEMPTS) job.reject(new WorkerError(givenUp(job.deaths, worker.isOverTime)));
      else waiting.unshift(job);
    }
    pump();
  };

  const pump = (): void => {
    if (isClosed || failure) return;
    for (const worker of workers) {
      if (!worker.isReady || worker.job) continue;
      const job = waiting.shift();
      if (!job) break;
      worker.job = job;
      worker.isOverTime = false;
      arm(worker, timeLimit);
      worker.child.send(job.task, () => undefined); // a channel that broke is a process that ends: see bury
    }
    const wanted = Math.min(most, 1 + Math.floor(given / ARTICLES_PER_START));
    while (waiting.length > 0 && workers.size < wanted) launch();
  };

  const givenUp = (deaths: readonly string[], isOverTime: boolean): string => {
    const [first, ...others] = new Set(deaths);
    const often = others.length > 0 ? [first, ...others].join("; then ") : `${first}, each of ${deaths.length} times`;
    return `given up after ${often}${isOverTime ? "; a longer time limit may do" : ""}`;
  };

  const close = (): void => {
    isClosed = true;
    takeBack();
    for (const worker of workers) end(worker);
    workers.clear();
  };
  const takeBack = onStop(close);

  launch();
  return {
    ready,
    replaced: () => replaced,
    read: (task) =>
      new Promise((resolve, reject) => {
        if (failure) reject(failure);
        else {
          given++;
          waiting.push({ task, resolve, reject, deaths: [] });
          pump();
        }
      }),
    close,
  };
}
