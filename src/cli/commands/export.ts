import { type Command, Option } from "commander";
import { DEFAULT_BASE } from "../../export/identifiers.js";
import { showable } from "../../show/ansi.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import type { Session } from "../session.js";

/** Names of the formats; the exporters themselves are loaded when one runs. A test keeps the two equal. */
export const EXPORT_NAMES = ["web-annotation", "schema-org", "ninjs", "ftm", "brat"] as const;

interface Given {
  readonly format: (typeof EXPORT_NAMES)[number];
  readonly output?: string;
  readonly base: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `copydesk export`. */
export const addExport = (program: Command, { signal, finish }: Session): Command =>
  program
    .command("export")
    .description("Write knowledge files in the forms of others: JSON-LD, ninjs, FollowTheMoney, brat.")
    .argument("<file...>", "knowledge files, folders of them, .ndjson of one a line, or - for that on standard input")
    .addOption(new Option("-f, --format <format>", "the form").choices(EXPORT_NAMES).makeOptionMandatory())
    .option("-o, --output <path>", "a folder, or a file that ends in .ndjson; standard output, as NDJSON, without it")
    .option("--base <iri>", "beginning of the identifiers of articles and items", DEFAULT_BASE)
    .option("--json", "print the summary as JSON")
    .option("-q, --quiet", "print nothing but files that are refused")
    .addHelpText(
      "after",
      `
  web-annotation  W3C Web Annotation, JSON-LD: a collection an article, offsets in code points
  schema-org      NewsArticle, Quotation and Claim as schema.org JSON-LD
  ninjs           IPTC ninjs 3.1
  ftm             FollowTheMoney entities, one a line
  brat            brat standoff: .txt, .ann and .record.json; needs a folder

Tables as CSV are of a whole corpus: copydesk corpus build, then copydesk corpus export. A file that cannot be exported is
refused by name, the others go on, and the exit code is 1.

Examples:
  copydesk export output --format ninjs -o ninjs
  copydesk export output --format ftm -o entities.ftm.ndjson
  copydesk worker < articles.ndjson | copydesk export - --format schema-org | gzip > graph.ndjson.gz`,
    )
    .action(async (inputs: readonly string[], given: Given) => finish(await run(inputs, given, signal)));

async function run(inputs: readonly string[], given: Given, signal: AbortSignal): Promise<ExitCode> {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(given.base)) {
    throw new UsageError(`--base takes an IRI such as https://paper.example/knowledge/; got '${given.base}'`);
  }
  const { EXPORTERS } = await import("../export-formats.js");
  const { exportKnowledge } = await import("../export-knowledge.js");
  const result = await exportKnowledge(inputs, {
    exporter: EXPORTERS.find(({ name }) => name === given.format)!,
    output: given.output,
    base: given.base,
    signal,
    onRefused: ({ file, message }) => process.stderr.write(`${showable(`${file}: ${message}`)}\n`),
  });
  if (signal.aborted) return EXIT.interrupted;
  const { articles, files, lines, refused } = result;
  const summary = given.json
    ? JSON.stringify({ ...result, format: given.format, output: given.output ?? null })
    : [
        `${articles} ${articles === 1 ? "article" : "articles"} exported as ${given.format}`,
        given.output === undefined
          ? []
          : `${lines > 0 ? `${lines} lines` : `${files} files`} in ${showable(given.output)}`,
        refused > 0 ? `${refused} refused` : [],
      ]
        .flat()
        .join(", ");
  const stream = given.output === undefined ? process.stderr : process.stdout; // standard output holds the export itself
  if (!given.quiet) stream.write(`${summary}\n`);
  return refused > 0 ? EXIT.failed : EXIT.ok;
}
