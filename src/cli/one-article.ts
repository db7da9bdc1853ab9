import { serialize } from "../emit/knowledge-file.js";
import type { Reader } from "../emit/reader.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { ReadRecord } from "../read/read-item.js";
import { CheckError } from "./failure.js";

/** A knowledge file that is valid. */
export interface Written {
  readonly file: KnowledgeFile;
  /** The file as it is written. */
  readonly json: string;
}

/**
 * Runs a pipeline on one article and checks what it gives; notes of the reading come first among the file's problems.
 * Throws what the pipeline throws, and a CheckError when its answer is not a valid knowledge file.
 */
export async function readOne(
  reader: Reader,
  { article, notes }: ReadRecord,
  options: { readonly withText: boolean; readonly layout: "page" | "line" },
): Promise<Written> {
  const answer = await reader.read(article, { withText: options.withText });
  try {
    const noted = notes.map((message) => ({ stage: "read", rule: "note", message }));
    const file = notes.length === 0 ? answer : { ...answer, problems: [...noted, ...answer.problems] };
    return { file, json: serialize(file, options.layout) };
  } catch (cause) {
    throw new CheckError(`pipeline ${reader.name} gave ${(cause as Error).message}`, { cause });
  }
}
