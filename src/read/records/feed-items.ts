import { blockText } from "../html/block-text.js";
import { parsePage } from "../html/dom.js";
import { fieldOf, isBlank, isFields } from "./record-values.js";

/** The items of a JSON Feed (jsonfeed.org), or null for anything else. The feed's title stands as the items' source. */
export function feedItemsIn(value: unknown): readonly unknown[] | null {
  if (!isFields(value) || fieldOf(value, "text") !== undefined) return null;
  const items = fieldOf(value, "items");
  if (!Array.isArray(items)) return null;
  const title = fieldOf(value, "title");
  return typeof title !== "string" ? items : items.map((item) => (isFields(item) ? { source: title, ...item } : item));
}

/**
 * A feed's item with its `content_html` as plain text, a blank line between blocks, where it gives no `content_text`; any
 * other record as it is. Throws an InputError when the HTML is built to be slow.
 */
export async function withPlainContent(record: unknown, file: string): Promise<unknown> {
  if (!isFields(record)) return record;
  const html = fieldOf(record, "content_html");
  if (typeof html !== "string" || !isBlank(fieldOf(record, "content_text"), false)) return record;
  return { ...record, content_text: blockText((await parsePage(html, file)).documentElement!) };
}
