import { QUOTE_KINDS } from "../../model/quote.js";
import type { CoreData, NameData } from "../site-data.js";
import { type Child, h } from "./dom.js";
import { articleLink, placeText, quoteText, typeOf } from "./items.js";
import { site } from "./load.js";
import { articlesList, companionsList, rolesList } from "./name-lists.js";
import { pageOf, pager } from "./pager.js";
import { to } from "./route.js";
import type { View } from "./view.js";
import { volumePlot } from "./volume-plot.js";
import { count, counted, dayText } from "./words.js";

/** One name: what it said and what is claimed of it by day, its roles over time, its companions, its articles. */
export const nameView: View = async ({ id, params }) => {
  const core = await site.core();
  const number = core.names.ids.indexOf(id);
  if (number < 0) throw new Error("There is no such name here; it may have been joined with another. Search for it.");
  const data = (await site.names(number % core.buckets))[id]!;
  const name = core.names.names[number]!;
  const others = data.names.map(([other]) => other).filter((other) => other !== name);
  const said = data.quotes.length;
  return {
    title: name,
    content: [
      h("h1", { dir: "auto" }, name),
      h(
        "p",
        { class: "lead" },
        [
          typeOf(core, number),
          counted(data.articles.length, "article"),
          ...(said > 0 ? [counted(said, "quotation")] : []),
          ...(data.claims.length > 0 ? [counted(data.claims.length, "claim")] : []),
        ].join(" · "),
        others.length > 0 ? h("span", { class: "soft", dir: "auto" }, ` — also ${others.join(", ")}`) : undefined,
      ),
      h("div", { class: "columns wide" }, timeline(core, id, data, params), aside(core, id, data)),
    ],
  };
};

interface Entry {
  readonly day: string;
  readonly item: HTMLElement;
}

function timeline(core: CoreData, id: string, data: NameData, params: URLSearchParams): HTMLElement {
  const show = params.get("show") ?? "";
  const entries = [
    ...(show === "claims" ? [] : data.quotes.map((quote) => () => quoteEntry(core, quote))),
    ...(show === "quotes" ? [] : data.claims.map((claim) => () => claimEntry(core, claim))),
  ];
  const keys = [
    ...(show === "claims" ? [] : data.quotes.map(([article]) => core.articles.days[article]!)),
    ...(show === "quotes" ? [] : data.claims.map(([, , day]) => day)),
  ];
  const order = keys
    .map((day, n) => [day, n] as const)
    .sort((a, b) => (a[0] < b[0] ? 1 : a[0] > b[0] ? -1 : a[1] - b[1]));
  const { rows, page, pages } = pageOf(order, params.get("p"));
  const made = rows.map(([, n]) => entries[n]!());
  const days = new Map<string, HTMLElement[]>();
  for (const { day, item } of made) days.set(day, [...(days.get(day) ?? []), item]);
  const tab = (label: string, value: string, amount: number): Child =>
    h(
      "a",
      { href: to("name", id, { show: value }), "aria-current": show === value ? "true" : undefined },
      `${label} ${count(amount)}`,
    );
  return h(
    "section",
    { "aria-label": "Timeline" },
    h("h2", {}, "Timeline"),
    data.claims.length > 0 && data.quotes.length > 0
      ? h(
          "nav",
          { class: "tabs", "aria-label": "Timeline of" },
          tab("All", "", data.quotes.length + data.claims.length),
          tab("Quotations", "quotes", data.quotes.length),
          tab("Claims about", "claims", data.claims.length),
        )
      : undefined,
    order.length === 0
      ? h("p", { class: "none" }, "It is named, but says nothing, and nothing is claimed of it.")
      : undefined,
    ...[...days].flatMap(([day, items]) => [
      h("h3", { class: "day" }, day === "" ? "no date" : dayText(day)),
      h("ul", { class: "rows" }, ...items),
    ]),
    pager(page, pages, (p) => to("name", id, { show, p: String(p) })),
  );
}

function quoteEntry(core: CoreData, [article, id, kind, cue, text]: NameData["quotes"][number]): Entry {
  const item = h(
    "li",
    { class: "row said" },
    h("p", { class: "who" }, h("span", { class: "cue" }, cue === "" ? "said" : cue)),
    quoteText(QUOTE_KINDS[kind]!, [text]),
    from(core, article, id),
  );
  return { day: core.articles.days[article]!, item };
}

function claimEntry(core: CoreData, [article, id, day, how, by, text]: NameData["claims"][number]): Entry {
  const about = [how, by === "" ? "" : `according to ${by}`].filter((part) => part !== "").join(", ");
  const item = h(
    "li",
    { class: "row claimed" },
    h("p", { class: "text", dir: "auto" }, text),
    about === "" ? undefined : h("p", { class: "who soft", dir: "auto" }, about),
    from(core, article, id),
  );
  return { day, item };
}

const from = (core: CoreData, article: number, at: string): HTMLElement =>
  h(
    "p",
    { class: "from" },
    h("span", { class: "when" }, placeText(core, article)),
    " ",
    articleLink(core, article, at),
  );

function aside(core: CoreData, id: string, data: NameData): HTMLElement {
  const link = (first: string, last: string): string => to("quotes", "", { by: id, from: first, to: last });
  return h(
    "div",
    { class: "side" },
    data.quotes.length > 0
      ? h(
          "p",
          {},
          h("a", { href: to("quotes", "", { by: id }) }, `Search the ${counted(data.quotes.length, "quotation")}`),
        )
      : undefined,
    volumePlot(
      "Mentions",
      data.articles.map(([article, amount]) => ({ day: core.articles.days[article]!, amount })),
      link,
    ),
    data.quotes.length > 1
      ? volumePlot(
          "Quotations",
          data.quotes.map(([article]) => ({ day: core.articles.days[article]!, amount: 1 })),
          link,
        )
      : undefined,
    rolesList(data),
    companionsList(core, data),
    articlesList(core, data),
  );
}
