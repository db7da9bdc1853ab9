import { articleView } from "./article-view.js";
import { announce, byId, h } from "./dom.js";
import { articlesView, namesView } from "./lists-view.js";
import { nameView } from "./name-view.js";
import { overviewView } from "./overview-view.js";
import { placesView } from "./places-view.js";
import { quotesView } from "./quotes-view.js";
import { parseRoute, to } from "./route.js";
import { searchView } from "./search-view.js";
import type { Shown, View } from "./view.js";

const VIEWS: Readonly<Record<string, View>> = {
  "": overviewView,
  quotes: quotesView,
  names: namesView,
  name: nameView,
  places: placesView,
  articles: articlesView,
  article: articleView,
  search: searchView,
};

const siteTitle = document.documentElement.dataset.title ?? "";
const main = byId("content");
const find = byId<HTMLInputElement>("find");
/** Where a reader was in each place, to go back to. */
const scrolled = new Map<string, number>();
let shownAt = "";
let turn = 0;
const SHOWN = "shown";

async function show(): Promise<void> {
  const mine = ++turn;
  const { hash } = location;
  const isBack = history.state !== null; // places that were shown before carry a state
  const route = parseRoute(hash);
  const shown = await (VIEWS[route.view] ?? missing)(route).catch(failed);
  if (mine !== turn) return; // the reader has gone on
  const isTyping = document.activeElement === find;
  if (shownAt !== hash) announce("");
  document.title = `${shown.title} – ${siteTitle}`;
  main.replaceChildren(...shown.content.filter((child) => child !== undefined));
  for (const link of document.querySelectorAll(".bar nav a")) {
    const isHere = link.getAttribute("href") === `#/${SECTION[route.view] ?? route.view}`;
    if (isHere) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (route.view !== "search") find.value = "";
  else if (!isTyping) find.value = route.params.get("q") ?? "";
  // Readers of a screen hear the new page's heading; the first page is read from its beginning.
  if (shownAt !== "" && !isTyping) focusHeading();
  const place = isBack ? scrolled.get(hash) : 0;
  shown.after?.();
  if (place !== undefined && (place > 0 || !route.params.has("at"))) scrollTo(0, place);
  if (!isBack) history.replaceState(SHOWN, "");
  shownAt = hash === "" ? "#/" : hash;
  main.dataset.shown = shownAt;
}

/** Sections that pages of one thing belong to. */
const SECTION: Readonly<Record<string, string>> = { name: "names", article: "articles" };

function focusHeading(): void {
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

const missing: View = () => Promise.reject(new Error("There is no such page."));

const failed = (error: unknown): Shown => ({
  title: "Not found",
  content: [
    h("h1", {}, "Not found"),
    h("p", { role: "alert" }, error instanceof Error ? error.message : String(error)),
  ],
});

history.scrollRestoration = "manual";
addEventListener("scroll", () => scrolled.set(location.hash, scrollY), { passive: true });
addEventListener("click", (event) => {
  const plot = event.target instanceof Element ? event.target.closest("[data-href]") : null;
  if (plot) location.hash = plot.getAttribute("data-href")!;
});
addEventListener("hashchange", () => void show());

/** Each letter typed searches; only the first one adds a place to go back to. */
function search(): void {
  const address = to("search", "", { q: find.value.trim() });
  if (parseRoute(location.hash).view === "search") {
    history.replaceState(history.state, "", address);
    void show();
  } else location.hash = address;
}

let timer = 0;
find.addEventListener("input", () => {
  clearTimeout(timer);
  if (find.value.trim() !== "") timer = setTimeout(search, 120);
});
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
addEventListener("keydown", (event) => {
  const isField = event.target instanceof Element && event.target.matches("input, select, textarea");
  if (event.key !== "/" || isField || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  find.focus();
});

/** What a reader points at in an article is marked wherever it stands. */
function point(event: Event): void {
  const of = event.target instanceof Element ? event.target.closest("[data-of]")?.getAttribute("data-of") : undefined;
  for (const piece of main.querySelectorAll(".on")) piece.classList.remove("on");
  if (of) for (const piece of main.querySelectorAll(`[data-of="${CSS.escape(of)}"]`)) piece.classList.add("on");
}
main.addEventListener("mouseover", point);
main.addEventListener("focusin", point);

void show();
