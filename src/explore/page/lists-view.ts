import { ENTITY_TYPES } from "../../model/mention.js";
import { type Child, h } from "./dom.js";
import { filterForm } from "./form.js";
import { articleLink, nameLink, typeOf } from "./items.js";
import { site } from "./load.js";
import { pageOf, pager } from "./pager.js";
import { to } from "./route.js";
import type { View } from "./view.js";
import { count, counted, dayText, folded, hasTerms, termsOf } from "./words.js";

/** All names, those in most articles first. */
export const namesView: View = async ({ params }) => {
  const core = await site.core();
  const { names, also, types, articles, quotes } = core.names;
  const texts = names.map((name, n) => folded(`${name} ${also[n]}`));
  const chosen = { q: params.get("q") ?? "", type: params.get("type") ?? "", sort: params.get("sort") ?? "" };
  return list({
    title: "Names",
    view: "names",
    values: chosen,
    page: params.get("p"),
    fields: (given) => [
      { name: "q", label: "Name", type: "search", value: given.q! },
      { name: "type", label: "Type", type: "select", value: given.type!, options: ENTITY_TYPES.slice(0, 3) },
      { name: "sort", label: "Most", type: "select", value: given.sort!, options: ["articles", "quotations"] },
    ],
    find: ({ q = "", type = "", sort = "" }) => {
      const terms = termsOf(q);
      const found = names
        .map((_, n) => n)
        .filter((n) => (type === "" || ENTITY_TYPES[types[n]!] === type) && hasTerms(texts[n]!, terms));
      return sort === "quotations" ? found.sort((a, b) => quotes[b]! - quotes[a]! || a - b) : found;
    },
    heads: ["Name", "Type", "Articles", "Quotations"],
    row: (n) => [
      h(
        "td",
        {},
        nameLink(core, n),
        also[n] === "" ? undefined : h("span", { class: "soft", dir: "auto" }, ` ${also[n]}`),
      ),
      h("td", { class: "soft" }, typeOf(core, n)),
      h("td", { class: "number" }, count(articles[n]!)),
      h("td", { class: "number" }, count(quotes[n]!)),
    ],
  });
};

/** All articles, the latest first. */
export const articlesView: View = async ({ params }) => {
  const core = await site.core();
  const { titles, days, outlets, quotes } = core.articles;
  const texts = titles.map(folded);
  const given = (name: string): string => params.get(name) ?? "";
  return list({
    title: "Articles",
    view: "articles",
    values: { q: given("q"), outlet: given("outlet"), from: given("from"), to: given("to") },
    page: params.get("p"),
    fields: (values) => [
      { name: "q", label: "Title", type: "search", value: values.q! },
      { name: "outlet", label: "Outlet", type: "select", value: values.outlet!, options: core.outlets },
    ],
    find: ({ q = "", outlet = "", from = "", to: until = "" }) => {
      const terms = termsOf(q);
      return titles
        .map((_, n) => n)
        .filter(
          (n) =>
            hasTerms(texts[n]!, terms) &&
            (outlet === "" || core.outlets[outlets[n]!] === outlet) &&
            (from === "" || days[n]! >= from) &&
            (until === "" || (days[n] !== "" && days[n]!.slice(0, until.length) <= until)),
        );
    },
    heads: ["Article", "Published", "Outlet", "Quotations"],
    row: (n) => [
      h("td", {}, articleLink(core, n)),
      h("td", { class: "when" }, dayText(days[n]!)),
      h("td", { class: "soft", dir: "auto" }, core.outlets[outlets[n]!] ?? ""),
      h("td", { class: "number" }, count(quotes[n]!)),
    ],
  });
};

type Values = Readonly<Record<string, string>>;

interface Listed {
  readonly title: string;
  readonly view: string;
  readonly values: Values;
  readonly page: string | null;
  readonly fields: (values: Values) => Parameters<typeof filterForm>[1];
  readonly find: (values: Values) => readonly number[];
  readonly heads: readonly string[];
  readonly row: (item: number) => readonly Child[];
}

function list({ title, view, values, page, fields, find, heads, row }: Listed): Awaited<ReturnType<View>> {
  let current = values;
  let asked = page;
  const results = h("div", { class: "results" });
  const show = (): void => {
    const found = find(current);
    const part = pageOf(found, asked);
    const period = [current.from, current.to].filter((day) => day).map((day) => dayText(day!));
    const table = h(
      "table",
      { class: "list" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...heads.map((head) => h("th", { scope: "col", class: isNumber(head) ? "number" : undefined }, head)),
        ),
      ),
      h("tbody", {}, ...part.rows.map((n) => h("tr", {}, ...row(n)))),
    );
    const next = pager(part.page, part.pages, (p) => to(view, "", { ...current, p: String(p) }));
    results.replaceChildren(
      h(
        "p",
        { class: "summary", role: "status" },
        `${counted(found.length, title.slice(0, -1).toLowerCase())}${period.length > 0 ? `, ${[...new Set(period)].join(" to ")}` : ""}`,
      ),
      table,
      ...(next ? [next] : []),
    );
  };
  const form = filterForm(`Narrow the ${title.toLowerCase()}`, fields(values), (changed) => {
    current = { ...current, ...changed };
    asked = null;
    history.replaceState(history.state, "", to(view, "", current));
    show();
  });
  show();
  return { title, content: [h("h1", {}, title), form, results] };
}

const isNumber = (head: string): boolean => head === "Articles" || head === "Quotations";
