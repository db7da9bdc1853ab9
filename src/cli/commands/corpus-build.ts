import type { Command } from "commander";
import { showable } from "../../show/ansi.js";
import { buildSummary } from "../corpus-output.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { Session } from "../session.js";

interface Given {
  readonly output: string;
  readonly identities?: string;
  readonly full?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `copydesk corpus build`. */
export const addCorpusBuild = (corpus: Command, { finish }: Session): Command =>
  corpus
    .command("build")
    .description(
      "Make or refresh the tables of a corpus: Parquet files by month, and corpus.duckdb with views over them.",
    )
    .argument("<input...>", "folders of knowledge files, or single ones: all that the corpus is to hold")
    .option("-o, --output <folder>", "the corpus; made when it is not there", "corpus")
    .option("--identities <file>", "forced merges and splits; by default identities.tsv in the corpus, if there is one")
    .option("--full", "read every file again, also those that have not changed")
    .option("--json", "print the summary as JSON")
    .option("-q, --quiet", "print nothing but files that are refused")
    .addHelpText(
      "after",
      `
Only files that are new or changed are read; articles whose file is no longer among the inputs go. A file that is no
knowledge file is refused, the others go on, and the exit code is 1.

The file of identities has lines, split by tabs: same ID ID, apart ID ID, move ARTICLE ENTITY ID, move ARTICLE ENTITY new.

Examples:
  copydesk corpus build output -o corpus
  copydesk corpus build 2024 2025 -o corpus --json`,
    )
    .action(async (inputs: readonly string[], given: Given) => finish(await run(inputs, given)));

async function run(inputs: readonly string[], given: Given): Promise<ExitCode> {
  const begun = performance.now();
  const { buildCorpus } = await import("../../corpus/build.js");
  const showsProgress = process.stderr.isTTY === true && given.quiet !== true;
  const result = await buildCorpus(inputs, {
    folder: given.output,
    ...(given.identities === undefined ? {} : { forced: given.identities }),
    isFull: given.full === true,
    onProgress: (read, all) => showsProgress && process.stderr.write(`\r${read} of ${all} files`),
  });
  if (showsProgress) process.stderr.write("\r\u001B[K");
  for (const { file, message } of result.refused) process.stderr.write(`${showable(`${file}: ${message}`)}\n`);
  const seconds = (performance.now() - begun) / 1000;
  if (given.json) {
    const { parts, ...manifest } = result.manifest;
    process.stdout.write(
      `${JSON.stringify({ ...result, manifest, parts: parts.length, output: given.output, seconds })}\n`,
    );
  } else if (!given.quiet) process.stdout.write(buildSummary(result, given.output, seconds));
  return result.refused.length > 0 ? EXIT.failed : EXIT.ok;
}
