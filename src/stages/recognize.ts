import { defineStage } from "../core/stage.js";
import type { Encoder } from "../recognizer/encoder.js";
import { recognize as read } from "../recognizer/recognize.js";

/** Everything the encoder reads off the article in one pass: names, times, attribution parts, trees, mention heads. */
export const recognize = (options: { readonly encoder: Encoder }) =>
  defineStage({
    name: "recognize",
    reads: ["words", "sentences"],
    writes: "recognition",
    run: ({ article, words, sentences }) => read(options.encoder, { article, tokens: words, sentences }),
  });
