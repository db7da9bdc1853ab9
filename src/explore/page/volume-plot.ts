import { h, svg } from "./dom.js";
import { to } from "./route.js";
import { type Event, volume } from "./volume.js";
import { count, dayText } from "./words.js";

const HEIGHT = 64;

/** Bars over time, with the same as a table for who cannot see or point. `link` gives where a bar leads. */
export function volumePlot(
  title: string,
  events: readonly Event[],
  link: (from: string, to: string) => string = (from, until) => to("quotes", "", { from, to: until }),
): HTMLElement | undefined {
  const steps = volume(events);
  if (steps.length < 2) return undefined; // one bar says nothing
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
