import MiniSearch from "minisearch";
import type { CoreData } from "../site-data.js";
import { h } from "./dom.js";
import { articleLink, highlighted, nameLink, placeText, typeOf } from "./items.js";
import { site } from "./load.js";
import { to } from "./route.js";
import type { View } from "./view.js";
import { count, counted, folded } from "./words.js";

/** Results of each sort that are shown. */
const SHOWN = 25;
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
  return {
    title: `Search: ${q}`,
    content: [
      h("h1", {}, "Search", q === "" ? undefined : h("span", { class: "soft", dir: "auto" }, ` ${q}`)),
      h(
        "p",
        { class: "lead" },
        h("a", { href: to("quotes", "", { q }) }, "Quotations with these words"),
        " · ",
        h("a", { href: to("quotes", "", { who: q }) }, "Quotations of speakers with this name"),
      ),
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
    ],
  };
};
