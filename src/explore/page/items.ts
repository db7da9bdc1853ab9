import { ENTITY_TYPES } from "../../model/mention.js";
import { QUOTE_KINDS } from "../../model/quote.js";
import type { CoreData, QuoteChunk } from "../site-data.js";
import { type Child, h } from "./dom.js";
import { to } from "./route.js";
import { dayText, termsOf } from "./words.js";

/** A link to a name's page. */
export const nameLink = (core: CoreData, name: number): HTMLElement =>
  h("a", { href: to("name", core.names.ids[name]), class: "name", dir: "auto" }, core.names.names[name]!);

/** 'person', 'organization' … */
export const typeOf = (core: CoreData, name: number): string => ENTITY_TYPES[core.names.types[name]!] ?? "other";

/** A link to an article, and to a place in it. */
export const articleLink = (core: CoreData, article: number, at = "", label?: string): HTMLElement =>
  h(
    "a",
    { href: to("article", core.articles.keys[article], { at }), class: "article", dir: "auto" },
    label ?? core.articles.titles[article]!,
  );

/** Where and when: '7 Feb 2025 · The Holm Post'. */
export function placeText(core: CoreData, article: number): string {
  const outlet = core.outlets[core.articles.outlets[article]!];
  return [dayText(core.articles.days[article]!), outlet ?? ""].filter((part) => part !== "").join(" · ");
}

/** A text with the terms of a query marked. */
export function highlighted(text: string, query: string): readonly Child[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [text];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${terms.map(escaped).join("|")})`, "giu");
  return text.split(pattern).map((piece, n) => (n % 2 === 1 ? h("mark", {}, piece) : piece));
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** One quotation in a list. */
export function quoteItem(core: CoreData, chunk: QuoteChunk, row: number, query: string): HTMLElement {
  const article = chunk.articles[row]!;
  const speaker = chunk.speakers[row]!;
  const cue = chunk.words[chunk.cues[row]!]!;
  return h(
    "li",
    { class: "row" },
    h(
      "p",
      { class: "who" },
      speaker >= 0
        ? nameLink(core, speaker)
        : h("span", { class: "nobody", dir: "auto" }, chunk.words[chunk.sources[row]!] || "no source"),
      cue === "" ? undefined : h("span", { class: "cue" }, ` ${cue}`),
    ),
    quoteText(QUOTE_KINDS[chunk.kinds[row]!]!, highlighted(chunk.texts[row]!, query)),
    h(
      "p",
      { class: "from" },
      h("span", { class: "when" }, placeText(core, article)),
      " ",
      articleLink(core, article, chunk.ids[row]!),
    ),
  );
}

/** What was said; only direct speech stands in quotation marks. */
export const quoteText = (kind: string, children: readonly Child[]): HTMLElement =>
  h("blockquote", { dir: "auto", class: kind, title: kind }, ...children);
