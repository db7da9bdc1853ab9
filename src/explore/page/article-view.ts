import type { ArticleData } from "../site-data.js";
import { articleLists } from "./article-lists.js";
import { articleText } from "./article-text.js";
import { h } from "./dom.js";
import { site } from "./load.js";
import type { Shown, View } from "./view.js";
import { dayText } from "./words.js";

/** Switches of the marks: see the style's `#show-…`. */
const SWITCHES: readonly (readonly [name: string, className: string])[] = [
  ["People", "mention person"],
  ["Organizations", "mention organization"],
  ["Places", "mention place"],
  ["Other", "mention other"],
  ["Dates", "time"],
  ["Quotations", "quote"],
  ["Claims", "claim"],
];

/** The article shown last. Its own elements are shown again, so that switches and opened lists stay as they are. */
let last: { readonly id: string; readonly shown: Shown } | undefined;

/** One article: its text with everything marked that was found, and lists of it. Loads the article's own file only. */
export const articleView: View = async ({ id, params }) => {
  const data = await site.article(id);
  if (last?.id !== id) last = { id, shown: articlePage(data, id) };
  return { ...last.shown, after: () => goTo(data, params.get("at") ?? "") };
};

function articlePage(data: ArticleData, id: string): Shown {
  const about = [dayText(data.day.slice(0, 10)), data.outlet, data.bylines === "" ? "" : `by ${data.bylines}`]
    .filter((part) => part !== "")
    .join(" · ");
  const isLinked = /^https?:\/\//i.test(data.url);
  return {
    title: data.title,
    content: [
      h("h1", { dir: "auto" }, data.title),
      h(
        "p",
        { class: "lead" },
        h("span", { dir: "auto" }, about),
        isLinked ? " · " : undefined,
        isLinked ? h("a", { href: data.url, rel: "noreferrer noopener" }, "as published") : undefined,
      ),
      h(
        "fieldset",
        { class: "layers" },
        h("legend", {}, "Show"),
        ...SWITCHES.map(([name, className]) =>
          h(
            "label",
            {},
            h("input", {
              type: "checkbox",
              id: `show-${name.toLowerCase()}`,
              checked: name !== "Claims",
              autocomplete: "off",
            }),
            " ",
            h("span", { class: className }, name),
          ),
        ),
      ),
      h("div", { class: "columns wide reading" }, articleText(data), articleLists(data, id)),
    ],
  };
}

/** Leads to a quotation or claim that the address names, and marks it. */
function goTo({ quotes, claims }: ArticleData, at: string): void {
  for (const piece of document.querySelectorAll(".target")) piece.classList.remove("target");
  const [kind, list] = claims.some(([id]) => id === at) ? (["claim", claims] as const) : (["quote", quotes] as const);
  const number = list.findIndex((item) => item[0] === at);
  if (number < 0) return;
  if (kind === "claim") (document.getElementById("show-claims") as HTMLInputElement).checked = true;
  const of = `[data-of="${kind}-${number}"]`;
  const inText = document.querySelectorAll(`article .${kind}${of}`);
  const pieces = inText.length > 0 ? inText : document.querySelectorAll(of); // an article without text has its lists
  for (const piece of pieces) piece.classList.add("target");
  pieces[0]?.scrollIntoView({ block: "center" });
}
