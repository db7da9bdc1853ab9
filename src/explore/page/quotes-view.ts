import { PRESENTATIONS } from "../../model/cue.js";
import { ATTITUDES, QUOTE_KINDS } from "../../model/quote.js";
import type { CoreData, QuoteChunk } from "../site-data.js";
import { announce, h } from "./dom.js";
import { filterForm } from "./form.js";
import { nameLink, quoteItem } from "./items.js";
import { LISTS } from "./kinds.js";
import { site } from "./load.js";
import { pageOf, pager } from "./pager.js";
import { type Place, passing, type QuoteFilter } from "./quote-rows.js";
import { to } from "./route.js";
import { saveList } from "./save-list.js";
import type { View } from "./view.js";
import { counted } from "./words.js";

/** All quotations, the latest first, narrowed by what the address says; the list is there before all files are. */
export const quotesView: View = async ({ params }) => {
  const core = await site.core();
  const given = (name: keyof QuoteFilter): string => params.get(name) ?? "";
  let filter: QuoteFilter = {
    by: given("by"),
    who: given("who"),
    outlet: given("outlet"),
    from: given("from"),
    to: given("to"),
    kind: given("kind"),
    attitude: given("attitude"),
    presented: given("presented"),
    q: given("q"),
  };
  let page = params.get("p");
  const chunks: QuoteChunk[] = [];
  const results = h("div", { class: "results", "aria-busy": "true" });

  const show = (): void => {
    const { items, list } = render(core, chunks, filter, page);
    results.replaceChildren(...list);
    results.setAttribute("aria-busy", String(chunks.length < core.chunks));
    announce(chunks.length < core.chunks ? "" : counted(items, "quotation"));
  };
  const loadRest = async (): Promise<void> => {
    for (let chunk = 1; chunk < core.chunks; chunk++) chunks.push(await site.quotes(chunk));
    if (results.isConnected) show();
  };
  const form = filterForm(
    "Narrow the quotations",
    [
      { name: "q", label: "Words", type: "search", value: filter.q },
      { name: "who", label: "Speaker", type: "search", value: filter.who },
      { name: "outlet", label: "Outlet", type: "select", value: filter.outlet, options: core.outlets },
      { name: "from", label: "From", type: "date", value: wholeDay(filter.from, "start") },
      { name: "to", label: "To", type: "date", value: wholeDay(filter.to, "end") },
      { name: "kind", label: "Kind", type: "select", value: filter.kind, options: QUOTE_KINDS },
      { name: "attitude", label: "Attitude", type: "select", value: filter.attitude, options: ATTITUDES },
      { name: "presented", label: "Presented as", type: "select", value: filter.presented, options: PRESENTATIONS },
    ],
    (values) => {
      filter = { ...filter, ...values };
      page = null;
      history.replaceState(history.state, "", to("quotes", "", { ...filter }));
      show();
    },
  );
  const name = core.names.ids.indexOf(filter.by);
  if (core.chunks > 0) chunks.push(await site.quotes(0));
  return {
    title: "Quotes",
    content: [h("h1", {}, "Quotes", ...(name >= 0 ? [" by ", nameLink(core, name)] : [])), form, results],
    after: () => {
      show();
      if (core.chunks > 1)
        loadRest().catch((error: Error) => results.prepend(h("p", { role: "alert" }, error.message)));
    },
  };
};

/** The filters in words: what a list on paper is of. */
const filterText = (core: CoreData, { by, ...filter }: QuoteFilter): string =>
  Object.entries({ ...filter, by: core.names.names[core.names.ids.indexOf(by)] ?? by })
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `; ${name === "q" ? "words" : name}: ${value}`)
    .join("");

/** A month or year of an address, as the date field has it. */
function wholeDay(day: string, end: "start" | "end"): string {
  if (day.length === 4) return end === "start" ? `${day}-01-01` : `${day}-12-31`;
  if (day.length !== 7) return day;
  if (end === "start") return `${day}-01`;
  const [year, month] = day.split("-").map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
}

function render(core: CoreData, chunks: readonly QuoteChunk[], filter: QuoteFilter, asked: string | null) {
  const places = chunks.flatMap((chunk, c) => passing(core, chunk, filter, LISTS).map((row): Place => [c, row]));
  const { rows, page, pages } = pageOf(places, asked);
  const isAll = chunks.length >= core.chunks;
  const address = (p: number): string => to("quotes", "", { ...filter, p: String(p) });
  const summary = h(
    "p",
    { class: "summary" },
    isAll ? counted(places.length, "quotation") : `${counted(places.length, "quotation")} so far …`,
    h("span", { class: "on-paper" }, filterText(core, filter)),
    " ",
    isAll && places.length > 0 ? saveList(core, chunks, places) : undefined,
  );
  const items = rows.map(([chunk, row]) => quoteItem(core, chunks[chunk]!, row, filter.q));
  const list =
    items.length === 0 && isAll
      ? [h("p", { class: "none" }, "Nothing passes these filters.")]
      : [h("ol", { class: "rows" }, ...items), pager(page, pages, address)];
  return { items: places.length, list: [summary, ...list].filter((part) => part !== undefined) };
}
