import { h, svg } from "./dom.js";
import { to } from "./route.js";
import { count, dayText } from "./words.js";

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
  return [...sums];
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

const HEIGHT = 64;

/** Bars over time, with the same as a table for who cannot see or point. `link` gives where a bar leads. */
export function volumePlot(
  title: string,
  events: readonly Event[],
  link: (from: string, to: string) => string = (from, until) => to("quotes", "", { from, to: until }),
): HTMLElement | undefined {
  const steps = volume(events);
  if (steps.length === 0) return undefined;
  const most = Math.max(...steps.map(([, amount]) => amount));
  const bars = steps.map(([step, amount], n) =>
    svg(
      "g",
      { "data-href": link(step, step) },
      svg("title", {}, `${dayText(step)}: ${count(amount)}`),
      svg("rect", { class: "under", x: n, y: 0, width: 1, height: HEIGHT }),
      svg("rect", {
        class: "barv",
        x: n + 0.1,
        y: HEIGHT - (HEIGHT * amount) / most,
        width: 0.8,
        height: (HEIGHT * amount) / most,
      }),
    ),
  );
  return h(
    "figure",
    { class: "plot" },
    h(
      "figcaption",
      {},
      `${title} `,
      h("span", { class: "soft" }, `at most ${count(most)} ${PER[steps[0]![0].length]}`),
    ),
    svg(
      "svg",
      { viewBox: `0 0 ${Math.max(steps.length, 12)} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...bars,
    ),
    h(
      "div",
      { class: "axis", "aria-hidden": "true" },
      h("span", {}, dayText(steps[0]![0])),
      steps.length < 12 ? undefined : h("span", {}, dayText(steps.at(-1)![0])),
    ),
    h(
      "details",
      {},
      h("summary", {}, "As a table"),
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h("tr", {}, h("th", { scope: "col" }, "When"), h("th", { scope: "col", class: "number" }, title)),
        ),
        h(
          "tbody",
          {},
          ...steps.map(([step, amount]) =>
            h(
              "tr",
              {},
              h("td", {}, h("a", { href: link(step, step) }, dayText(step))),
              h("td", { class: "number" }, count(amount)),
            ),
          ),
        ),
      ),
    ),
  );
}

const PER: Readonly<Record<number, string>> = { 4: "a year", 7: "a month", 10: "a day" };
