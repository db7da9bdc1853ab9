import { InputError } from "../../model/errors.js";
import { sha256 } from "../../text/sha256.js";
import { type ByteReader, byteReader } from "../byte-reader.js";
import type { Bytes } from "../byte-streams.js";
import { type HttpPage, httpPage, parseFields } from "../http-message.js";
import type { StoredItem } from "../raw-page.js";
import { failureOf, type Origin, type ReadContext } from "../read-item.js";

/** Longest header line, and longest header of a record or response, in bytes: servers refuse longer ones (Apache, nginx). */
const MAX_LINE = 64 * 1024;
const MAX_HEADER = 1024 * 1024;
/** Empty lines between two records: two are the rule, a packed file of nothing else has millions. */
const MAX_BLANK = 1_000;

/**
 * The web pages of a WARC file (ISO 28500), such as Common Crawl's CC-NEWS, one record in memory at a time. A page is a
 * `response` with status 200 and HTML in it; other records are passed over. The id is the record's own; `line` counts
 * records. A page larger than `recordBytes` or packed in a broken way is a failure of that record; where the records
 * themselves are broken off or mixed up, the file ends with a failure, since no later record is sure.
 */
export async function* readWarc(bytes: Bytes, { file, limits }: ReadContext): AsyncGenerator<StoredItem> {
  const reader = byteReader(bytes);
  for (let number = 1; ; number++) {
    const origin = { file, line: number };
    const header = await recordHeader(reader, origin);
    if (header === null) {
      if (number === 1) throw new InputError("holds no record; give a WARC file", { file });
      return;
    }
    const length = lengthOf(header, origin);
    const isPage =
      header.get("warc-type") === "response" && /^application\/http\b/i.test(header.get("content-type") ?? "");
    const head = isPage ? await reader.take(Math.min(length, MAX_LINE)) : Buffer.alloc(0);
    try {
      const page = isPage ? httpPage(head) : undefined;
      if (page !== undefined)
        yield await read(reader, page, head, { header, length, origin, maxBytes: limits.recordBytes });
      else await pass(reader, length - head.length, origin);
    } catch (thrown) {
      if (thrown instanceof BrokenOff) throw new InputError(thrown.message, origin);
      yield { error: failureOf(thrown, { ...origin, ...idOf(header) }) };
    }
  }
}

/** A record that ends before its length. */
class BrokenOff extends Error {
  override readonly message = "the file ends inside this record; fetch the file again";
}

async function read(
  reader: ByteReader,
  { bodyFrom, charset, decode }: HttpPage,
  head: Buffer,
  {
    header,
    length,
    origin,
    maxBytes,
  }: { header: ReadonlyMap<string, string>; length: number; origin: Origin; maxBytes: number },
): Promise<StoredItem> {
  if (length - bodyFrom > maxBytes) {
    await pass(reader, length - head.length, origin);
    throw new InputError(`the page is larger than ${maxBytes} bytes; drop it or raise the limit`, origin);
  }
  const rest = await reader.take(length - head.length);
  if (head.length + rest.length < length) throw new BrokenOff();
  const page = decode(Buffer.concat([head.subarray(bodyFrom), rest]), maxBytes);
  const url = header.get("warc-target-uri")?.replace(/^<|>$/g, "");
  return {
    page,
    origin,
    ...idOf(header),
    ...(url === undefined ? {} : { url }),
    ...(charset === undefined ? {} : { charset }),
  };
}

async function pass(reader: ByteReader, size: number, origin: Origin): Promise<void> {
  if ((await reader.skip(size)) < size) throw new InputError(new BrokenOff().message, origin);
}

/** The fields of the next record, names in lower case; null at the end of the file. */
async function recordHeader(reader: ByteReader, origin: Origin): Promise<ReadonlyMap<string, string> | null> {
  let first: Buffer | null | undefined;
  let blank = -1;
  do first = await reader.line(MAX_LINE);
  while (first?.length === 0 && ++blank < MAX_BLANK);
  if (first === null) return null;
  if (first === undefined || !/^WARC\/\d/.test(first.toString("latin1"))) {
    throw new InputError("expected a record, which begins 'WARC/1.0'; what follows is not read", origin);
  }
  const lines: string[] = [];
  for (let size = 0; ; ) {
    const line = await reader.line(MAX_LINE);
    if (line === null) throw new InputError(new BrokenOff().message, origin);
    size += line?.length ?? MAX_HEADER;
    if (line === undefined || size > MAX_HEADER) {
      throw new InputError(
        `the record's header is longer than ${MAX_LINE} bytes a line; what follows is not read`,
        origin,
      );
    }
    if (line.length === 0) return parseFields(lines);
    lines.push(line.toString("utf8"));
  }
}

function lengthOf(header: ReadonlyMap<string, string>, origin: Origin): number {
  const given = header.get("content-length") ?? "";
  const length = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
  if (Number.isSafeInteger(length)) return length;
  throw new InputError("the record has no Content-Length; what follows is not read", origin);
}

/** The record's own id without its urn, else one from its address and date. */
function idOf(header: ReadonlyMap<string, string>): { readonly id: string } {
  const own = /^<?(?:urn:uuid:)?([^<>\s]{1,200})>?$/.exec(header.get("warc-record-id") ?? "")?.[1];
  const place = [header.get("warc-target-uri") ?? "", header.get("warc-date") ?? ""].join(" ");
  return { id: own ?? sha256(place).slice(0, 16) };
}
