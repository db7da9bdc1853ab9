import { publishedDate } from "../records/published-date.js";
import type { HtmlDocument, HtmlElement } from "./dom.js";
import { linkedArticle } from "./json-ld.js";

/** What a page says of its article, outside the article's text. */
export interface PageMetadata {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  readonly articleBody?: string | undefined;
  /** A date that was there but in no form that names a day. */
  readonly unreadDate?: string | undefined;
}

/** Names of meta tags (name, property or itemprop), in order of trust. */
const TITLE = ["og:title", "twitter:title", "dc.title"];
const PUBLISHED = ["article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dc.date", "date"];
const AUTHOR = ["author", "parsely-author", "dc.creator", "article:author"];
const URL_META = ["og:url", "parsely-link"];
const SITE = ["og:site_name", "application-name"];

/** schema.org data first, then meta tags, then `<link rel=canonical>`, `<time pubdate>`, `<h1>` and `<title>`. */
export function pageMetadata(document: HtmlDocument): PageMetadata {
  const linked = linkedArticle(document);
  const meta = metaTags(document);
  const named = (names: readonly string[]): readonly string[] => names.flatMap((name) => meta.get(name) ?? []);
  const dates = [linked?.published, ...named(PUBLISHED), timeOf(document)].filter((date) => date !== undefined);
  const published = dates.map(publishedDate).find((date) => date !== undefined);
  const url = [linked?.url, canonical(document), ...named(URL_META)].find((address) =>
    /^https?:\/\//.test(address ?? ""),
  );
  const authors = (linked?.authors.length ? linked.authors : named(AUTHOR)).filter(
    (name) => !/^https?:\/\//.test(name),
  );
  const decode = decoder(document);
  return {
    title: decode(linked?.headline ?? titleOf(document, named(TITLE)[0])),
    published,
    authors: authors.map((name) => decode(name)!),
    url,
    source: decode(linked?.publisher ?? named(SITE)[0] ?? hostOf(url)),
    articleBody: linked?.articleBody,
    unreadDate: published === undefined ? dates[0] : undefined,
  };
}

function metaTags(document: HtmlDocument): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const tag of document.querySelectorAll("meta[content]")) {
    const name = tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("itemprop");
    const content = tag.getAttribute("content")?.trim();
    if (!name || !content) continue;
    const key = name.trim().toLowerCase();
    const known = tags.get(key);
    if (known === undefined) tags.set(key, [content]);
    else known.push(content);
  }
  return tags;
}

const canonical = (document: HtmlDocument): string | undefined =>
  attributeOf(document, 'link[rel="canonical"]', "href");

/** A time element that says it is the publication's: other times on a page are of other things. */
const timeOf = (document: HtmlDocument): string | undefined =>
  attributeOf(document, 'time[pubdate][datetime], time[itemprop="datePublished"][datetime]', "datetime");

/** The stated title, but for what sites add to it: 'Harbor reopens | Coast Wire' under the heading 'Harbor reopens'. */
function titleOf(document: HtmlDocument, stated: string | undefined): string | undefined {
  const heading = onlyHeading(document);
  const title = stated ?? textIn(document, "title");
  return title === undefined || (heading !== undefined && title.startsWith(heading)) ? heading : title;
}

/** The text of the page's h1 when it has one only; sites' names are headings too. */
function onlyHeading(document: HtmlDocument): string | undefined {
  const headings = [...document.querySelectorAll("h1")];
  return headings.length === 1 ? folded(headings[0]!) : undefined;
}

const textIn = (document: HtmlDocument, selector: string): string | undefined =>
  [...document.querySelectorAll(selector)].map(folded).find((text) => text !== undefined);

function attributeOf(document: HtmlDocument, selector: string, name: string): string | undefined {
  const [element] = document.querySelectorAll(selector);
  return element?.getAttribute(name)?.trim() || undefined;
}

const folded = (element: HtmlElement): string | undefined =>
  element.textContent.replace(/\s+/g, " ").trim() || undefined;

/** Resolves the entities that JSON-LD and doubly escaped meta tags carry; '<' cannot open an element here. */
function decoder(document: HtmlDocument): (text: string | undefined) => string | undefined {
  return (text) => {
    if (text === undefined || !text.includes("&")) return text;
    const element = document.createElement("p");
    element.innerHTML = text.replaceAll("<", "&lt;");
    return folded(element);
  };
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./, "");
}
