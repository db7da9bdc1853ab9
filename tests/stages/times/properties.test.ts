import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lexiconFiles, table, wordList } from "../../../src/lexicons/lexicon.js";
import { instantsOf } from "../../../src/stages/times/values.js";
import { timesIn } from "./find.js";

const texts = readFileSync(new URL("./expressions.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t")[0]!);

const words = lexiconFiles()
  .filter((file) => file.startsWith("time-"))
  .flatMap((file) => [...(file.endsWith(".txt") ? wordList(file.slice(0, -4)) : table(file.slice(0, -4)).keys())])
  .filter((word) => !/\d{4}$/.test(word));

const published = fc.oneof(
  fc.constant(null),
  fc.constantFrom("2025-02-07", "2024-02-29", "0001-01-01", "9999-12-31", "2025-02-30", "2025", "2025-13-01T25:61"),
);
const timeWord = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    "the",
    "of",
    "a",
    "ago",
    "later",
    "-",
    "–",
    ",",
    "'s",
    "to",
    "every",
    "12:30",
    "1990s",
    "5/3/2019",
    "31",
    "Feb.",
    "2019",
  ),
  fc.nat(100000).map(String),
);

describe("no input throws, and what is found lies in the text", () => {
  const check = (text: string, day: string | null): void => {
    const { times } = timesIn(text, day);
    let last = 0;
    for (const time of times) {
      expect(time.start).toBeGreaterThanOrEqual(last);
      expect(time.end).toBeGreaterThan(time.start);
      expect(time.end).toBeLessThanOrEqual(text.length);
      last = time.end;
      if (time.from !== undefined && time.to !== undefined) expect(time.from <= time.to).toBe(true);
    }
  };
  test("any string", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), published, check), { numRuns: 200, seed: 9 });
  });
  test("any words of time", () => {
    const text = fc.array(timeWord, { maxLength: 25 }).map((list) => list.join(" "));
    const examples: [string, string][] = [
      ["until wintertime", "9999-12-31"],
      ["tonight", "9999-12-31"],
    ];
    fc.assert(fc.property(text, published, check), { numRuns: 1000, seed: 9, examples });
  });
  test("any words of time, run together", () => {
    const text = fc.array(timeWord, { maxLength: 12 }).map((list) => list.join(""));
    fc.assert(fc.property(text, published, check), { numRuns: 300, seed: 9 });
  });
});

test("a value's instants never throw", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\dX]{2,4}(-(W|Q|H)?[\dX]{1,2}){0,2}(T[\dA-Z:]{0,8})?$/), (value) => {
      const instants = instantsOf(value);
      expect(instants === null || instants.from <= instants.to).toBe(true);
    }),
  );
});

test.each([
  ["the last early mid the 3 - "],
  ["Monday "],
  ["May 3-"],
  ["1.1"],
  ["1-"],
  ["a hundred and "],
  ["two weeks later, "],
  ["9 a.m. to "],
])("a long run of '%s' costs no more than it is long", (part) => {
  const spent = (count: number): number => {
    const text = part.repeat(count);
    const start = process.cpuUsage().user;
    timesIn(text, "2025-02-07");
    return process.cpuUsage().user - start;
  };
  spent(500);
  const [short, long] = [spent(500), spent(4000)];
  expect(long).toBeLessThan(Math.max(short, 50_000) * 40); // 8 times the text; 64 times were it quadratic
});

describe("neither zone, language nor clock of the machine matters", () => {
  const saved = { TZ: process.env.TZ, LANG: process.env.LANG };
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    for (const [name, value] of Object.entries(saved)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  const all = () => texts.map((text) => timesIn(text, "2025-02-07"));
  test.each([
    ["Pacific/Kiritimati", "de_DE.UTF-8", "1999-12-31T23:59:59Z"],
    ["America/Los_Angeles", "tr_TR.UTF-8", "2031-03-01T00:00:00Z"],
    ["Asia/Kolkata", "C", "2024-02-29T12:00:00Z"],
  ])("%s %s %s", (zone, language, now) => {
    const here = all();
    process.env.TZ = zone;
    process.env.LANG = language;
    vi.setSystemTime(new Date(now));
    expect(all()).toEqual(here);
  });
});
