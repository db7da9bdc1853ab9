/**
 * The page's script, a convenience: it marks all occurrences of what the reader points at or tabs to, and n and p go to
 * the next and previous one. It is a constant: it reads the page's own attributes, and no article ever gets into it.
 */
export const PAGE_SCRIPT = `
"use strict";
const all = (of) => [...document.querySelectorAll("[data-of]")].filter((e) => e.dataset.of === of);
let current = "";
function mark(target) {
  const item = target instanceof Element ? target.closest("[data-of]") : null;
  if (!item || item.dataset.of === current) return;
  current = item.dataset.of;
  for (const e of document.querySelectorAll(".on")) e.classList.remove("on");
  for (const e of all(current)) e.classList.add("on");
}
addEventListener("mouseover", (event) => mark(event.target));
addEventListener("focusin", (event) => mark(event.target));
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== "n" && event.key !== "p")) return;
  const places = all(current).filter((e) => e.closest("article") && (e.id || e.matches("a")));
  if (places.length === 0) return;
  const at = places.indexOf(document.activeElement);
  const step = event.key === "n" ? 1 : -1;
  const next = places[at < 0 ? (step > 0 ? 0 : places.length - 1) : (at + step + places.length) % places.length];
  next.tabIndex = 0;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
});
`;
