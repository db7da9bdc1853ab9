import { defineStage } from "../core/stage.js";

/** Tokens with the tags they were cut with: for pipelines that have no better ones. */
export const keepTags = () =>
  defineStage({ name: "tag-tokens", reads: ["words"], writes: "tokens", run: ({ words }) => words });

/** Tokens with the encoder's POS tags. Lemmas stay wink-nlp's. */
export const tagTokens = () =>
  defineStage({
    name: "tag-tokens",
    reads: ["words", "recognition"],
    writes: "tokens",
    run: ({ words, recognition }) => words.map((word, index) => ({ ...word, pos: recognition.pos[index] ?? word.pos })),
  });
