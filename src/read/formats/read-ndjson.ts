import { InputError } from "../../model/errors.js";
import { readRecord } from "../article-from-record.js";
import { asUtf8, type Bytes } from "../byte-streams.js";
import { decodeText } from "../decode-text.js";
import { failureOf, type Origin, type ReadContext, type ReadItem, type ReadRecord, shorten } from "../read-item.js";
import { splitLines } from "../split-lines.js";

/**
 * JSON records one a line, in order, one line in memory at a time. A line that is no JSON, has no text or is longer than
 * `recordBytes` is a failure of that line alone. Blank lines are skipped.
 */
export async function* readNdjson(bytes: Bytes, { file, limits }: ReadContext): AsyncGenerator<ReadItem> {
  for await (const line of splitLines(asUtf8(bytes), limits.recordBytes, { skipsBlank: true })) {
    const origin = { file, line: line.number };
    try {
      if (line.bytes === null) {
        throw new InputError(`the line is longer than ${limits.recordBytes} bytes; drop it or raise the limit`, origin);
      }
      const { text, notes } = decodeText(line.bytes);
      if (!/\S/.test(text)) continue;
      const read = parseRecord(text, origin);
      yield { ...read, origin, notes: [...notes, ...read.notes] };
    } catch (thrown) {
      yield { error: failureOf(thrown, origin) };
    }
  }
}

/** The article in one line of JSON. Throws an InputError with the parser's complaint. */
function parseRecord(line: string, origin: Origin): ReadRecord {
  return readRecord(parseJson(line, origin, "fix the line or drop it"), origin);
}

/** JSON.parse with an InputError that says where and what to do. */
export function parseJson(json: string, origin: Origin, mend: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const complaint = cause instanceof Error ? shorten(cause.message) : String(cause);
    throw new InputError(`not JSON (${complaint}); ${mend}`, origin, { cause });
  }
}
