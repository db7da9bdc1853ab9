import { Command } from "commander";
import { VERSION } from "../model/version.js";
import { addCorpus } from "./commands/corpus.js";
import { addDiff } from "./commands/diff.js";
import { addEvaluate } from "./commands/evaluate.js";
import { addExplore } from "./commands/explore.js";
import { addExport } from "./commands/export.js";
import { addExtract } from "./commands/extract.js";
import { addGold } from "./commands/gold.js";
import { addSchema } from "./commands/schema.js";
import { addShow } from "./commands/show.js";
import { addValidate } from "./commands/validate.js";
import { addWorker } from "./commands/worker.js";
import { reflowed } from "./reflow.js";
import type { Session } from "./session.js";

/** Columns of help that goes into a file or a pipe. */
const PLAIN_WIDTH = 80;

/** The `copydesk` command with all its subcommands. Actions load what they need when they run, so that help is quick. */
export function program(session: Session): Command {
  const root = new Command("copydesk")
    .description("Reads news articles and writes what they say as checked data: one JSON knowledge file per article.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help on a command")
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (help) => process.stdout.write(reflowed(help, process.stdout.columns ?? PLAIN_WIDTH)),
    })
    .addHelpText(
      "after",
      `
Examples:
  copydesk extract article.txt -o output      one article, one knowledge file
  copydesk show article.txt                   the same, marked up in the terminal
  copydesk show article.txt --html > a.html   the same, as a page
  copydesk worker < articles.ndjson           a line in, a line out

Exit codes: 0 all done, 1 some articles failed or files are not valid, 2 wrong usage or no input, 130 interrupted.`,
    );
  for (const add of [
    addExtract,
    addWorker,
    addShow,
    addSchema,
    addValidate,
    addEvaluate,
    addDiff,
    addExport,
    addGold,
    addCorpus,
    addExplore,
  ]) {
    const command = add(root, session);
    command.showHelpAfterError(`(copydesk ${command.name()} --help says more)`);
  }
  return root.showHelpAfterError("(copydesk --help says more)");
}
