import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { type Limit, parseTolerance } from "../../compare/tolerance.js";
import { showable } from "../../show/ansi.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import type { Session } from "../session.js";
import { isColoured } from "./colour.js";
import { wholeNumber } from "./options.js";

interface Given {
  readonly tolerance?: readonly Limit[];
  readonly top?: number;
  readonly json?: boolean;
  readonly html?: string;
}

/** Articles shown with their changes when --top does not say how many. */
const TOP = { terminal: 10, page: 200 };

/** Adds `copydesk diff`. */
export const addDiff = (program: Command, { signal, finish }: Session): Command =>
  program
    .command("diff")
    .description("Compare two sets of knowledge files as knowledge: which facts were lost, gained, changed.")
    .argument("<old>", "a folder of *.knowledge.json, a knowledge file, or .ndjson of one a line")
    .argument("<new>", "the same, read anew")
    .option("-t, --tolerance <limits>", "changes allowed: 5, 2%, quotes=1%,times=0; may be repeated", limitsOption)
    .option(
      "--top <n>",
      `articles shown with their changes (${TOP.terminal}; on a page ${TOP.page})`,
      wholeNumber(0, 1e9),
    )
    .option("--json", "print everything as JSON")
    .option("--html <file>", "write a page too")
    .addHelpText(
      "after",
      `
Facts are paired by the words they are about, never by id. Without --tolerance any change is too much; with it only the
limits given are checked. A share is of the old facts. Kinds: articles, header, entities, mentions, quotes, times, claims,
problems, or all.

Examples:
  copydesk diff output.old output
  copydesk diff output.old output --tolerance all=1%,quotes=0 --html diff.html
  copydesk diff a.knowledge.json b.knowledge.json --json | jq .counts.quotes

Exit codes: 0 within the tolerance, 1 not, or some files could not be compared, 2 wrong usage or no input.`,
    )
    .action(async (old: string, now: string, given: Given) => finish(await run(old, now, given, signal)));

async function run(old: string, now: string, given: Given, signal: AbortSignal): Promise<ExitCode> {
  const [{ compareFolders }, { isWithin }] = await Promise.all([
    import("../diff.js"),
    import("../../compare/report/comparison.js"),
  ]);
  const { comparison, details } = await compareFolders(old, now, {
    limits: given.tolerance ?? [{ kind: "all", most: 0, unit: "changes" }],
    signal,
    onFailure: ({ file, message }) => process.stderr.write(`${showable(`${file}: ${message}`)}\n`),
  });
  if (given.html !== undefined) {
    const { htmlReport } = await import("../../compare/report/html.js");
    await write(given.html, htmlReport(comparison, details(given.top ?? TOP.page)));
  }
  if (given.json) {
    const { jsonReport } = await import("../../compare/report/json.js");
    await print(jsonReport(comparison, details(given.top ?? Number.POSITIVE_INFINITY)));
  } else {
    const { terminalReport } = await import("../../compare/report/terminal.js");
    const options = { isColoured: isColoured(process.env, process.stdout) };
    await print(terminalReport(comparison, details(given.top ?? TOP.terminal), options));
  }
  return isWithin(comparison) ? EXIT.ok : EXIT.failed;
}

function limitsOption(given: string, before: readonly Limit[] = []): readonly Limit[] {
  const limits = parseTolerance(given);
  if (typeof limits === "string") throw new InvalidArgumentError(limits);
  return [...before, ...limits];
}

async function print(pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, "drain");
  }
}

async function write(path: string, pieces: AsyncIterable<string>): Promise<void> {
  try {
    await writeFile(path, pieces);
  } catch (cause) {
    throw new UsageError(`cannot write ${path} (${(cause as Error).message}); name another with --html`, { cause });
  }
}
