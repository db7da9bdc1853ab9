import type { Command } from "commander";
import { showable } from "../../show/ansi.js";
import { buildSummary } from "../corpus-output.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { Session } from "../session.js";

interface Given {
  readonly output: string;
  readonly site: string;
  readonly title?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `copydesk corpus refresh`. */
export const addCorpusRefresh = (corpus: Command, { finish }: Session): Command =>
  corpus
    .command("refresh")
    .description("After a batch: refresh the tables, then the site over them.")
    .argument("<input...>", "folders of knowledge files, or single ones: all that the corpus is to hold")
    .option("-o, --output <folder>", "the corpus; made when it is not there", "corpus")
    .option("--site <folder>", "the site; made when it is not there", "site")
    .option("--title <title>", "stands on every page of the site", "Copydesk")
    .option("--json", "print the summary as JSON")
    .option("-q, --quiet", "print nothing but files that are refused")
    .addHelpText(
      "after",
      `
The same as copydesk corpus build and then copydesk explore. A file that is no knowledge file is refused, the others go
on, and the exit code is 1.

Examples:
  copydesk corpus refresh output -o corpus --site site
  copydesk extract news -o output; copydesk corpus refresh output     every night, from cron`,
    )
    .action(async (inputs: readonly string[], given: Given) => finish(await run(inputs, given)));

async function run(inputs: readonly string[], given: Given): Promise<ExitCode> {
  const begun = performance.now();
  const [{ buildCorpus }, { siteSummary, writeSiteOf }] = await Promise.all([
    import("../../corpus/build.js"),
    import("../write-site.js"),
  ]);
  const built = await buildCorpus(inputs, { folder: given.output });
  const buildSeconds = (performance.now() - begun) / 1000;
  for (const { file, message } of built.refused) process.stderr.write(`${showable(`${file}: ${message}`)}\n`);
  const site = await writeSiteOf(given.output, {
    folder: given.site,
    title: given.title,
    quiet: given.quiet === true,
  });
  const seconds = (performance.now() - begun) / 1000;
  if (given.json) {
    const { parts: _, ...manifest } = built.manifest;
    const corpus = { ...built, manifest, output: given.output, seconds: buildSeconds };
    process.stdout.write(`${JSON.stringify({ corpus, site: { ...site, output: given.site }, seconds })}\n`);
  } else if (!given.quiet) {
    process.stdout.write(
      `${buildSummary(built, given.output, buildSeconds)}\n${siteSummary(site, given.site, seconds - buildSeconds)}`,
    );
  }
  return built.refused.length > 0 ? EXIT.failed : EXIT.ok;
}
