import { InputError } from "../model/errors.js";
import { contentId, withoutGaps } from "./article-from-record.js";
import { decodeText } from "./decode-text.js";
import { requireText } from "./formats/read-text.js";
import { blockText } from "./html/block-text.js";
import { type HtmlDocument, type HtmlElement, parsePage } from "./html/dom.js";
import { pageMetadata } from "./html/page-metadata.js";
import { failureOf, type Origin, type ReadFailure, type ReadItem, shorten } from "./read-item.js";

/**
 * A web page as it is stored, not yet read: reading is by far the dearest part, and a page may be built to be slow, so a
 * caller may leave it to a process that can be ended.
 */
export interface RawPage {
  readonly page: Uint8Array;
  readonly origin: Origin;
  /** The article's id; by its text when absent. */
  readonly id?: string;
  /** What its server said: the charset of the bytes, and the address, which counts where the page names none. */
  readonly charset?: string;
  readonly url?: string;
}

/** What a file gives before pages are read. */
export type StoredItem =
  | (ReadItem & { readonly page?: never })
  | (RawPage & { readonly error?: never; readonly article?: never });

/** Pages declare their charset within the first 1,024 bytes (WHATWG); some are late. */
const DECLARED_WITHIN = 4096;

interface Readable {
  readonly content: HtmlElement | null;
  readonly byline: string | null;
}

const NOTHING: Readable = { content: null, byline: null };

/** The item with its page read. Never rejects. */
export async function openStored(item: StoredItem): Promise<ReadItem> {
  if (item.page === undefined) return item;
  try {
    return await openPage(item);
  } catch (thrown) {
    const place = item.id === undefined ? {} : { id: item.id };
    return { error: { ...failureOf(thrown, item.origin), ...place } satisfies ReadFailure };
  }
}

/**
 * The article in a web page. Its text is plain text made here: the headline, then what Readability takes for the article,
 * a blank line between blocks. Where schema.org's articleBody has more than twice as much (a page that scripts fill in),
 * that is the text. Throws an InputError when there is no text, or the page is built to be slow.
 */
async function openPage({ page, origin, id, charset, url: address }: RawPage): Promise<ReadItem> {
  const raw = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const { file } = origin;
  const { text: html, notes } = requireText(decodeText(raw, charset ?? declaredCharset(raw)), file);
  const document = await parsePage(html, file);
  const { title, published, authors, url, source, articleBody, unreadDate } = pageMetadata(document);
  const stated = await bodyText(articleBody, file);
  const whole = blockText(document.documentElement!);
  const { content, byline } = await readable(document);
  const read = content === null ? "" : blockText(content);
  const body = stated.length > 2 * read.length ? stated : read || whole;
  if (body === "") {
    throw new InputError("the page has no text; save it as the browser shows it, after its scripts ran", origin);
  }
  const text = title === undefined || body.startsWith(title) ? body : `${title}\n\n${body}`;
  const named = authors.length > 0 ? authors : byline === null ? [] : [byline.trim().replace(/^by\s+/i, "")];
  const article = {
    id: id ?? contentId(text),
    text,
    title,
    published,
    authors: [...named],
    url: url ?? address,
    source,
  };
  const undated = unreadDate === undefined ? [] : [`date '${shorten(unreadDate)}' names no day for certain; left out`];
  return { article: withoutGaps(article), origin, notes: [...notes, ...undated] };
}

/** The charset in `<meta charset>`, `<meta http-equiv>` or an XML declaration. */
function declaredCharset(raw: Buffer): string | undefined {
  const head = raw.toString("latin1", 0, DECLARED_WITHIN);
  return /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

/**
 * The article's part of the page; none where Readability gives up on a broken page with an error of its own. The document
 * is Readability's to take apart: nothing reads it after this.
 */
async function readable(document: HtmlDocument): Promise<Readable> {
  const { Readability } = (await import("@mozilla/readability")) as unknown as {
    Readability: new (page: HtmlDocument, options: object) => { parse(): Readable | null };
  };
  const options = { disableJSONLD: true, serializer: (content: HtmlElement) => content };
  try {
    return new Readability(document, options).parse() ?? NOTHING;
  } catch {
    return NOTHING; // the text of the whole page stands in
  }
}

/** `articleBody` as plain text: some sites put HTML there. */
async function bodyText(articleBody: string | undefined, file: string): Promise<string> {
  if (articleBody === undefined) return "";
  if (!/<\/?[a-z][^<>]*>|&#?\w+;/i.test(articleBody)) return articleBody;
  return blockText((await parsePage(articleBody, file)).documentElement!);
}
