import type { Doc, LayerName, Layers } from "../model/layers.js";
import type { Report } from "../model/problem.js";

/** A pure step: reads the declared layers, writes one new layer. Same input, same output. */
export interface Stage<In extends LayerName, Out extends LayerName> {
  readonly name: string;
  readonly reads: readonly In[];
  readonly writes: Out;
  readonly run: (doc: Doc<In>, report: Report) => Layers[Out] | Promise<Layers[Out]>;
}

/** Types a stage from its own declaration: `run` sees only the layers in `reads`. */
export const defineStage = <const In extends LayerName, const Out extends LayerName>(
  stage: Stage<In, Out>,
): Stage<In, Out> => stage;
