import type { Command } from "commander";
import { showable } from "../../show/ansi.js";
import { EXIT } from "../exit.js";
import type { Session } from "../session.js";

interface Given {
  readonly corpus: string;
  readonly output: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `copydesk corpus export`. */
export const addCorpusExport = (corpus: Command, { finish }: Session): Command =>
  corpus
    .command("export")
    .description("Write the tables as CSV files, with a description of their columns and keys.")
    .option("-c, --corpus <folder>", "the corpus", "corpus")
    .requiredOption("-o, --output <folder>", "where the tables go; made when it is not there")
    .option("--json", "print the summary as JSON")
    .option("-q, --quiet", "print nothing")
    .addHelpText(
      "after",
      `
A star: mentions, quotes, claims … around articles, entities and identities. Beside each entity_id stands the identity_id
that is the same across articles. datapackage.json (Frictionless Data Package) has types, primary and foreign keys.

Examples:
  copydesk corpus export -o tables
  copydesk corpus query "SELECT * FROM spoken" -o spoken.csv    one table, or the answer to a question`,
    )
    .action(async (given: Given) => {
      const { exportTables } = await import("../../corpus/export-tables.js");
      const tables = await exportTables(given.corpus, given.output);
      if (given.json) process.stdout.write(`${JSON.stringify({ output: given.output, tables })}\n`);
      else if (!given.quiet) {
        for (const { path, rows } of tables) process.stdout.write(`${path.padEnd(22)} ${rows}\n`);
        process.stdout.write(`${tables.length} tables in ${showable(given.output)}\n`);
      }
      finish(EXIT.ok);
    });
