import { pathToFileURL } from "node:url";
import { loadPipeline, pipelineNames } from "../../pipelines/index.js";
import type { PipelineOptions } from "../../pipelines/options.js";
import type { Reader } from "../emit/reader.js";
import { readGazetteer } from "../read/read-gazetteer.js";
import { UsageError } from "./exit.js";

/** A name with a separator or a script's extension is a path to a module, anything else the name of a pipeline. */
export const LOOKS_LIKE_A_PATH = /[/\\]|\.[cm]?[jt]s$/;

/**
 * Loads the pipeline that `--pipeline` names: one of pipelines/, or a user's own module. Such a module exports
 * `pipeline`: a Reader ({name, read(article, {withText}) -> knowledge file}), or a function that gives one or a promise
 * of one, and is given the user's names. `gazetteer` is the path of a user's own gazetteer. Throws a UsageError that says
 * what was expected, and an InputError for a gazetteer that cannot be read.
 */
export async function choosePipeline(wanted: string, gazetteer?: string): Promise<Reader> {
  const userNames = gazetteer === undefined ? [] : await readGazetteer(gazetteer);
  if (pipelineNames.includes(wanted)) {
    const reader = await loadPipeline(wanted, { userNames });
    if (reader) return reader;
  }
  if (LOOKS_LIKE_A_PATH.test(wanted)) return fromModule(wanted, { userNames });
  throw new UsageError(
    `unknown pipeline '${wanted}'; expected one of ${pipelineNames.join(", ")}, or a path to a module such as ./${wanted}.mjs`,
  );
}

async function fromModule(path: string, options: PipelineOptions): Promise<Reader> {
  let exported: unknown;
  try {
    const module: { readonly pipeline?: unknown } = await import(pathToFileURL(path).href);
    exported = typeof module.pipeline === "function" ? await module.pipeline(options) : await module.pipeline;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`pipeline module ${path} cannot be loaded: ${message}`, { cause });
  }
  if (!isReader(exported)) {
    throw new UsageError(
      `pipeline module ${path} must export 'pipeline': an object with a name and a read(article) function, or a function that gives one; got ${describe(exported)}`,
    );
  }
  return exported;
}

const isReader = (value: unknown): value is Reader =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Reader>).name === "string" &&
  typeof (value as Partial<Reader>).read === "function";

const describe = (value: unknown): string =>
  value === undefined
    ? "no such export"
    : typeof value === "object" && value !== null
      ? `an object with ${Object.keys(value).join(", ") || "nothing in it"}`
      : `a ${typeof value}`;
