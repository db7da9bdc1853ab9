import { InputError } from "../../model/errors.js";
import { readRecord } from "../article-from-record.js";
import { type Bytes, collect } from "../byte-streams.js";
import { decodeText } from "../decode-text.js";
import { failureOf, type ReadContext, type ReadItem } from "../read-item.js";
import { feedItemsIn, withPlainContent } from "../records/feed-items.js";
import { fieldOf, isFields } from "../records/record-values.js";
import { parseJson, readNdjson } from "./read-ndjson.js";

/**
 * A .json file: one record, a list of records, {"articles": [records]}, or a JSON Feed. Read whole, hence `fileBytes`. JSON lines under
 * this name, which many scrapers write, are read as what they are. Throws an InputError when it is no JSON at all.
 */
export async function* readJson(bytes: Bytes, context: ReadContext): AsyncGenerator<ReadItem> {
  const { file, id, limits } = context;
  const whole = await collect(bytes, limits.fileBytes, file);
  const { text, notes } = decodeText(whole);
  if (isJsonLines(text)) {
    yield* readNdjson(oneChunk(whole), context);
    return;
  }
  const value = parseJson(text, { file }, "fix it, or name it .ndjson if it has a record a line");
  const list = listIn(value);
  if (list === null) {
    const read = readRecord(value, { file }, { id });
    yield { ...read, origin: { file }, notes: [...notes, ...read.notes] };
    return;
  }
  if (list.length === 0) throw new InputError("the list holds no record; give at least one", { file });
  for (const [index, record] of list.entries()) {
    try {
      const read = readRecord(await withPlainContent(record, file), { file });
      yield { ...read, origin: { file }, notes: [...notes, ...read.notes] };
    } catch (thrown) {
      const failure = failureOf(thrown, { file });
      yield { error: { ...failure, message: `record ${index + 1}: ${failure.message}` } };
    }
  }
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  const articles = isFields(value) && fieldOf(value, "text") === undefined ? fieldOf(value, "articles") : undefined;
  return Array.isArray(articles) ? articles : feedItemsIn(value);
}

/** True when the first line is a whole object and another line follows. */
function isJsonLines(text: string): boolean {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  if (end === -1 || !start.startsWith("{") || !/\S/.test(start.slice(end, end + 200))) return false;
  try {
    return isFields(JSON.parse(start.slice(0, end)));
  } catch {
    return false; // one object over several lines, or broken: the whole is parsed next and reported
  }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
