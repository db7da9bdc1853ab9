import { z } from "zod";
import { knowledgeFileSchema, SCHEMA_VERSION } from "../model/knowledge-file.js";

/** The JSON Schema (draft 2020-12) of knowledge files. What it cannot say, such as that ids resolve, `validate` checks. */
export const knowledgeSchema = (): object => ({
  ...z.toJSONSchema(knowledgeFileSchema, { target: "draft-2020-12" }),
  title: `Copydesk knowledge file ${SCHEMA_VERSION}`,
  description: "What one news article says, as data. Offsets are half-open, in UTF-16 code units of article.text.",
});
