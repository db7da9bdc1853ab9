import type { Article } from "../model/article.js";
import { StageError } from "../model/errors.js";
import type { Doc, LayerName, Layers } from "../model/layers.js";
import type { Problem } from "../model/problem.js";
import { deepFreeze } from "./freeze.js";
import type { Stage } from "./stage.js";

type AnyStage = Stage<LayerName, LayerName>;

/** What a run gives: the article's layers and the doubts met on the way. */
export interface Run<Has extends LayerName> {
  readonly doc: Doc<Has>;
  readonly problems: readonly Problem[];
}

/** A list of stages. `use` refuses, at compile time, a stage whose layers are not there yet or whose layer has a writer. */
export interface Pipeline<Has extends LayerName> {
  readonly name: string;
  /** Stage names, in the order they run. */
  readonly stages: readonly string[];
  use<In extends Has, Out extends LayerName>(
    stage: Stage<In, Out> & (Out extends Has ? { readonly writes: `layer ${Out} has a writer already` } : unknown),
  ): Pipeline<Has | Out>;
  /** Runs all stages on one article. Rejects with a StageError when a stage throws. */
  run(article: Article): Promise<Run<Has>>;
}

/** An empty pipeline. */
export const pipeline = (name: string): Pipeline<never> => compose(name, []);

function compose<Has extends LayerName>(name: string, stages: readonly AnyStage[]): Pipeline<Has> {
  return {
    name,
    stages: stages.map((stage) => stage.name),
    use: (stage) => compose(name, [...stages, stage as unknown as AnyStage]),
    run: async (article) => {
      const layers: Partial<Record<LayerName, unknown>> = {};
      const problems: Problem[] = [];
      for (const stage of stages) {
        layers[stage.writes] = deepFreeze(await runStage(stage, article, layers, problems));
      }
      return { doc: { article, ...layers } as unknown as Doc<Has>, problems };
    },
  };
}

async function runStage(
  stage: AnyStage,
  article: Article,
  layers: Partial<Record<LayerName, unknown>>,
  problems: Problem[],
): Promise<Layers[LayerName]> {
  const seen = Object.fromEntries(stage.reads.map((layer) => [layer, layers[layer]]));
  try {
    const doc = { article, ...seen } as unknown as Doc<LayerName>;
    return await stage.run(doc, (problem) => problems.push({ stage: stage.name, ...problem }));
  } catch (cause) {
    throw new StageError(stage.name, article.id, cause);
  }
}
