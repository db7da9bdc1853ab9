import { createReadStream } from "node:fs";
import { InputError } from "../model/errors.js";
import { type Bytes, peek, tallied, unpack } from "./byte-streams.js";
import { findFiles } from "./find-files.js";
import { readCsv } from "./formats/read-csv.js";
import { readHtml } from "./formats/read-html.js";
import { readJson } from "./formats/read-json.js";
import { readMarkdown } from "./formats/read-markdown.js";
import { readNdjson } from "./formats/read-ndjson.js";
import { readText } from "./formats/read-text.js";
import { readWarc } from "./formats/read-warc.js";
import { EXTENSIONS, type Format, isGzip, kindOfFile, sniffFormat } from "./formats.js";
import { openStored, type StoredItem } from "./raw-page.js";
import { DEFAULT_LIMITS, failureOf, type ReadContext, type ReadItem, type ReadLimits } from "./read-item.js";

/** How inputs are read. */
export interface ReadOptions {
  /** What the input '-' stands for, as bytes. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** The format of standard input. @default by its first bytes: {"…} a line is NDJSON, <html> is HTML, else text */
  readonly stdinFormat?: Format | undefined;
  readonly limits?: Partial<ReadLimits> | undefined;
  /** Told how many bytes were taken from the input, as they are stored, each time some are. */
  readonly onBytes?: ((count: number) => void) | undefined;
  /** The article's id, for a file of one article that names none. @default the file's base name */
  readonly id?: string | undefined;
}

type FormatReader = (bytes: Bytes, context: ReadContext) => AsyncIterable<StoredItem>;

const READERS: Readonly<Record<Format, FormatReader>> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
  json: readJson,
  ndjson: readNdjson,
  csv: readCsv,
  warc: readWarc,
};

/** What files and '-' are called in messages. */
const STDIN = "standard input";
/** Enough to tell a format by. */
const SNIFFED_BYTES = 4096;
const CHUNK_BYTES = 256 * 1024;

/**
 * The articles of all inputs, in order, one by one: files, folders, globs, and '-' for standard input. Formats go by
 * extension, and by content for standard input and for files without extension; any may be packed with gzip. What cannot
 * be read is an item with an error; this never throws and never stops early.
 */
export async function* readInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  for await (const found of findFiles(inputs)) {
    if ("failure" in found) yield { error: found.failure };
    else yield* readFile(found.file, options);
  }
}

/** The articles of one file, or of standard input for '-'. Never throws. */
export async function* readFile(input: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  for await (const item of readStored(input, options)) yield await openStored(item);
}

/** {@link readFile} with web pages as they are stored: `openStored` reads them. Never throws. */
export async function* readStored(input: string, options: ReadOptions): AsyncGenerator<StoredItem> {
  const file = input === "-" ? STDIN : input;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  try {
    const { bytes, format, id } = input === "-" ? await openStdin(options) : await openFile(file, options);
    yield* READERS[format](bytes, { file, limits, ...(id === undefined ? {} : { id }) });
  } catch (thrown) {
    yield { error: failureOf(thrown, { file }) };
  }
}

interface Opened {
  readonly bytes: Bytes;
  readonly format: Format;
  readonly id?: string;
}

async function openFile(file: string, { id, onBytes }: ReadOptions): Promise<Opened> {
  const { format, gzip, extension, baseName } = kindOfFile(file);
  if (format === undefined && extension !== "") {
    const reason = `unknown extension '${extension}'; expected ${EXTENSIONS} (or .gz); rename it or give it as '-'`;
    throw new InputError(reason, { file });
  }
  const stored = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  const counted = onBytes === undefined ? stored : tallied(stored, onBytes);
  const bytes = gzip ? unpack(counted, file) : counted;
  if (format !== undefined) return { bytes, format, id: id ?? baseName };
  const sniffed = await peek(bytes, SNIFFED_BYTES);
  const opened = { bytes: sniffed.bytes, format: sniffFormat(sniffed.head) };
  // '/dev/fd/63', as shells write for <(command), is no name that anybody gave.
  return file.startsWith("/dev/") ? opened : { ...opened, id: id ?? baseName };
}

async function openStdin({ stdin, stdinFormat }: ReadOptions): Promise<Opened> {
  if (stdin === undefined) throw new InputError("is not open; pass its bytes as the option stdin", { file: STDIN });
  const { head, bytes } = await peek(stdin, 2);
  const unpacked = isGzip(head) ? unpack(bytes, STDIN) : bytes;
  if (stdinFormat !== undefined) return { bytes: unpacked, format: stdinFormat };
  const sniffed = await peek(unpacked, SNIFFED_BYTES);
  return { bytes: sniffed.bytes, format: sniffFormat(sniffed.head) };
}
