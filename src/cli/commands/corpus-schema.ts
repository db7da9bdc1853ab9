import type { Command } from "commander";
import { EXIT } from "../exit.js";
import type { Session } from "../session.js";

/** Adds `copydesk corpus schema`. */
export const addCorpusSchema = (corpus: Command, { finish }: Session): Command =>
  corpus
    .command("schema")
    .description("Print the tables of a corpus: their columns, types, and where they stand in a knowledge file.")
    .option("--json", "as JSON, for programs that make or read the same tables")
    .addHelpText(
      "after",
      `
Examples:
  copydesk corpus schema
  copydesk corpus schema --json | jq '.tables[].name'`,
    )
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { corpusSchema } = await import("../../corpus/schema.js");
      const schema = corpusSchema();
      if (json) process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
      else {
        const { schemaText } = await import("../corpus-output.js");
        process.stdout.write(schemaText(schema));
      }
      finish(EXIT.ok);
    });
