import type { Options } from "csv-parse";
import { InputError } from "../../model/errors.js";
import { readRecord } from "../article-from-record.js";
import { asUtf8, type Bytes, peek } from "../byte-streams.js";
import { type Decoded, decodeText } from "../decode-text.js";
import { failureOf, type Origin, type ReadContext, type ReadItem } from "../read-item.js";
import { tableRow } from "../records/record-shapes.js";

/** What may stand between fields, likeliest first. */
const DELIMITERS = [",", ";", "\t", "|"] as const;

interface Row {
  readonly fields: readonly string[];
  /** The line the row begins on; a quoted field may run over several. */
  readonly line: number;
}

/**
 * A CSV table with a header row, one article a row, streamed. Columns go by name, in any case: title, text | content |
 * body, date | published, publication | source, url, author, id. A row without text is a failure of that row; a quotation
 * mark that is never closed, or a row longer than `recordBytes`, ends the file with a failure, since no later row is sure.
 */
export async function* readCsv(bytes: Bytes, { file, limits }: ReadContext): AsyncGenerator<ReadItem> {
  const { head, bytes: all } = await peek(asUtf8(bytes), 4096);
  let columns: readonly string[] | undefined;
  for await (const { fields, line } of rows(all, delimiterOf(head), limits.recordBytes, file)) {
    const origin = { file, line };
    if (columns === undefined) {
      columns = fields.map((name) => text(name).text.trim().toLowerCase().replaceAll(" ", "_"));
      continue;
    }
    try {
      const notes = new Set<string>();
      const record = columns.map((column, index) => {
        const decoded = text(fields[index] ?? "");
        for (const note of decoded.notes) notes.add(note);
        return [column, decoded.text] as const;
      });
      const read = readRecord(Object.fromEntries(record), origin, { shape: tableRow });
      yield { ...read, origin, notes: [...notes, ...read.notes] };
    } catch (thrown) {
      yield { error: failureOf(thrown, origin) };
    }
  }
  if (columns === undefined) throw new InputError("no header row; name the columns in the first line", { file });
}

/**
 * Rows as byte strings (latin1), so that each field is decoded on its own and a bad one spoils no other. The parser is fed
 * by hand because, as a stream, it drops the rows it has read when it fails on a later one.
 */
async function* rows(bytes: Bytes, delimiter: string, maxBytes: number, file: string): AsyncGenerator<Row> {
  const { parse } = await import("csv-parse");
  const ready: Row[] = [];
  let line = 1;
  const keep = (fields: readonly string[], info: { readonly lines: number }): null => {
    const isBlank = fields.length === 1 && fields[0] === "";
    if (!isBlank) ready.push({ fields, line });
    line = info.lines + 1;
    return null;
  };
  const parser = parse({
    delimiter,
    encoding: "latin1",
    max_record_size: maxBytes,
    on_record: keep,
    relax_column_count: true,
    relax_quotes: true,
  } satisfies Options<null, string[]>);
  let failure: Error | undefined;
  parser.on("error", (cause) => {
    failure = cause;
  });
  for await (const chunk of bytes) {
    await new Promise<void>((done) => parser.write(chunk, () => done()));
    yield* ready.splice(0);
    if (failure !== undefined) throw explained(failure, { file, line }, maxBytes);
  }
  await new Promise<void>((done) => parser.end(() => done()));
  yield* ready.splice(0);
  if (failure !== undefined) throw explained(failure, { file, line }, maxBytes);
}

function explained(cause: Error, place: Origin, maxBytes: number): Error {
  const code = "code" in cause ? cause.code : undefined;
  if (code === "CSV_MAX_RECORD_SIZE") {
    const mend = "close its quotation mark or raise the limit; rows after it are not read";
    return new InputError(`a row is longer than ${maxBytes} bytes; ${mend}`, place, { cause });
  }
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return new InputError("a quotation mark is never closed; double the marks inside fields", place, { cause });
  }
  return cause;
}

/** The delimiter that the first line has most of. */
function delimiterOf(head: Buffer): string {
  const [header = ""] = head.toString("latin1").split("\n", 1);
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

const text = (field: string): Decoded => decodeText(Buffer.from(field, "latin1"));
