import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { checkKnowledgeFile } from "../emit/check.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { readInputs } from "../read/read-inputs.js";
import { UsageError } from "./exit.js";
import { failureLine } from "./failure.js";
import { readOne } from "./one-article.js";
import { choosePipeline } from "./pipeline-choice.js";

interface Shown {
  readonly knowledge: KnowledgeFile;
  /** True when the file holds more than the article shown. */
  readonly others: boolean;
}

/**
 * The knowledge file in a file, or, when it holds articles, the knowledge read from the one that is asked for. Throws a
 * UsageError when there is neither, or when the knowledge file is not valid.
 */
export async function knowledgeIn(
  path: string,
  options: { readonly id?: string; readonly pipeline: string; readonly gazetteer?: string },
): Promise<Shown> {
  const bytes = path === "-" ? await allOf(process.stdin) : undefined;
  const written = await knowledgeFileAt(path, bytes);
  if (written !== undefined) return { knowledge: written, others: false };
  let seen = 0;
  let failure = "";
  const items = readInputs([path], { stdin: bytes && Readable.from([bytes]) });
  for await (const item of items) {
    seen++;
    if (item.error) {
      failure ||= failureLine({ ...item.error, stage: "read" });
    } else if (options.id === undefined || item.article.id === options.id) {
      const reader = await choosePipeline(options.pipeline, options.gazetteer);
      const { file } = await readOne(reader, item, { withText: true, layout: "line" });
      return { knowledge: file, others: options.id === undefined && (await items.next()).done !== true };
    }
  }
  if (failure !== "") throw new UsageError(failure);
  if (seen > 0) throw new UsageError(`none of the ${seen} articles in ${path} has the id '${options.id}'`);
  throw new UsageError(`no article and no knowledge file in ${path}`);
}

async function knowledgeFileAt(path: string, bytes: Buffer | undefined): Promise<KnowledgeFile | undefined> {
  if (bytes === undefined && !path.endsWith(".json")) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(bytes?.toString("utf8") ?? (await readFile(path, "utf8")));
  } catch {
    return undefined; // no knowledge file; readInputs says what is wrong with it, if anything
  }
  if (typeof value !== "object" || value === null || !("schemaVersion" in value)) return undefined;
  const [fault] = checkKnowledgeFile(value);
  if (fault) {
    throw new UsageError(
      `${path} is not a valid knowledge file: ${fault.path}: ${fault.message}; copydesk validate lists every fault`,
    );
  }
  return value as KnowledgeFile;
}

async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
