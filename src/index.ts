import type { PipelineOptions } from "../pipelines/options.js";
import type { Reader } from "./emit/reader.js";

export { DEFAULT_PIPELINE, loadPipeline, pipelineNames } from "../pipelines/index.js";
export { type Pipeline, pipeline, type Run } from "./core/pipeline.js";
export { defineStage, type Stage } from "./core/stage.js";
export { checkKnowledgeFile, type Fault } from "./emit/check.js";
export { serialize, toKnowledgeFile } from "./emit/knowledge-file.js";
export { type Reader, reader } from "./emit/reader.js";
export type { Article } from "./model/article.js";
export { InputError, LexiconError, ModelError, StageError } from "./model/errors.js";
export { type KnowledgeFile, knowledgeFileSchema, SCHEMA_VERSION } from "./model/knowledge-file.js";
export type { Doc, LayerName, Layers } from "./model/layers.js";
export type { UserName } from "./model/linking.js";
export { readArticle } from "./read/read-article.js";
export { readGazetteer } from "./read/read-gazetteer.js";
export { readInputs } from "./read/read-inputs.js";

/** The main pipeline, with its model. Loaded when called, so that importing the library costs nothing. */
export const news = async (options: PipelineOptions = {}): Promise<Reader> =>
  (await import("../pipelines/news.js")).news(options);

/** Rules and word lists alone. */
export const rulesOnly = async (options: PipelineOptions = {}): Promise<Reader> =>
  (await import("../pipelines/rules-only.js")).rulesOnly(options);
