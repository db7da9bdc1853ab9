import MiniSearch from "minisearch";
import type { CoreData } from "../site-data.js";
import { h } from "./dom.js";
import { articleLink, highlighted, nameLink, placeText, quoteItem, typeOf } from "./items.js";
import { LISTS, NO_FILTER } from "./kinds.js";
import { site } from "./load.js";
import { passing } from "./quote-rows.js";
import { to } from "./route.js";
import type { View } from "./view.js";
import { count, counted, folded } from "./words.js";

/** Results of each sort that are shown. */
const SHOWN = 15;
const QUOTES = 12;
/** Share of a word's letters that may be wrong; short words must be right. */
const FUZZY = 0.2;

interface Indexes {
  readonly names: MiniSearch;
  readonly articles: MiniSearch;
}

let made: Indexes | undefined;

/** Made at the first search: it takes a moment. */
function indexes({ names, articles }: CoreData): Indexes {
  const options = { processTerm: (term: string) => folded(term) || null };
  const byName = new MiniSearch({ ...options, fields: ["name", "also"] });
  byName.addAll(names.names.map((name, id) => ({ id, name, also: names.also[id] })));
  const byTitle = new MiniSearch({ ...options, fields: ["title"] });
  byTitle.addAll(articles.titles.map((title, id) => ({ id, title })));
  return { names: byName, articles: byTitle };
}

/** Names and articles that match, also when a letter is wrong; quotations are a step away. */
export const searchView: View = async ({ params }) => {
  const q = params.get("q") ?? "";
  const core = await site.core();
  made ??= indexes(core);
  const fuzzy = (term: string): number | false => (term.length > 4 ? FUZZY : false);
  // A name in many articles comes before one of the same words in few.
  const boostDocument = (id: number): number => 1 + Math.log10(1 + core.names.articles[id]!);
  const options = { prefix: true, fuzzy, combineWith: "AND" as const };
  const names = made.names.search(q, { ...options, boost: { name: 2 }, boostDocument });
  const articles = made.articles.search(q, options);
  const section = (title: string, items: readonly HTMLElement[], total: number, all: string): HTMLElement =>
    h(
      "section",
      {},
      h("h2", {}, `${title} ${count(total)}`),
      items.length === 0 ? h("p", { class: "none" }, "none") : h("ul", { class: "plain" }, ...items),
      total > items.length ? h("p", {}, h("a", { href: all }, `All that hold these words`)) : undefined,
    );
  const quotes = h("section", { "aria-busy": "true" });
  return {
    title: `Search: ${q}`,
    content: [
      h("h1", {}, "Search", q === "" ? undefined : h("span", { class: "soft", dir: "auto" }, ` ${q}`)),
      h(
        "div",
        { class: "columns" },
        section(
          "Names",
          names
            .slice(0, SHOWN)
            .map(({ id }) =>
              h(
                "li",
                {},
                nameLink(core, id),
                h("span", { class: "from" }, ` ${typeOf(core, id)} · ${counted(core.names.articles[id]!, "article")}`),
                core.names.also[id] === ""
                  ? undefined
                  : h("div", { class: "soft small", dir: "auto" }, ...highlighted(core.names.also[id]!, q)),
              ),
            ),
          names.length,
          to("names", "", { q }),
        ),
        section(
          "Articles",
          articles
            .slice(0, SHOWN)
            .map(({ id }) =>
              h("li", {}, articleLink(core, id), h("span", { class: "from" }, ` ${placeText(core, id)}`)),
            ),
          articles.length,
          to("articles", "", { q }),
        ),
      ),
      quotes,
    ],
    after: () => {
      fillQuotes(quotes, core, q).catch((error: Error) => quotes.append(h("p", { role: "alert" }, error.message)));
    },
  };
};

/** Loads the quotations and lists the latest that hold the words, or whose speaker's name does. */
async function fillQuotes(section: HTMLElement, core: CoreData, q: string): Promise<void> {
  const items: HTMLElement[] = [];
  let found = 0;
  for (let n = 0; n < core.chunks && q !== ""; n++) {
    const chunk = await site.quotes(n);
    if (n > 0 && !section.isConnected) return; // the reader has gone on
    const held = [{ q }, { who: q }].flatMap((asked) => passing(core, chunk, { ...NO_FILTER, ...asked }, LISTS));
    const rows = [...new Set(held)].sort((a, b) => a - b);
    found += rows.length;
    items.push(...rows.slice(0, QUOTES - items.length).map((row) => quoteItem(core, chunk, row, q)));
  }
  const link = (label: string, params: Readonly<Record<string, string>>): HTMLElement =>
    h("a", { href: to("quotes", "", params) }, label);
  section.replaceChildren(
    h("h2", {}, `Quotations ${count(found)}`),
    h("ol", { class: "rows" }, ...items),
    h("p", {}, link("All with these words", { q }), " ", link("All of speakers with this name", { who: q })),
  );
  section.setAttribute("aria-busy", "false");
}
