/** Something on a day. */
export interface Event {
  readonly day: string;
  readonly amount: number;
}

/** Most steps a plot is drawn with before it is drawn with longer ones. */
const STEPS = 72;

/** Sums by day, month or year: the shortest step that keeps the plot readable. Steps without events are there with 0. */
export function volume(events: readonly Event[]): readonly (readonly [step: string, amount: number])[] {
  const dated = events.filter(({ day }) => day.length >= 4);
  if (dated.length === 0) return [];
  const all = (length: number): readonly string[] => {
    const given = dated
      .map(({ day }) => day.slice(0, length))
      .filter((step) => step.length === length)
      .sort();
    return given.length === 0 ? [] : between(given[0]!, given.at(-1)!);
  };
  const whole = (length: number): boolean => dated.every(({ day }) => day.length >= length);
  const length = [10, 7].find((size) => whole(size) && all(size).length <= STEPS) ?? 4;
  const sums = new Map(all(length).map((step) => [step, 0]));
  for (const { day, amount } of dated) {
    const step = day.slice(0, length);
    sums.set(step, (sums.get(step) ?? 0) + amount);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Every day, month or year from one to another. Ends early where that would be very many. */
function between(first: string, last: string): readonly string[] {
  const steps = [first];
  while (steps.at(-1)! < last && steps.length <= STEPS) {
    const [year, month = 1, day = 1] = steps.at(-1)!.split("-").map(Number) as [number, number?, number?];
    const next =
      first.length === 4 ? [year + 1, 0, 1] : first.length === 7 ? [year, month, 1] : [year, month - 1, day + 1];
    steps.push(new Date(Date.UTC(next[0]!, next[1]!, next[2]!)).toISOString().slice(0, first.length));
  }
  return steps;
}
