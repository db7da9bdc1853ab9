import { type Bytes, collect } from "../byte-streams.js";
import type { RawPage } from "../raw-page.js";
import type { ReadContext } from "../read-item.js";

/** A web page, whole. Throws an InputError when it is larger than `recordBytes`. */
export async function* readHtml(bytes: Bytes, { file, id, limits }: ReadContext): AsyncGenerator<RawPage> {
  const page = await collect(bytes, limits.recordBytes, file);
  yield { page, origin: { file }, ...(id === undefined ? {} : { id }) };
}
