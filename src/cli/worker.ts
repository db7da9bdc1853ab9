import { once } from "node:events";
import type { Writable } from "node:stream";
import { inOrder } from "../core/batch.js";
import type { Reader } from "../emit/reader.js";
import { InputError } from "../model/errors.js";
import { asUtf8, type Bytes } from "../read/byte-streams.js";
import type { ReadRecord } from "../read/read-item.js";
import { type Line, splitLines } from "../read/split-lines.js";
import { failureOf } from "./failure.js";
import { readOne } from "./one-article.js";

/** Longest line taken, in bytes; a stream without line ends would fill the memory. */
const MAX_LINE = 32 * 1024 * 1024;

export interface WorkerOptions {
  readonly reader: Reader;
  /** Turns one parsed line into an article. Throws an InputError that says what is wrong with the record. */
  readonly articleOf: (record: unknown) => ReadRecord;
  readonly jobs: number;
  readonly withText: boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads NDJSON articles and writes one line for each line in, in the same order: a knowledge file, or
 * `{"id", "error": {"stage", "message"}}`, with id null where the line does not give one. A blank line is a line too,
 * and gets an error. An answer is written as soon as it is ready; no article ends the stream.
 */
export async function work(input: Bytes, output: Writable, options: WorkerOptions): Promise<void> {
  const { reader, articleOf, withText } = options;
  const answer = async (line: Line): Promise<string> => {
    let id: string | null = null;
    try {
      const record = parse(line);
      id = idOf(record);
      const read = articleOf(record);
      id = read.article.id;
      return (await readOne(reader, read, { withText, layout: "line" })).json;
    } catch (error) {
      const { stage, message } = failureOf(error);
      return `${JSON.stringify({ id, error: { stage, message: stage === "read" ? `line ${line.number}: ${message}` : message } })}\n`;
    }
  };
  for await (const outcome of inOrder(splitLines(asUtf8(input), MAX_LINE), answer, options)) {
    if (!outcome.ok) throw outcome.error;
    if (!output.write(outcome.value)) await once(output, "drain");
  }
}

function parse({ bytes }: Line): unknown {
  if (bytes === null) throw new InputError(`longer than ${MAX_LINE} bytes; split the article`);
  const text = bytes.toString("utf8");
  if (text.trim() === "") throw new InputError("blank; expected one JSON article a line");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`not JSON (${(cause as Error).message}); expected one JSON article a line`, {}, { cause });
  }
}

/** The id a record gives, whatever else is wrong with it. */
function idOf(record: unknown): string | null {
  const id = typeof record === "object" && record !== null ? (record as { readonly id?: unknown }).id : undefined;
  return typeof id === "string" && id !== "" ? id : typeof id === "number" ? String(id) : null;
}
