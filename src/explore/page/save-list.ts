import { QUOTE_KINDS } from "../../model/quote.js";
import type { CoreData, QuoteChunk } from "../site-data.js";
import { h } from "./dom.js";
import type { Place } from "./quote-rows.js";

const COLUMNS = ["published", "outlet", "speaker", "kind", "cue", "text", "article"] as const;

/** A button that saves the quotations listed as CSV (RFC 4180), made when it is pressed. */
export function saveList(core: CoreData, chunks: readonly QuoteChunk[], places: readonly Place[]): HTMLElement {
  const button = h("button", { type: "button", class: "quiet" }, "Save as CSV");
  button.addEventListener("click", () => {
    const rows = places.map(([c, row]) => {
      const chunk = chunks[c]!;
      const article = chunk.articles[row]!;
      const speaker = chunk.speakers[row]!;
      return [
        core.articles.days[article]!,
        core.outlets[core.articles.outlets[article]!] ?? "",
        speaker >= 0 ? core.names.names[speaker]! : chunk.words[chunk.sources[row]!]!,
        QUOTE_KINDS[chunk.kinds[row]!]!,
        chunk.words[chunk.cues[row]!]!,
        chunk.texts[row]!,
        core.articles.titles[article]!,
      ];
    });
    const text = [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
    const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }));
    h("a", { href: url, download: "quotes.csv" }).click();
    URL.revokeObjectURL(url);
  });
  return button;
}

/** Spreadsheets run cells that begin like a formula: a leading apostrophe stops them (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
