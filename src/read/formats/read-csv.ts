import { Readable } from "node:stream";
import type { Options } from "csv-parse";
import { InputError } from "../../model/errors.js";
import { readRecord } from "../article-from-record.js";
import { asUtf8, type Bytes, peek } from "../byte-streams.js";
import { type Decoded, decodeText } from "../decode-text.js";
import { failureOf, type ReadContext, type ReadItem } from "../read-item.js";
import { tableRow } from "../records/record-shapes.js";

/** What may stand between fields, likeliest first. */
const DELIMITERS = [",", ";", "\t", "|"] as const;

interface Row {
  readonly record: readonly string[];
  /** `lines` is the line the row ends on. */
  readonly info: { readonly lines: number };
}

/**
 * A CSV table with a header row, one article a row, streamed. Columns go by name, in any case: title, text | content |
 * body, date | published, publication | source, url, author, id. A row without text is a failure of that row; a quotation
 * mark that is never closed, or a row longer than `recordBytes`, ends the file with a failure, since no later row is sure.
 */
export async function* readCsv(bytes: Bytes, { file, limits }: ReadContext): AsyncGenerator<ReadItem> {
  const { head, bytes: all } = await peek(asUtf8(bytes), 4096);
  let columns: readonly string[] | undefined;
  let line = 1;
  for await (const { record, info } of rows(all, delimiterOf(head), limits.recordBytes, file)) {
    const origin = { file, line };
    line = info.lines + 1;
    if (columns === undefined) {
      columns = record.map((name) => text(name).text.trim().toLowerCase().replaceAll(" ", "_"));
      continue;
    }
    try {
      const notes = new Set<string>();
      const fields = columns.map((column, index) => {
        const decoded = text(record[index] ?? "");
        for (const note of decoded.notes) notes.add(note);
        return [column, decoded.text === "" ? undefined : decoded.text] as const;
      });
      const read = readRecord(Object.fromEntries(fields), origin, { shape: tableRow });
      yield { ...read, origin, notes: [...notes, ...read.notes] };
    } catch (thrown) {
      yield { error: failureOf(thrown, origin) };
    }
  }
  if (columns === undefined) throw new InputError("no header row; name the columns in the first line", { file });
}

/** Rows as byte strings (latin1), so that each field is decoded on its own and a bad one spoils no other. */
async function* rows(bytes: Bytes, delimiter: string, maxBytes: number, file: string): AsyncGenerator<Row> {
  const { parse } = await import("csv-parse");
  const parser = parse({
    delimiter,
    encoding: "latin1",
    info: true,
    max_record_size: maxBytes,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  } satisfies Options);
  const source = Readable.from(bytes);
  source.on("error", (cause) => parser.destroy(cause));
  source.pipe(parser);
  try {
    yield* parser as AsyncIterable<Row>;
  } catch (thrown) {
    throw explained(thrown, file, maxBytes);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function explained(thrown: unknown, file: string, maxBytes: number): unknown {
  if (!(thrown instanceof Error && "code" in thrown)) return thrown;
  const line = "lines" in thrown && typeof thrown.lines === "number" ? thrown.lines : undefined;
  const place = { file, ...(line === undefined ? {} : { line }) };
  if (thrown.code === "CSV_MAX_RECORD_SIZE") {
    const reason = `a row is longer than ${maxBytes} bytes; close its quotation mark or raise the limit`;
    return new InputError(`${reason}; rows after it are not read`, place, { cause: thrown });
  }
  if (thrown.code === "CSV_QUOTE_NOT_CLOSED") {
    return new InputError("a quotation mark is never closed; double the marks inside fields", place, { cause: thrown });
  }
  return thrown;
}

/** The delimiter that the first line has most of. */
function delimiterOf(head: Buffer): string {
  const [header = ""] = head.toString("latin1").split("\n", 1);
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

const text = (field: string): Decoded => decodeText(Buffer.from(field, "latin1"));
