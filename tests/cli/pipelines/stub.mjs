import { createHash } from "node:crypto";

/**
 * A user's own pipeline, and the quickest there can be: one block, no facts. An article whose text is 'fail' makes it
 * throw, 'invalid' makes it answer with something that is no knowledge file, 'slow' takes a quarter of a second, and
 * 'forever' never ends, 'spin' never lets go of the processor, 'crash' ends the process as a bug in native code would.
 */
export const pipeline = {
  name: "stub",
  model: null,
  stages: [],
  read: async ({ id, text }, { withText } = {}) => {
    if (text === "fail") throw new Error("asked to fail");
    if (text === "invalid") return { article: {} };
    if (text === "crash") process.kill(process.pid, "SIGSEGV");
    while (text === "spin" || text === "crash");
    if (text === "forever") await new Promise((resolve) => setTimeout(resolve, 1e9));
    if (text.startsWith("slow")) await new Promise((resolve) => setTimeout(resolve, 250));
    return {
      schemaVersion: "1.0.0",
      generator: { name: "copydesk", version: "0.0.0", pipeline: "stub", model: null },
      offsetUnit: "utf-16",
      article: {
        id,
        title: null,
        bylines: [],
        dateline: null,
        published: null,
        publishedFrom: null,
        url: null,
        source: null,
        language: "en",
        sha256: createHash("sha256").update(text, "utf8").digest("hex"),
        ...(withText === false ? {} : { text }),
        blocks: [{ kind: "body", start: 0, end: text.length }],
      },
      sentences: [],
      entities: [],
      mentions: [],
      times: [],
      quotes: [],
      claims: [],
      problems: [],
    };
  },
};
