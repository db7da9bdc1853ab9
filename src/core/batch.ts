import { setImmediate as nextTurn } from "node:timers/promises";
import PQueue from "p-queue";

/** What became of one item: its value, or what was thrown on the way. */
export type Outcome<In, Out> =
  | { readonly item: In; readonly ok: true; readonly value: Out }
  | { readonly item: In; readonly ok: false; readonly error: unknown };

/** How many items are worked on at once, and what stops the work. */
export interface BatchOptions {
  /** Items worked on at once; at least 1. */
  readonly jobs: number;
  /** On abort no more input is taken, items not begun are dropped, those under way are finished and given out. */
  readonly signal?: AbortSignal;
}

/** Items taken from the input and not yet given out, per job: enough to keep the jobs busy behind one slow item. */
const WINDOW_PER_JOB = 4;

/**
 * Works through an input and gives one outcome for each item, in the input's order. A failed item is an outcome, not a
 * rejection. Back-pressure: input is taken only as outcomes are consumed, so memory does not grow with the input; an
 * outcome that is ready is given out without waiting for more input. Rejects when the input itself throws, after the
 * outcomes of the items before.
 */
export async function* inOrder<In, Out>(
  input: AsyncIterable<In>,
  work: (item: In) => Promise<Out>,
  options: BatchOptions,
): AsyncGenerator<Outcome<In, Out>> {
  const { jobs, signal } = options;
  const queue = new PQueue({ concurrency: jobs });
  const source = input[Symbol.asyncIterator]();
  const waiting: Promise<Outcome<In, Out> | undefined>[] = [];
  let next: Promise<Taken<In>> | undefined;
  let end: Ended | undefined;
  try {
    for (;;) {
      if (!end && !next && waiting.length < jobs * WINDOW_PER_JOB) next = take(source, signal);
      const head = waiting[0];
      if (!head && !next) break;
      const event = await Promise.race([
        ...(head ? [head.then((outcome) => ({ outcome }))] : []),
        ...(next ? [next] : []),
      ]);
      if ("outcome" in event) {
        waiting.shift();
        const { outcome } = event; // undefined: dropped
        if (outcome) yield outcome;
      } else {
        next = undefined;
        if ("item" in event) waiting.push(queue.add(() => attempt(event.item, work, signal)));
        else end = event;
      }
    }
    if (end && "failure" in end) throw end.failure;
  } finally {
    queue.clear();
    // Not awaited: an input that waits for bytes that never come must not hold up the end.
    if (end?.isExhausted !== true) source.return?.().then(undefined, () => undefined);
  }
}

/**
 * Like {@link inOrder}, but gives each outcome as soon as it is there: one item that takes long holds up no other. At most
 * `jobs` items and as many again are taken and not yet given out.
 */
export async function* asReady<In, Out>(
  input: AsyncIterable<In>,
  work: (item: In) => Promise<Out>,
  options: BatchOptions,
): AsyncGenerator<Outcome<In, Out>> {
  const { jobs, signal } = options;
  const queue = new PQueue({ concurrency: jobs });
  const source = input[Symbol.asyncIterator]();
  const ready: (Outcome<In, Out> | undefined)[] = [];
  let open = 0;
  let isTaking = false;
  let end: Ended | undefined;
  let wake: () => void = () => undefined;
  const hear = (event: Taken<In>): void => {
    isTaking = false;
    if (!("item" in event)) {
      end = event;
    } else {
      open++;
      void queue
        .add(() => attempt(event.item, work, signal))
        .then((outcome) => {
          ready.push(outcome);
          wake();
        });
    }
    wake();
  };
  try {
    for (;;) {
      if (!end && !isTaking && open < 2 * jobs) {
        isTaking = true;
        void take(source, signal).then(hear);
      }
      if (ready.length > 0) {
        open--;
        const outcome = ready.shift(); // undefined: dropped
        if (outcome) yield outcome;
      } else if (end && open === 0) {
        break;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    if ("failure" in end) throw end.failure;
  } finally {
    queue.clear();
    if (end?.isExhausted !== true) source.return?.().then(undefined, () => undefined);
  }
}

/** One outcome; undefined for an item dropped before it was begun. */
async function attempt<In, Out>(
  item: In,
  work: (item: In) => Promise<Out>,
  signal: AbortSignal | undefined,
): Promise<Outcome<In, Out> | undefined> {
  await nextTurn(); // work may stay in the microtask queue: signals, timers and pipes need their turn between items
  if (signal?.aborted) return undefined;
  try {
    return { item, ok: true, value: await work(item) };
  } catch (error) {
    return { item, ok: false, error };
  }
}

interface Ended {
  /** True when the input ended by itself, false when it failed or was given up on abort. */
  readonly isExhausted: boolean;
  readonly failure?: unknown;
}

type Taken<In> = { readonly item: In } | Ended;

/** The input's next item, or its end; on abort the end at once, whatever the input does. */
function take<In>(source: AsyncIterator<In>, signal: AbortSignal | undefined): Promise<Taken<In>> {
  if (signal?.aborted) return Promise.resolve({ isExhausted: false });
  return new Promise((resolve) => {
    const giveUp = () => resolve({ isExhausted: false });
    signal?.addEventListener("abort", giveUp, { once: true });
    source.next().then(
      (result) => {
        signal?.removeEventListener("abort", giveUp);
        resolve(result.done ? { isExhausted: true } : { item: result.value });
      },
      (failure: unknown) => {
        signal?.removeEventListener("abort", giveUp);
        resolve({ isExhausted: false, failure });
      },
    );
  });
}
