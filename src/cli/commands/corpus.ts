import type { Command } from "commander";
import type { Session } from "../session.js";
import { addCorpusBuild } from "./corpus-build.js";
import { addCorpusExport } from "./corpus-export.js";
import { addCorpusQuery } from "./corpus-query.js";
import { addCorpusRefresh } from "./corpus-refresh.js";
import { addCorpusSchema } from "./corpus-schema.js";

/** Adds `copydesk corpus` with its subcommands. */
export function addCorpus(program: Command, session: Session): Command {
  const corpus = program
    .command("corpus")
    .description("Make tables of many knowledge files, and ask them questions.")
    .helpCommand(false)
    .addHelpText(
      "after",
      `
Examples:
  copydesk corpus build output -o corpus
  copydesk corpus refresh output -o corpus --site site
  copydesk corpus query top-speakers
  copydesk corpus query "SELECT outlet, count(*) FROM articles GROUP BY ALL"`,
    );
  for (const add of [addCorpusBuild, addCorpusRefresh, addCorpusQuery, addCorpusExport, addCorpusSchema]) {
    const command = add(corpus, session);
    command.showHelpAfterError(`(copydesk corpus ${command.name()} --help says more)`);
  }
  return corpus;
}
