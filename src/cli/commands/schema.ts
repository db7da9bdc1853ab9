import type { Command } from "commander";
import { EXIT } from "../exit.js";
import type { Session } from "../session.js";

/** Adds `copydesk schema`. */
export const addSchema = (program: Command, { finish }: Session): Command =>
  program
    .command("schema")
    .description("Print the JSON Schema of knowledge files (draft 2020-12).")
    .addHelpText(
      "after",
      `
Examples:
  copydesk schema > knowledge-file.schema.json
  copydesk schema | jq '.properties.quotes'`,
    )
    .action(async () => {
      const { knowledgeSchema } = await import("../../emit/json-schema.js");
      process.stdout.write(`${JSON.stringify(knowledgeSchema(), null, 2)}\n`);
      finish(EXIT.ok);
    });
