import type { CoreData, PlaceRow } from "../site-data.js";
import { h, svg } from "./dom.js";
import { nameLink } from "./items.js";
import { site } from "./load.js";
import { pageOf, pager } from "./pager.js";
import { to } from "./route.js";
import type { View } from "./view.js";
import { count, counted } from "./words.js";

/** Places by the articles that name them; a map of those whose coordinates are known. */
export const placesView: View = async ({ params }) => {
  const core = await site.core();
  const { rows, page, pages } = pageOf(core.places, params.get("p"));
  const hasCountries = core.places.some(([, , , , , country]) => country !== null);
  const heads = ["Place", ...(hasCountries ? ["Country"] : []), "Articles", "Mentions", "Outlets"];
  return {
    title: "Places",
    content: [
      h("h1", {}, "Places"),
      map(core),
      h("p", { class: "summary" }, counted(core.places.length, "place")),
      h(
        "table",
        { class: "list" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ...heads.map((head) =>
              h("th", { scope: "col", class: /^(Place|Country)$/.test(head) ? undefined : "number" }, head),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          ...rows.map(([name, mentions, outlets, , , country]) =>
            h(
              "tr",
              {},
              h("td", {}, nameLink(core, name)),
              hasCountries ? h("td", { class: "soft" }, country ?? "") : undefined,
              h("td", { class: "number" }, count(core.names.articles[name]!)),
              h("td", { class: "number" }, count(mentions)),
              h("td", { class: "number" }, count(outlets)),
            ),
          ),
        ),
      ),
      pager(page, pages, (p) => to("places", "", { p: String(p) })),
    ],
  };
};

/** Degrees between the lines of the graticule. */
const GRID = 30;
const NORTH = 84;
const SOUTH = -60;

/** An equirectangular map: a graticule, and a dot for each place as large as its articles are many. */
function map(core: CoreData): HTMLElement | undefined {
  const located = core.places.filter((place): place is Located => place[3] !== null && place[4] !== null);
  if (located.length === 0) return undefined;
  const most = Math.max(...located.map(([name]) => core.names.articles[name]!));
  const lines = [
    ...steps(-180, 180).map((lon) => svg("line", { x1: lon, x2: lon, y1: -NORTH, y2: -SOUTH })),
    ...steps(-60, 60).map((lat) =>
      svg("line", { x1: -180, x2: 180, y1: -lat, y2: -lat, class: lat === 0 ? "equator" : undefined }),
    ),
  ];
  const dots = located.map(([name, , , lat, lon]) => {
    const articles = core.names.articles[name]!;
    const dot = svg(
      "circle",
      { cx: lon, cy: -lat, r: 0.7 + 2.6 * Math.sqrt(articles / most), "data-href": to("name", core.names.ids[name]) },
      svg("title", {}, `${core.names.names[name]}: ${counted(articles, "article")}`),
    );
    return dot;
  });
  return h(
    "figure",
    { class: "map" },
    svg(
      "svg",
      { viewBox: `-180 ${-NORTH} 360 ${NORTH - SOUTH}`, "aria-hidden": "true" },
      svg("g", { class: "grid" }, ...lines),
      ...dots,
    ),
    h(
      "figcaption",
      { class: "soft" },
      `${count(located.length)} of ${counted(core.places.length, "place")} by longitude and latitude, a line every ${GRID}°; the table has them all.`,
    ),
  );
}

type Located = PlaceRow &
  readonly [name: number, mentions: number, outlets: number, lat: number, lon: number, country: string | null];

const steps = (from: number, until: number): readonly number[] =>
  Array.from({ length: (until - from) / GRID + 1 }, (_, n) => from + GRID * n);
