import { InputError } from "../../model/errors.js";
import { contentId } from "../article-from-record.js";
import { type Bytes, collect } from "../byte-streams.js";
import { type Decoded, decodeText } from "../decode-text.js";
import type { ReadContext, ReadItem } from "../read-item.js";

/** A plain-text file: one article, its text the file's own. Throws an InputError on no text, too much, or binary data. */
export async function* readText(bytes: Bytes, { file, id, limits }: ReadContext): AsyncGenerator<ReadItem> {
  const { text, notes } = requireText(decodeText(await collect(bytes, limits.recordBytes, file)), file);
  yield { article: { id: id ?? contentId(text), text }, origin: { file }, notes };
}

/** Throws an InputError when what was decoded is blank or cannot be text. */
export function requireText(decoded: Decoded, file: string): Decoded {
  if (!/\S/.test(decoded.text)) throw new InputError("the text is empty; give an article's text", { file });
  if (decoded.text.includes("\0")) {
    const reason = "holds NUL bytes: a binary file, or UTF-16 without byte order mark; convert it to UTF-8 text";
    throw new InputError(reason, { file });
  }
  return decoded;
}
