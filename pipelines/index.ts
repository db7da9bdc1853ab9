import type { Reader } from "../src/emit/reader.js";
import type { PipelineOptions } from "./options.js";

/** Pipelines by name. Each is loaded when asked for, so that unused ones cost nothing. */
const PIPELINES: Readonly<Record<string, (options: PipelineOptions) => Promise<Reader>>> = {
  news: async (options) => (await import("./news.js")).news(options),
  "rules-only": async (options) => (await import("./rules-only.js")).rulesOnly(options),
};

/** What runs when no pipeline is named. */
export const DEFAULT_PIPELINE = "news";

/** Names that {@link loadPipeline} takes, the default first. */
export const pipelineNames: readonly string[] = Object.keys(PIPELINES);

/** Loads a pipeline by name; undefined when there is none of that name. */
export const loadPipeline = async (name: string, options: PipelineOptions = {}): Promise<Reader | undefined> =>
  Object.hasOwn(PIPELINES, name) ? PIPELINES[name]?.(options) : undefined;
