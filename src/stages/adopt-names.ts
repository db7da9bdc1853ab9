import { defineStage } from "../core/stage.js";

/** Named mentions as the encoder found them. `by` is `encoder/names`. */
export const adoptNames = () =>
  defineStage({
    name: "adopt-names",
    reads: ["recognition"],
    writes: "names",
    run: ({ recognition }) =>
      recognition.names.map(({ start, end, type }) => ({
        start,
        end,
        type,
        form: "name" as const,
        by: "encoder/names",
      })),
  });
