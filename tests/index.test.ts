import { expect, test } from "vitest";
import * as copydesk from "../src/index.js";

test("the public exports", () => {
  expect(Object.keys(copydesk).sort()).toEqual([
    "DEFAULT_PIPELINE",
    "InputError",
    "LexiconError",
    "ModelError",
    "SCHEMA_VERSION",
    "StageError",
    "checkKnowledgeFile",
    "defineStage",
    "knowledgeFileSchema",
    "loadPipeline",
    "news",
    "pipeline",
    "pipelineNames",
    "readArticle",
    "readGazetteer",
    "readInputs",
    "reader",
    "rulesOnly",
    "serialize",
    "toKnowledgeFile",
  ]);
});

test("a user's own few lines", async () => {
  const pipeline = await copydesk.rulesOnly();
  const file = await pipeline.read({ id: "a", text: "“We won,” Ann Lee told reporters." });
  expect(file.quotes[0]).toMatchObject({ kind: "direct", source: [{ text: "Ann Lee" }] });
});
