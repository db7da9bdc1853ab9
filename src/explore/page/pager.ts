import { h } from "./dom.js";
import { count } from "./words.js";

/** Rows on a page of a list. */
const ROWS = 100;

/** The part of a list that a page shows. Pages count from 1; one beyond the end is the last. */
export function pageOf<Item>(
  items: readonly Item[],
  page: string | null,
): { rows: readonly Item[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / ROWS));
  const wanted = Math.min(pages, Math.max(1, Number.parseInt(page ?? "1", 10) || 1));
  return { rows: items.slice((wanted - 1) * ROWS, wanted * ROWS), page: wanted, pages };
}

/** Links to the pages before and after. `address` gives the address of a page. */
export function pager(page: number, pages: number, address: (page: number) => string): HTMLElement | undefined {
  if (pages === 1) return undefined;
  const link = (label: string, wanted: number, rel: string): HTMLElement =>
    wanted < 1 || wanted > pages ? h("span", { class: "off" }, label) : h("a", { href: address(wanted), rel }, label);
  return h(
    "nav",
    { class: "pager", "aria-label": "Pages" },
    link("← Previous", page - 1, "prev"),
    h("span", {}, `Page ${count(page)} of ${count(pages)}`),
    link("Next →", page + 1, "next"),
  );
}
