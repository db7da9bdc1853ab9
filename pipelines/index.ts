import type { Reader } from "../src/emit/reader.js";

/** Pipelines by name. Each is loaded when asked for, so that unused ones cost nothing. */
const PIPELINES: Readonly<Record<string, () => Promise<Reader>>> = {
  news: async () => (await import("./news.js")).news(),
  "rules-only": async () => (await import("./rules-only.js")).rulesOnly(),
};

export const DEFAULT_PIPELINE = "news";

/** Names that {@link loadPipeline} takes, the default first. */
export const pipelineNames: readonly string[] = Object.keys(PIPELINES);

/** Loads a pipeline by name; undefined when there is none of that name. */
export const loadPipeline = async (name: string): Promise<Reader | undefined> =>
  Object.hasOwn(PIPELINES, name) ? PIPELINES[name]?.() : undefined;
