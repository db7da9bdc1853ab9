import type { Pipeline } from "../core/pipeline.js";
import type { Article } from "../model/article.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { VERSION } from "../model/version.js";
import { type KnowledgeLayers, toKnowledgeFile } from "./knowledge-file.js";

/** A pipeline that ends in knowledge files: what `news()` gives and what the command runs. */
export interface Reader {
  /** The pipeline's name, as it stands in the file's `generator`. */
  readonly name: string;
  /** sha256 of the model's weights; null without a model. */
  readonly model: string | null;
  /** Stage names, in the order they run. */
  readonly stages: readonly string[];
  /** Reads one article. Rejects with a StageError when a stage has a bug; a doubt about the text is a problem in the file. */
  readonly read: (article: Article, options?: { readonly withText?: boolean }) => Promise<KnowledgeFile>;
}

/** Makes a reader of a pipeline that writes every layer a knowledge file needs. */
export const reader = (pipeline: Omit<Pipeline<KnowledgeLayers>, "use">, model: string | null): Reader => ({
  name: pipeline.name,
  model,
  stages: pipeline.stages,
  read: async (article, options = {}) => {
    const { doc, problems } = await pipeline.run(article);
    return toKnowledgeFile(doc, problems, { version: VERSION, pipeline: pipeline.name, model, ...options });
  },
});
