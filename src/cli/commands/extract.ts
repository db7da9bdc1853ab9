import type { Command } from "commander";
import { showable } from "../../show/ansi.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import { progressOn } from "../progress.js";
import type { Session } from "../session.js";
import { summaryJson, summaryTable } from "../summary.js";
import { jobsOption, pipelineOption, wholeNumber } from "./options.js";

interface Given {
  readonly output: string;
  readonly pipeline: string;
  readonly jobs: number;
  readonly limit?: number;
  readonly failFast?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly text: boolean;
  readonly quiet?: boolean;
}

/** Adds `copydesk extract`. */
export const addExtract = (program: Command, { signal, finish }: Session): Command =>
  program
    .command("extract")
    .description("Write a knowledge file for each article.")
    .argument("<input...>", "files, folders, globs, or - for standard input")
    .option("-o, --output <folder>", "where the knowledge files go; made when it is not there", "output")
    .addOption(pipelineOption())
    .addOption(jobsOption())
    .option("-l, --limit <n>", "take no more than this many articles", wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option("--fail-fast", "stop at the first article that fails")
    .option("-f, --force", "overwrite files that differ")
    .option("--no-text", "leave the article's text out of its file")
    .option("--json", "print the summary as JSON")
    .option("-q, --quiet", "print nothing but failures")
    .addHelpText(
      "after",
      `
Reads .txt .md .html .json .ndjson .jsonl .csv, and .gz of these. The file is named after the article's id. A file that
is there already, byte for byte, is left alone; one that differs is a failure unless --force is given.

Examples:
  copydesk extract seeds -o output
  copydesk extract 'feed/**/*.html' -o output --jobs 2 --fail-fast
  zcat crawl.ndjson.gz | copydesk extract - -o output --limit 100 --json
  copydesk extract article.txt -o output --pipeline ./my-pipeline.mjs`,
    )
    .action(async (inputs: readonly string[], given: Given) => finish(await run(inputs, given, signal)));

async function run(inputs: readonly string[], given: Given, signal: AbortSignal): Promise<ExitCode> {
  const begun = performance.now();
  const [{ extract }, { openInputs }, { choosePipeline }, { openOutputFolder }] = await Promise.all([
    import("../extract.js"),
    import("../input-files.js"),
    import("../pipeline-choice.js"),
    import("../output-folder.js"),
  ]);
  const { articles, shareOf } = await openInputs(inputs, { stdin: process.stdin, limit: given.limit });
  const reader = await choosePipeline(given.pipeline);
  const folder = await openOutputFolder(given.output, {
    force: given.force === true,
    temporary: `copydesk-${process.pid}`,
  });
  const result = await extract(articles, {
    reader,
    folder,
    jobs: given.jobs,
    withText: given.text,
    failFast: given.failFast === true,
    signal,
    progress: progressOn(given.quiet ? { write: () => undefined } : process.stderr, () => performance.now()),
    shareOf,
    onFailure: (line) => process.stderr.write(`${showable(line)}\n`),
  });
  const { written, unchanged, failed } = result;
  if (written + unchanged + failed.length === 0 && !signal.aborted) {
    throw new UsageError(`${inputs.join(", ")}: no article in it; copydesk extract --help lists the formats`);
  }
  const summary = { ...result, output: given.output, seconds: (performance.now() - begun) / 1000 };
  if (given.json) process.stdout.write(summaryJson(summary));
  else if (!given.quiet) process.stdout.write(summaryTable(summary));
  return failed.length > 0 ? EXIT.failed : EXIT.ok;
}
