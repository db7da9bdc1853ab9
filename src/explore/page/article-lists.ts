import type { ArticleData } from "../site-data.js";
import { type Child, h } from "./dom.js";
import { quoteText } from "./items.js";
import { to } from "./route.js";
import { count } from "./words.js";

const TITLES: readonly (readonly [type: string, title: string])[] = [
  ["person", "People"],
  ["organization", "Organizations"],
  ["place", "Places"],
  ["other", "Other names"],
];

/** What was said, and apart from it what was thought, known or wanted. */
const QUOTE_LISTS: readonly (readonly [title: string, isListed: (attitude: string) => boolean])[] = [
  ["Quotations", (attitude) => attitude === "assertion"],
  ["Attitudes", (attitude) => attitude !== "assertion"],
];

/** Lists of what an article holds; empty ones are left out. `key` is the article's, for links to places in its text. */
export function articleLists(data: ArticleData, key: string): HTMLElement {
  const { entities, quotes, times, claims, problems } = data;
  const entity = (n: number): Child => {
    const [id, , name, roles, mentions] = entities[n]!;
    return h(
      "li",
      { "data-of": `entity-${n}` },
      id === ""
        ? h("span", { class: "nobody", dir: "auto" }, name)
        : h("a", { href: to("name", id), dir: "auto" }, name),
      roles === "" ? undefined : h("span", { class: "soft", dir: "auto" }, `, ${roles}`),
      h("span", { class: "soft" }, ` ×${mentions}`),
    );
  };
  const speaker = (n: number, source: string): Child => {
    const found = entities[n];
    if (found === undefined || found[0] === "")
      return h("span", { class: "nobody", dir: "auto" }, source || "no source");
    return h("a", { href: to("name", found[0]), dir: "auto" }, found[2]);
  };
  const at = (id: string, label: string): Child =>
    h("a", { href: to("article", key, { at: id }), class: "no", "aria-label": `${label} in the text` }, label);
  return h(
    "aside",
    { "aria-label": "What it holds" },
    ...TITLES.map(([type, title]) => {
      const found = entities.flatMap((one, n) => (one[1] === type ? [entity(n)] : []));
      return section(title, found.length, h("ul", { class: "plain" }, ...found));
    }),
    ...QUOTE_LISTS.map(([title, isListed]) => {
      const listed = quotes.flatMap(([id, kind, attitude, of, source, text], n) =>
        isListed(attitude)
          ? [
              h(
                "li",
                { "data-of": `quote-${n}` },
                at(id, String(n + 1)),
                " ",
                speaker(of, source),
                h("span", { class: "soft" }, ` ${kind}, ${attitude}`),
                quoteText(kind, [text.replace(/\s+/g, " ")]),
              ),
            ]
          : [],
      );
      return section(title, listed.length, h("ol", { class: "plain" }, ...listed));
    }),
    section(
      "Dates",
      times.length,
      h(
        "table",
        {},
        h(
          "tbody",
          {},
          ...times.map(([text, value, type], n) =>
            h(
              "tr",
              { "data-of": `time-${n}` },
              h("td", { dir: "auto" }, text.replace(/\s+/g, " ")),
              h("td", { class: "soft", title: type }, value === "" ? "no value" : value),
            ),
          ),
        ),
      ),
    ),
    claims.length === 0
      ? undefined
      : h(
          "details",
          {},
          h("summary", {}, h("h2", {}, `Claims ${count(claims.length)}`)),
          h(
            "ol",
            { class: "plain" },
            ...claims.map(([id, how, by, text], n) =>
              h(
                "li",
                { "data-of": `claim-${n}` },
                at(id, String(n + 1)),
                h("span", { dir: "auto" }, ` ${text.replace(/\s+/g, " ")}`),
                h(
                  "span",
                  { class: "soft", dir: "auto" },
                  [how, by].some(Boolean) ? ` ${[by, how].filter(Boolean).join(": ")}` : "",
                ),
              ),
            ),
          ),
        ),
    section(
      "Doubts",
      problems.length,
      h("ul", { class: "plain" }, ...problems.map((problem) => h("li", { dir: "auto" }, problem))),
    ),
  );
}

const section = (title: string, amount: number, list: HTMLElement): Child =>
  amount === 0 ? undefined : h("section", {}, h("h2", {}, `${title} ${count(amount)}`), list);
