import type { CoreData, NameData } from "../site-data.js";
import { h } from "./dom.js";
import { articleLink, nameLink, placeText } from "./items.js";
import { shareBar } from "./share-bar.js";
import { count, counted, dayText } from "./words.js";

/** Rows that are shown at first. */
const ROLES = 14;
const ARTICLES = 40;

/** What it is called, each with the time from its first article to its last. */
export function rolesList({ roles }: NameData): HTMLElement | undefined {
  if (roles.length === 0) return undefined;
  const time = (day: string): number => Date.parse(day.length === 4 ? `${day}-01-01` : day) || 0;
  const dated = roles.filter(([, first]) => first !== "");
  const start = Math.min(...dated.map(([, first]) => time(first)));
  const span = Math.max(...dated.map(([, , last]) => time(last))) - start;
  const shown = [...roles]
    .sort((a, b) => b[3] - a[3])
    .slice(0, ROLES)
    .sort((a, b) => roles.indexOf(a) - roles.indexOf(b));
  return h(
    "section",
    {},
    h("h2", {}, "Roles over time"),
    h(
      "table",
      { class: "shares" },
      h(
        "thead",
        { class: "hidden" },
        h("tr", {}, ...["Role", "Time", "From", "Articles"].map((label) => h("th", { scope: "col" }, label))),
      ),
      h(
        "tbody",
        {},
        ...shown.map(([role, first, last, amount]) =>
          h(
            "tr",
            {},
            h("th", { scope: "row", dir: "auto" }, role),
            h(
              "td",
              { class: "bar" },
              span > 0 && first !== ""
                ? shareBar((time(last) - time(first)) / span, (0.98 * (time(first) - start)) / span)
                : "",
            ),
            h("td", { class: "soft" }, periodText(first, last)),
            h("td", { class: "number" }, count(amount)),
          ),
        ),
      ),
    ),
    roles.length > ROLES ? h("p", { class: "soft" }, `and ${counted(roles.length - ROLES, "other")}`) : undefined,
  );
}

/** Months are enough for a period. */
function periodText(first: string, last: string): string {
  if (first === last) return dayText(first);
  return [...new Set([first, last].map((day) => dayText(day.slice(0, 7))))].join(" – ");
}

/** Who and what is named in the same articles. */
export function companionsList(core: CoreData, { companions }: NameData): HTMLElement | undefined {
  if (companions.length === 0) return undefined;
  const most = companions[0]![1];
  return h(
    "section",
    {},
    h("h2", {}, "Mentioned with"),
    h(
      "table",
      { class: "shares" },
      h("caption", {}, "Articles that name both"),
      h(
        "tbody",
        {},
        ...companions.map(([name, amount]) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, nameLink(core, name)),
            h("td", { class: "bar" }, shareBar(amount / most)),
            h("td", { class: "number" }, count(amount)),
          ),
        ),
      ),
    ),
  );
}

/** Its articles, the latest first. */
export function articlesList(core: CoreData, { articles }: NameData): HTMLElement {
  const list = (rows: NameData["articles"]): HTMLElement =>
    h(
      "ul",
      { class: "plain" },
      ...rows.map(([article, amount]) =>
        h(
          "li",
          {},
          articleLink(core, article),
          h("span", { class: "from" }, ` ${placeText(core, article)} · ×${count(amount)}`),
        ),
      ),
    );
  const more = articles.slice(ARTICLES);
  return h(
    "section",
    {},
    h("h2", {}, `Articles ${count(articles.length)}`),
    list(articles.slice(0, ARTICLES)),
    more.length > 0 ? h("details", {}, h("summary", {}, `${count(more.length)} more`), list(more)) : undefined,
  );
}
