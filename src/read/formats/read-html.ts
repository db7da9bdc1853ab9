import { InputError } from "../../model/errors.js";
import { contentId, withoutGaps } from "../article-from-record.js";
import { type Bytes, collect } from "../byte-streams.js";
import { decodeText } from "../decode-text.js";
import { blockText } from "../html/block-text.js";
import { type HtmlDocument, type HtmlElement, parsePage } from "../html/dom.js";
import { pageMetadata } from "../html/page-metadata.js";
import { type ReadContext, type ReadItem, shorten } from "../read-item.js";
import { requireText } from "./read-text.js";

/** Pages declare their charset within the first 1,024 bytes (WHATWG); some are late. */
const DECLARED_WITHIN = 4096;

interface Readable {
  readonly content: HtmlElement | null;
  readonly byline: string | null;
}

/**
 * A web page: one article. Its text is plain text made here: the headline, then what Readability takes for the article,
 * a blank line between blocks. Where schema.org's articleBody has more than twice as much (a page that scripts fill in),
 * that is the text. Throws an InputError when there is no text, or the page is built to be slow.
 */
export async function* readHtml(bytes: Bytes, { file, id, limits }: ReadContext): AsyncGenerator<ReadItem> {
  const raw = await collect(bytes, limits.recordBytes, file);
  const { text: html, notes } = requireText(decodeText(raw, declaredCharset(raw)), file);
  const document = await parsePage(html, file);
  const { title, published, authors, url, source, articleBody, unreadDate } = pageMetadata(document);
  const stated = await bodyText(articleBody, file);
  const whole = blockText(document.documentElement!);
  const { content, byline } = await readable(document);
  const read = content === null ? "" : blockText(content);
  const body = stated.length > 2 * read.length ? stated : read || whole;
  if (body === "") {
    throw new InputError("the page has no text; save it as the browser shows it, after its scripts ran", { file });
  }
  const text = title === undefined || body.startsWith(title) ? body : `${title}\n\n${body}`;
  const named = authors.length > 0 ? authors : byline === null ? [] : [byline.trim().replace(/^by\s+/i, "")];
  const article = { id: id ?? contentId(text), text, title, published, authors: [...named], url, source };
  const undated = unreadDate === undefined ? [] : [`date '${shorten(unreadDate)}' names no day for certain; left out`];
  yield { article: withoutGaps(article), origin: { file }, notes: [...notes, ...undated] };
}

/** The charset in `<meta charset>`, `<meta http-equiv>` or an XML declaration. */
function declaredCharset(raw: Buffer): string | undefined {
  const head = raw.toString("latin1", 0, DECLARED_WITHIN);
  return /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

/** The article's part of the page. The document is Readability's to take apart: nothing reads it after this. */
async function readable(document: HtmlDocument): Promise<Readable> {
  const { Readability } = (await import("@mozilla/readability")) as unknown as {
    Readability: new (page: HtmlDocument, options: object) => { parse(): Readable | null };
  };
  const options = { disableJSONLD: true, serializer: (content: HtmlElement) => content };
  return new Readability(document, options).parse() ?? { content: null, byline: null };
}

/** `articleBody` as plain text: some sites put HTML there. */
async function bodyText(articleBody: string | undefined, file: string): Promise<string> {
  if (articleBody === undefined) return "";
  if (!/<\/?[a-z][^<>]*>|&#?\w+;/i.test(articleBody)) return articleBody;
  return blockText((await parsePage(articleBody, file)).documentElement!);
}
