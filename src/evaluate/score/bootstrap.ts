import type { Counts, Measure } from "./measure.js";

/** Resamples of the articles. A thousand settle the ends of a 95 % interval to about a tenth of its width. */
const RESAMPLES = 1000;
const SEED = 0x5eed;

/** Lower and upper end of a 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** Numbers from 0 up to 1, the same ones for the same seed on every machine (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** How often each article is drawn in each resample: as many draws as articles. */
export function resamples(articles: number): readonly Uint16Array[] {
  const random = numbers(SEED);
  return Array.from({ length: RESAMPLES }, () => {
    const times = new Uint16Array(articles);
    for (let draw = 0; draw < articles; draw++) {
      const at = Math.floor(random.next().value * articles);
      times[at] = times[at]! + 1;
    }
    return times;
  });
}

/** The sum of articles' counts, each as often as it was drawn. */
function drawn(counts: readonly Counts[], times: Uint16Array): Counts {
  const sum: number[] = new Array(counts[0]?.length ?? 0).fill(0);
  for (let article = 0; article < counts.length; article++) {
    const weight = times[article]!;
    if (weight === 0) continue;
    const row = counts[article]!;
    for (let at = 0; at < row.length; at++) sum[at] = sum[at]! + weight * row[at]!;
  }
  return sum;
}

/** The 95 % interval of a measure's score when articles are drawn anew (percentile bootstrap). */
export const intervalOf = ({ counts, figures }: Measure, draws: readonly Uint16Array[]): Interval =>
  middle(draws.map((times) => figures(drawn(counts, times)).score));

/** The 95 % interval of what a measure's score has gained over other counts of the same articles, drawn together. */
export const gainOf = (
  { counts, figures }: Pick<Measure, "counts" | "figures">,
  before: readonly Counts[],
  draws: readonly Uint16Array[],
): Interval => middle(draws.map((times) => figures(drawn(counts, times)).score - figures(drawn(before, times)).score));

function middle(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[Math.floor(0.025 * sorted.length)] ?? 0, sorted[Math.ceil(0.975 * sorted.length) - 1] ?? 0];
}
