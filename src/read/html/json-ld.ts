import { type Fields, fieldOf, isFields, nameIn } from "../records/record-values.js";
import type { HtmlDocument } from "./dom.js";

/** What a page's schema.org data says of its article; strings as they stand there. */
export interface LinkedArticle {
  readonly headline?: string | undefined;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly articleBody?: string | undefined;
}

/** schema.org's Article and its kinds (schema.org/Article, schema.org/NewsArticle): all news kinds end alike. */
const ARTICLE_TYPE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/;
/** Objects looked through; sites with a whole @graph have some dozens. */
const MAX_NODES = 10_000;

/** The first article in the page's JSON-LD, also inside lists and `@graph`; NewsArticle goes before other kinds. */
export function linkedArticle(document: HtmlDocument): LinkedArticle | null {
  const nodes = linkedNodes(document);
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const article = articles.find((node) => typesOf(node).some((type) => type.endsWith("NewsArticle"))) ?? articles[0];
  if (article === undefined) return null;
  const byId = new Map(nodes.map((node) => [fieldOf(node, "@id"), node]));
  const resolve = (value: unknown): unknown => {
    const isReference = isFields(value) && fieldOf(value, "name") === undefined;
    return isReference ? (byId.get(fieldOf(value, "@id")) ?? value) : value;
  };
  const text = (key: string): string | undefined => textOf(fieldOf(article, key));
  return {
    headline: text("headline") ?? text("name"),
    published: text("datePublished"),
    authors: listOf(fieldOf(article, "author"))
      .map((author) => nameIn(resolve(author)))
      .filter((name) => name !== undefined),
    publisher: nameIn(resolve(listOf(fieldOf(article, "publisher"))[0])),
    url: text("url") ?? idOf(fieldOf(article, "mainEntityOfPage")),
    articleBody: text("articleBody"),
  };
}

/** Every object with a type, in page order, from scripts that are JSON; those that are not give nothing. */
function linkedNodes(document: HtmlDocument): readonly Fields[] {
  const nodes: Fields[] = [];
  const waiting: unknown[] = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => parsed(script.textContent))
    .reverse();
  for (let looked = 0; waiting.length > 0 && looked < MAX_NODES; looked++) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_NODES).reverse());
    if (!isFields(value)) continue;
    if (fieldOf(value, "@type") !== undefined) nodes.push(value);
    waiting.push(fieldOf(value, "mainEntity"), fieldOf(value, "@graph"));
  }
  return nodes;
}

/** JSON, also within the comment or CDATA marks that some systems put around it, and with raw line ends in strings. */
function parsed(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, "")
    .replace(/[\n\r\t]+/g, " ");
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // broken data of the page: its meta tags and text are still there
  }
}

const typesOf = (node: Fields): readonly string[] =>
  listOf(fieldOf(node, "@type")).filter((type) => typeof type === "string");

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && /\S/.test(value) ? value.trim() : undefined;

const idOf = (value: unknown): string | undefined => textOf(isFields(value) ? fieldOf(value, "@id") : value);
