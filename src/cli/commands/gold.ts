import { type Command, Option } from "commander";
import { showable } from "../../show/ansi.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import { failureLine } from "../failure.js";
import type { DraftFormat } from "../gold-draft.js";
import type { Session } from "../session.js";
import { pipelineOption } from "./options.js";

interface Given {
  readonly format: DraftFormat;
  readonly output: string;
  readonly pipeline: string;
  readonly force?: boolean;
}

const EXAMPLES = `
Examples:
  copydesk gold new article.txt -o gold
  copydesk gold new 'sample/*.html' --format label-studio -o gold
  copydesk evaluate --gold gold --format brat

See docs/gold.md for the labels and how to correct a draft.`;

/** Adds `copydesk gold` with `gold new`. */
export const addGold = (program: Command, { finish }: Session): Command => {
  const gold = program
    .command("gold")
    .description("Make test sets of your own: drafts for a person to correct.")
    .addHelpText("after", EXAMPLES);
  gold
    .command("new")
    .description("Write what the pipeline finds in articles as a draft for brat or Label Studio.")
    .argument("<file...>", "articles in any form extract reads, or *.knowledge.json as they are; - for standard input")
    .addOption(new Option("--format <name>", "the tool").choices(["brat", "label-studio"]).default("brat"))
    .requiredOption("-o, --output <folder>", "where the draft goes; made when it is not there")
    .addOption(pipelineOption())
    .option("-f, --force", "overwrite files that differ")
    .showHelpAfterError("(copydesk gold new --help says more)")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], given: Given) => finish(await run(inputs, given)));
  return gold;
};

async function run(inputs: readonly string[], given: Given): Promise<ExitCode> {
  const { draftGold } = await import("../gold-draft.js");
  const { articles, files, failed } = await draftGold(inputs, {
    format: given.format,
    folder: given.output,
    pipeline: given.pipeline,
    force: given.force === true,
    stdin: process.stdin,
    onFailure: (failure) => process.stderr.write(`${showable(failureLine(failure))}\n`),
  });
  if (articles.length === 0) throw new UsageError(`${inputs.join(", ")}: no article to draft`);
  for (const file of files) process.stdout.write(`${showable(file)}\n`);
  const parts = [
    `${articles.length} drafted`,
    `${articles.reduce((sum, { attribution }) => sum + (attribution?.length ?? 0), 0)} attributions`,
    `${articles.reduce((sum, { names }) => sum + (names?.length ?? 0), 0)} names`,
    `${articles.reduce((sum, { times }) => sum + (times?.length ?? 0), 0)} dates`,
  ];
  process.stdout.write(`${parts.join(", ")}${failed > 0 ? `, ${failed} failed` : ""}\n`);
  return failed > 0 ? EXIT.failed : EXIT.ok;
}
