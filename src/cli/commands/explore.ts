import type { Command } from "commander";
import { EXIT, type ExitCode } from "../exit.js";
import type { Session } from "../session.js";

interface Given {
  readonly output: string;
  readonly title?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `copydesk explore`. */
export const addExplore = (program: Command, { finish }: Session): Command =>
  program
    .command("explore")
    .description("Write a site over a corpus: who said what, about whom, where and when; opens from a file.")
    .argument("[corpus]", "a folder that copydesk corpus build wrote", "corpus")
    .option("-o, --output <folder>", "the site; made when it is not there", "site")
    .option("--title <title>", "stands on every page", "Copydesk")
    .option("--json", "print the summary as JSON")
    .option("-q, --quiet", "print nothing")
    .addHelpText(
      "after",
      `
The site needs no server: open index.html. It loads its own data files and nothing else, from nowhere else. Writing it
again leaves files that are as they were alone, and takes away those of articles that are gone.

Examples:
  copydesk explore corpus -o site
  copydesk corpus refresh output -o corpus --site site`,
    )
    .action(async (corpus: string, given: Given) => finish(await run(corpus, given)));

async function run(corpus: string, given: Given): Promise<ExitCode> {
  const begun = performance.now();
  const { siteSummary, writeSiteOf } = await import("../write-site.js");
  const result = await writeSiteOf(corpus, {
    folder: given.output,
    title: given.title,
    quiet: given.quiet === true,
  });
  const seconds = (performance.now() - begun) / 1000;
  if (given.json) process.stdout.write(`${JSON.stringify({ ...result, output: given.output, seconds })}\n`);
  else if (!given.quiet) process.stdout.write(siteSummary(result, given.output, seconds));
  return EXIT.ok;
}
