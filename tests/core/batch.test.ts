import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { asReady, inOrder, type Outcome } from "../../src/core/batch.js";

async function* numbers(count: number, taken: number[] = []): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) {
    taken.push(n);
    yield n;
  }
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

const show = (outcome: Outcome<number, unknown>): string =>
  outcome.ok ? `${outcome.item}=${outcome.value}` : `${outcome.item}!${(outcome.error as Error).message}`;

describe("inOrder", () => {
  it.each([1, 2, 7])("gives outcomes in input order with %i jobs, slow ones included", async (jobs) => {
    const work = async (n: number) => {
      await delay(n % 3 === 0 ? 6 : 0);
      return n * 2;
    };
    const outcomes = await collect(inOrder(numbers(20), work, { jobs }));
    expect(outcomes.map(show)).toEqual(Array.from({ length: 20 }, (_, n) => `${n}=${n * 2}`));
  });

  it("never works on more items at once than jobs", async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await delay(1);
      running--;
    };
    await collect(inOrder(numbers(30), work, { jobs: 3 }));
    expect(most).toBe(3);
  });

  it("keeps a failure in its place and goes on, also when work throws at once", async () => {
    const work = (n: number): Promise<number> => {
      if (n === 1) throw new Error("at once");
      return n === 3 ? Promise.reject(new Error("later")) : Promise.resolve(n);
    };
    const outcomes = await collect(inOrder(numbers(5), work, { jobs: 2 }));
    expect(outcomes.map(show)).toEqual(["0=0", "1!at once", "2=2", "3!later", "4=4"]);
  });

  it("takes no more than four items a job ahead of a slow consumer", async () => {
    const taken: number[] = [];
    const outcomes = inOrder(numbers(1000, taken), async (n) => n, { jobs: 2 });
    await outcomes.next();
    await delay(20);
    expect(taken.length).toBeLessThanOrEqual(9);
    await outcomes.return(undefined);
  });

  it("gives a ready outcome without waiting for more input", async () => {
    let release: () => void = () => undefined;
    async function* oneThenWait() {
      yield 1;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    }
    const outcomes = inOrder(oneThenWait(), async (n) => n, { jobs: 4 });
    expect((await outcomes.next()).value).toEqual({ item: 1, ok: true, value: 1 });
    const end = outcomes.next();
    await delay(1);
    release();
    expect((await end).done).toBe(true);
  });

  it("on abort finishes what is under way, drops the rest and ends, though the input never does", async () => {
    const abort = new AbortController();
    async function* endless() {
      yield 0;
      yield 1;
      yield 2;
      await new Promise(() => undefined);
    }
    const begun: number[] = [];
    const work = async (n: number) => {
      begun.push(n);
      await delay(20);
      return n;
    };
    setTimeout(() => abort.abort(), 8);
    const outcomes = await collect(inOrder(endless(), work, { jobs: 1, signal: abort.signal }));
    expect(outcomes.map(show)).toEqual(["0=0"]);
    expect(begun).toEqual([0]);
  });

  it("begins nothing when aborted before the start", async () => {
    const outcomes = inOrder(numbers(3), async (n) => n, { jobs: 1, signal: AbortSignal.abort() });
    expect(await collect(outcomes)).toEqual([]);
  });

  it("rejects with the input's own error after the outcomes before it", async () => {
    async function* broken() {
      yield 0;
      yield 1;
      throw new Error("disk gone");
    }
    const seen: string[] = [];
    const run = async () => {
      for await (const outcome of inOrder(broken(), async (n) => n, { jobs: 4 })) seen.push(show(outcome));
    };
    await expect(run()).rejects.toThrow("disk gone");
    expect(seen).toEqual(["0=0", "1=1"]);
  });
});

describe("asReady", () => {
  it("gives each outcome as soon as it is there, failures too, and all of them", async () => {
    const work = async (n: number) => {
      await delay(n === 0 ? 60 : 1);
      if (n === 5) throw new Error("later");
      return n;
    };
    const shown = (await collect(asReady(numbers(12), work, { jobs: 3 }))).map(show);
    expect(shown.at(-1)).toBe("0=0");
    expect(shown).toContain("5!later");
    expect(new Set(shown).size).toBe(12);
  });

  it("takes no more than two items a job ahead of a slow consumer", async () => {
    const taken: number[] = [];
    const outcomes = asReady(numbers(1000, taken), async (n) => n, { jobs: 2 });
    await outcomes.next();
    await delay(20);
    expect(taken.length).toBeLessThanOrEqual(5);
    await outcomes.return(undefined);
  });

  it("on abort finishes what is under way, drops the rest and ends, though the input never does", async () => {
    const abort = new AbortController();
    async function* endless() {
      yield 0;
      yield 1;
      await new Promise(() => undefined);
    }
    setTimeout(() => abort.abort(), 8);
    const work = (n: number) => delay(20).then(() => n);
    expect((await collect(asReady(endless(), work, { jobs: 1, signal: abort.signal }))).map(show)).toEqual(["0=0"]);
  });

  it("rejects with the input's own error after the outcomes before it", async () => {
    async function* broken() {
      yield 0;
      throw new Error("disk gone");
    }
    const seen: string[] = [];
    const run = async () => {
      for await (const outcome of asReady(broken(), async (n) => n, { jobs: 4 })) seen.push(show(outcome));
    };
    await expect(run()).rejects.toThrow("disk gone");
    expect(seen).toEqual(["0=0"]);
  });
});
