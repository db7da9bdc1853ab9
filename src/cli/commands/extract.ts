import type { Command } from "commander";
import { showable } from "../../show/ansi.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import type { Failure } from "../failure.js";
import { progressOn } from "../progress.js";
import type { Session } from "../session.js";
import { summaryJson, summaryTable } from "../summary.js";
import {
  gazetteerOption,
  maxSizeOption,
  memoryOption,
  pipelineOption,
  processesOption,
  timeLimitOption,
  wholeNumber,
} from "./options.js";

interface Given {
  readonly output: string;
  readonly pipeline: string;
  readonly gazetteer?: string;
  readonly jobs: number;
  readonly limit?: number;
  readonly id?: readonly string[];
  readonly watch?: boolean;
  readonly shard?: boolean;
  readonly maxSize: number;
  readonly timeLimit: number;
  readonly memory: number;
  readonly failFast?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly text: boolean;
  readonly quiet?: boolean;
}

const MIB = 1024 * 1024;
/** Milliseconds between two looks at watched folders. */
const WATCH_INTERVAL = 1000;

/** Adds `copydesk extract`. */
export const addExtract = (program: Command, { signal, finish }: Session): Command =>
  program
    .command("extract")
    .description("Write a knowledge file for each article.")
    .argument("<input...>", "files, folders, globs, or - for standard input")
    .option("-o, --output <folder>", "where the knowledge files go; made when it is not there", "output")
    .addOption(pipelineOption())
    .addOption(gazetteerOption())
    .addOption(processesOption())
    .option("-l, --limit <n>", "take no more than this many articles", wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option("--id <id...>", "take only the articles with these ids")
    .option("-w, --watch", "go on looking for new and changed files, and read them once they have settled")
    .option("--shard", "spread the files over 256 sub-folders; done by itself for large inputs")
    .option("--no-shard", "keep all files in one folder")
    .addOption(maxSizeOption())
    .addOption(timeLimitOption())
    .addOption(memoryOption())
    .option("--fail-fast", "stop at the first article that fails")
    .option("-f, --force", "read every article again, and overwrite files that differ")
    .option("--no-text", "leave the article's text out of its file")
    .option("--json", "print the summary as JSON")
    .option("-q, --quiet", "print nothing but failures")
    .addHelpText(
      "after",
      `
Reads .txt .md .html .json .ndjson .jsonl .csv .warc, and .gz of these. The file is named after the article's id. A journal
in <output>/.copydesk says what was read: an article that has not changed since is not read again, and a run that was cut
short goes on where it stood when the same command is given. A file that Copydesk did not write is not overwritten unless
--force is given. Failed articles are in <output>/.copydesk/quarantine.ndjson, each with the command to try it again.

Examples:
  copydesk extract seeds -o output
  copydesk extract 'feed/**/*.html' -o output --jobs 2 --fail-fast
  copydesk extract CC-NEWS-20250207.warc.gz -o output
  zcat crawl.ndjson.gz | copydesk extract - -o output --limit 100 --json
  copydesk extract inbox -o output --watch
  copydesk extract article.txt -o output --pipeline ./my-pipeline.mjs`,
    )
    .action(async (inputs: readonly string[], given: Given, command: Command) =>
      finish(await run(inputs, given, keptOptions(command), signal)),
    );

async function run(
  inputs: readonly string[],
  given: Given,
  kept: readonly string[],
  signal: AbortSignal,
): Promise<ExitCode> {
  const begun = new Date();
  const [
    { extract },
    { openInputs, passedByLine },
    { startPool },
    { openRunFolder },
    { claims: newClaims },
    { runIdentity },
    { readGazetteer },
    { runManifest },
  ] = await Promise.all([
    import("../extract.js"),
    import("../input-files.js"),
    import("../start-pool.js"),
    import("../../run/run-folder.js"),
    import("../../run/claims.js"),
    import("../run-identity.js"),
    import("../../read/read-gazetteer.js"),
    import("../run-manifest.js"),
  ]);
  const claims = newClaims();
  const { items, shareOf, usual, ids, passedBy } = await openInputs(inputs, {
    stdin: process.stdin,
    limit: given.limit,
    limits: { recordBytes: given.maxSize * MIB },
    only: given.id && new Set(given.id),
    watch: given.watch ? { interval: WATCH_INTERVAL, signal, onAgain: claims.readAgain } : undefined,
  });
  if (given.gazetteer !== undefined) await readGazetteer(given.gazetteer); // told before any process starts
  const pool = startPool(
    { pipeline: given.pipeline, gazetteer: given.gazetteer, withText: given.text, layout: "page" },
    given,
  );
  try {
    const identity = await runIdentity(given, pool.ready);
    const folder = await openRunFolder(given.output, {
      force: given.force === true,
      layout: given.shard === undefined ? undefined : given.shard ? "sharded" : "flat",
      usual,
      pid: process.pid,
      isAlive,
      begin: { event: "run", at: begun.toISOString(), ...identity },
    });
    try {
      const result = await extract(items, {
        pool,
        folder,
        claims,
        ids,
        identity,
        jobs: given.jobs,
        force: given.force === true,
        failFast: given.failFast === true,
        signal,
        progress: progressOn(given.quiet ? { write: () => undefined } : process.stderr, () => performance.now()),
        shareOf,
        retry: (failure) => retryCommand(failure, inputs, [given.output, kept], ids.isMade),
        onFailure: (line) => process.stderr.write(`${showable(line)}\n`),
      });
      const ended = new Date();
      const summary = { ...result, output: given.output, seconds: (ended.getTime() - begun.getTime()) / 1000 };
      const manifest = runManifest({ identity, inputs, given, result, folder, pool, begun, ended, signal });
      await folder.close({ event: "end", at: ended.toISOString(), status: manifest.status }, manifest);
      const { written, unchanged, duplicates, failed } = result;
      if (written + unchanged + duplicates + failed.length === 0 && !signal.aborted) {
        const what = given.id ? `no article with the id ${given.id.join(", ")}` : "no article";
        throw new UsageError(`${inputs.join(", ")}: ${what} in it; copydesk extract --help lists the formats`);
      }
      if (given.json) process.stdout.write(summaryJson(summary));
      else if (!given.quiet) process.stdout.write(summaryTable(summary));
      if (passedBy.length > 0 && !given.quiet) process.stderr.write(`copydesk: ${showable(passedByLine(passedBy))}\n`);
      return failed.length > 0 ? EXIT.failed : EXIT.ok;
    } finally {
      folder.abandon();
    }
  } finally {
    pool.close();
  }
}

/** The command that tries one article again. An id with folders in it was made among all the inputs, so all are named. */
function retryCommand(
  { id, file }: Failure,
  inputs: readonly string[],
  [output, kept]: readonly [output: string, kept: readonly string[]],
  isMade: (id: string) => boolean,
): string {
  const sources = id !== undefined && isMade(id) ? inputs : [file === "standard input" ? "-" : file];
  const words = ["copydesk", "extract", ...sources, "-o", output, ...kept, ...(id === undefined ? [] : ["--id", id])];
  return words.map(quoted).join(" ");
}

/** Options that the reading of an article goes by: a second try is given those that this run was given. */
const KEPT = new Set(["pipeline", "gazetteer", "maxSize", "timeLimit", "memory", "text"]);

const keptOptions = (command: Command): readonly string[] =>
  command.options
    .filter((option) => KEPT.has(option.attributeName()))
    .filter((option) => command.getOptionValueSource(option.attributeName()) === "cli")
    .flatMap((option) => {
      const value: unknown = command.getOptionValue(option.attributeName());
      return typeof value === "boolean" ? [option.long!] : [option.long!, String(value)];
    });

/** A word for a POSIX shell. */
const quoted = (word: string): string => (/^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
