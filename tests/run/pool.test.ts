import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { openPool, type Pool } from "../../src/run/pool.js";

const SCRIPT = fileURLToPath(new URL("obeying-worker.mjs", import.meta.url));
const pools: Pool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

function open(
  options: {
    readonly jobs?: number;
    readonly timeLimit?: number;
    readonly startLimit?: number;
    readonly mode?: string;
    readonly laterMode?: string;
  } = {},
) {
  let started = 0;
  const pool = openPool({
    start: () => {
      started++;
      return fork(SCRIPT, [started > 1 && options.laterMode ? options.laterMode : (options.mode ?? "")]);
    },
    jobs: options.jobs ?? 1,
    timeLimit: options.timeLimit ?? 20_000,
    startLimit: options.startLimit ?? 20_000,
    memoryLimit: 1e9,
  });
  pools.push(pool);
  const read = async (text: string): Promise<string> => {
    const answer = await pool.read({ article: { id: "a", text }, notes: [] });
    return answer.error ? answer.error.message : answer.json;
  };
  return { pool, read, started: () => started };
}

const pidIn = (answer: string): string => answer.split(" by ")[1]!;

it("reads one article after the other in one process, and tells what the pipeline is", async () => {
  const { pool, read, started } = open();
  expect(await pool.ready).toEqual({ name: "obeying", model: null });
  const answers = [await read("one"), await read("two")];
  expect(answers.map((answer) => answer.split(" by ")[0])).toEqual(["one", "two"]);
  expect(pidIn(answers[0]!)).toBe(pidIn(answers[1]!));
  expect(started()).toBe(1);
});

it("starts further processes only where there are many articles", async () => {
  const few = open({ jobs: 4 });
  await Promise.all(Array.from({ length: 15 }, (_, n) => few.read(`${n}`)));
  expect(few.started()).toBe(1);
  const many = open({ jobs: 2 });
  await Promise.all(Array.from({ length: 80 }, (_, n) => many.read(`${n}`)));
  expect(many.started()).toBe(2);
});

it.each(["exit", "fatal"])("goes on with the processes it has when no further one starts: %s", async (laterMode) => {
  const { read, started } = open({ jobs: 3, laterMode });
  const texts = Array.from({ length: 60 }, (_, n) => `${n}`);
  const answers = await Promise.all(texts.map(read));
  expect(new Set(answers.map(pidIn)).size).toBe(1);
  for (let tries = 0; tries < 100 && started() < 4; tries++) await new Promise((done) => setTimeout(done, 20));
  await read("last");
  expect(started()).toBeLessThanOrEqual(5);
});

it("tries an article on which a process dies once more, then gives it up, and goes on with the others", async () => {
  const { pool, read } = open();
  const results = await Promise.allSettled(["one", "die", "two"].map(read));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((results[1] as PromiseRejectedResult).reason.message).toBe(
    "given up after its process ended with exit code 3, each of 2 times",
  );
  expect(pool.replaced()).toBe(2);
});

it("ends a process that does not let go within the time limit", async () => {
  const { read } = open({ timeLimit: 500 });
  const results = await Promise.allSettled(["spin", "one"].map(read));
  expect((results[0] as PromiseRejectedResult).reason.message).toBe(
    "given up after it took more than 0.5 s, each of 2 times; a longer time limit may do",
  );
  expect(results[1]!.status).toBe("fulfilled");
});

it("replaces a process that has grown too large, after its article", async () => {
  const { pool, read } = open();
  const large = await read("large");
  expect(pidIn(await read("one"))).not.toBe(pidIn(large));
  expect(pool.replaced()).toBe(1);
});

it.each([
  ["fatal", "UsageError", "no such pipeline"],
  ["exit", "WorkerError", "no worker process starts (exit code 1)"],
  ["never", "WorkerError", "no worker process starts (none is ready in time)"],
])("tells why no process starts: %s", async (mode, name, message) => {
  const { pool, read } = open({ mode, ...(mode === "never" ? { startLimit: 200 } : {}) });
  await expect(read("one")).rejects.toMatchObject({ name, message });
  await expect(pool.ready).rejects.toMatchObject({ name, message });
});
