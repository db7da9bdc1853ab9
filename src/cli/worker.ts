import { once } from "node:events";
import type { Writable } from "node:stream";
import { inOrder } from "../core/batch.js";
import { InputError } from "../model/errors.js";
import { asUtf8, type Bytes } from "../read/byte-streams.js";
import { decodeText } from "../read/decode-text.js";
import type { ReadRecord } from "../read/read-item.js";
import { type Line, splitLines } from "../read/split-lines.js";
import { failureOf } from "./failure.js";

/** How lines are read and answered. */
export interface WorkerOptions {
  /** Reads one article and gives its answer, a line with its end. Rejects when it cannot. */
  readonly read: (article: ReadRecord) => Promise<string>;
  /** Turns one parsed line into an article. Throws an InputError that says what is wrong with the record. */
  readonly articleOf: (record: unknown) => ReadRecord;
  /** Articles under way at once. */
  readonly jobs: number;
  /** Longest line taken, in bytes; a stream without line ends would fill the memory. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/**
 * Reads NDJSON articles and writes one line for each line in, in the same order: a knowledge file, or
 * `{"id", "error": {"stage", "message"}}`, with id null where the line does not give one. A blank line is a line too,
 * and gets an error. A line that is not UTF-8 is read as files are, and its knowledge file has a problem that says so. An
 * answer is written as soon as it is ready; no article ends the stream.
 */
export async function work(input: Bytes, output: Writable, options: WorkerOptions): Promise<void> {
  const { read, articleOf, maxBytes } = options;
  const answer = async (line: Line): Promise<string> => {
    let id: string | null = null;
    try {
      const { record, notes } = parse(line, maxBytes);
      id = idOf(record);
      const article = articleOf(record);
      id = article.article.id;
      return await read({ ...article, notes: [...notes, ...article.notes] });
    } catch (error) {
      const { stage, message } = failureOf(error);
      return `${JSON.stringify({ id, error: { stage, message: stage === "read" ? `line ${line.number}: ${message}` : message } })}\n`;
    }
  };
  for await (const outcome of inOrder(splitLines(asUtf8(input), maxBytes), answer, options)) {
    if (!outcome.ok) throw outcome.error;
    if (!output.write(outcome.value)) await once(output, "drain");
  }
}

function parse({ bytes }: Line, maxBytes: number): { readonly record: unknown; readonly notes: readonly string[] } {
  if (bytes === null) throw new InputError(`longer than ${maxBytes} bytes; split the article or raise the limit`);
  const { text, notes } = decodeText(bytes);
  if (text.trim() === "") throw new InputError("blank; expected one JSON article a line");
  try {
    return { record: JSON.parse(text), notes };
  } catch (cause) {
    throw new InputError(`not JSON (${(cause as Error).message}); expected one JSON article a line`, {}, { cause });
  }
}

/** The id a record gives, whatever else is wrong with it. */
function idOf(record: unknown): string | null {
  const id = typeof record === "object" && record !== null ? (record as { readonly id?: unknown }).id : undefined;
  return typeof id === "string" && id !== "" ? id : typeof id === "number" ? String(id) : null;
}
