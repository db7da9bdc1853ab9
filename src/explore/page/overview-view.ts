import type { CoreData } from "../site-data.js";
import { h } from "./dom.js";
import { articleLink, nameLink, placeText } from "./items.js";
import { site } from "./load.js";
import { to } from "./route.js";
import { percent, shareBar } from "./share-bar.js";
import type { View } from "./view.js";
import { volumePlot } from "./volume-plot.js";
import { count, counted, dayText } from "./words.js";

const LATEST = 12;
const OUTLETS = 12;

/** The front page: how much there is, when, who speaks, where it was printed, what is new. */
export const overviewView: View = async () => {
  const core = await site.core();
  const { days, quotes } = core.articles;
  const dated = days.filter((day) => day !== "");
  const span = dated.length === 0 ? "" : `, ${dayText(dated.at(-1)!)} to ${dayText(dated[0]!)}`;
  return {
    title: "Overview",
    content: [
      h("h1", { class: "hidden" }, "Overview"),
      h(
        "p",
        { class: "lead" },
        `${counted(days.length, "article")} of ${counted(core.outlets.length, "outlet")}${span}: ${counted(core.quotes, "quotation")}, ${counted(core.names.ids.length, "name")}.`,
      ),
      h(
        "div",
        { class: "plots" },
        volumePlot(
          "Articles",
          days.map((day) => ({ day, amount: 1 })),
          (from, until) => to("articles", "", { from, to: until }),
        ),
        volumePlot(
          "Quotations",
          days.map((day, n) => ({ day, amount: quotes[n]! })),
        ),
      ),
      h("div", { class: "columns" }, speakers(core), h("div", {}, outlets(core), latest(core))),
    ],
  };
};

function speakers(core: CoreData): HTMLElement {
  const { names, named, anonymous, unresolved } = core.said;
  const all = named + anonymous + unresolved;
  const others = named - names.reduce((sum, [, quotes]) => sum + quotes, 0);
  const most = Math.max(1, ...names.map(([, quotes]) => quotes));
  const rest = [
    ["all other names", others],
    ["sources without a name", anonymous],
    ["speaker not found", unresolved],
  ] as const;
  const row = (who: HTMLElement | string, quotes: number, bar: SVGSVGElement | string): HTMLElement =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, who),
      h("td", { class: "bar" }, bar),
      h("td", { class: "number" }, count(quotes)),
      h("td", { class: "number soft" }, percent(quotes / Math.max(1, all))),
    );
  return h(
    "section",
    {},
    h("h2", {}, "Who is quoted"),
    h(
      "table",
      { class: "shares" },
      h("caption", {}, `Shares of ${counted(all, "assertion")}`),
      h(
        "tbody",
        {},
        ...names.map(([name, quotes]) => row(nameLink(core, name), quotes, shareBar(quotes / most))),
        ...rest
          .filter(([, quotes]) => quotes > 0)
          .map(([who, quotes]) => row(h("i", { class: "soft" }, who), quotes, "")),
      ),
    ),
  );
}

function outlets(core: CoreData): HTMLElement | undefined {
  if (core.outlets.length === 0) return undefined;
  const counts = core.outlets.map(() => 0);
  for (const outlet of core.articles.outlets) if (outlet >= 0) counts[outlet]!++;
  const most = Math.max(...counts);
  return h(
    "section",
    {},
    h("h2", {}, "Outlets"),
    h(
      "table",
      { class: "shares" },
      h("caption", {}, "Articles"),
      h(
        "tbody",
        {},
        ...core.outlets
          .slice(0, OUTLETS)
          .map((outlet, n) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, h("a", { href: to("articles", "", { outlet }), dir: "auto" }, outlet)),
              h("td", { class: "bar" }, shareBar(counts[n]! / most)),
              h("td", { class: "number" }, count(counts[n]!)),
            ),
          ),
      ),
    ),
    core.outlets.length > OUTLETS
      ? h("p", { class: "soft" }, `and ${count(core.outlets.length - OUTLETS)} more`)
      : undefined,
  );
}

const latest = (core: CoreData): HTMLElement =>
  h(
    "section",
    {},
    h("h2", {}, "Latest articles"),
    h(
      "ul",
      { class: "plain" },
      ...core.articles.keys
        .slice(0, LATEST)
        .map((_, n) => h("li", {}, articleLink(core, n), h("span", { class: "from" }, ` ${placeText(core, n)}`))),
    ),
  );
