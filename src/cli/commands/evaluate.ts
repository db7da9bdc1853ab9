import { type Command, InvalidArgumentError } from "commander";
import { TOLERANCE } from "../../evaluate/floors/gate.js";
import { KINDS, type Kind } from "../../evaluate/gold/gold-article.js";
import { showable } from "../../show/ansi.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import { progressOn } from "../progress.js";
import type { Session } from "../session.js";
import { jobsOption, pipelineOption } from "./options.js";

interface Given {
  readonly gold: readonly string[];
  readonly pipeline: string;
  readonly knowledge?: string;
  readonly kind?: readonly Kind[];
  readonly format?: string;
  readonly corpus?: string;
  readonly output?: string;
  readonly baseline?: string;
  readonly tolerance: number;
  readonly update?: boolean;
  readonly allowRegression?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly jobs: number;
}

/** Adds `copydesk evaluate`. */
export const addEvaluate = (program: Command, { signal, finish }: Session): Command =>
  program
    .command("evaluate")
    .description("Score a pipeline on gold: names, times, attribution, coreference, claims.")
    .requiredOption("-g, --gold <path...>", "gold files, or folders of them, in any format that Copydesk knows")
    .addOption(pipelineOption())
    .option("--knowledge <path>", "score these knowledge files instead of running a pipeline")
    .option("-k, --kind <kinds>", `only these kinds, with commas between: ${KINDS.join(", ")}`, kindsOf)
    .option("--format <name>", "read the gold as this format, where it cannot be told")
    .option("--corpus <name>", "take all gold as one corpus of this name")
    .option("-o, --output <folder>", "write report.json, report.md, report.xml (JUnit) and errors.html here")
    .option("-b, --baseline <file>", "floors: fail when a score falls below its floor beyond noise")
    .option("--tolerance <points>", "what a score may fall below its floor, from 0 to 1", fraction, TOLERANCE)
    .option("--update", "pin new and higher scores in the baseline")
    .option("--allow-regression", "with --update, pin lower scores too")
    .addOption(jobsOption())
    .option("--json", "print the report as JSON")
    .option("-q, --quiet", "print nothing but failures and what fell below its floor")
    .addHelpText(
      "after",
      `
Exit code 1 when a score fell below its floor, when the gold is not the one the floors were pinned on, or when an article
could not be read. docs/evaluate.md says how scores, intervals and floors are reckoned, and lists the gold formats.

Examples:
  copydesk evaluate --gold gold.jsonl --output report
  copydesk evaluate --gold annotations/ --pipeline rules-only --kind names,attribution
  copydesk evaluate --gold fixtures/gold --baseline floors.json
  copydesk evaluate --gold fixtures/gold --baseline floors.json --update`,
    )
    .action(async (given: Given) => finish(await run(given, signal)));

async function run(given: Given, signal: AbortSignal): Promise<ExitCode> {
  if (given.baseline === undefined && (given.update || given.allowRegression)) {
    throw new UsageError("--update and --allow-regression need --baseline; name the floors file");
  }
  if (given.allowRegression && !given.update) throw new UsageError("--allow-regression goes with --update");
  const [{ readGold }, cli, { choosePipeline }, { terminalReport }] = await Promise.all([
    import("../gold-in.js"),
    import("../evaluate.js"),
    import("../pipeline-choice.js"),
    import("../../evaluate/report/terminal.js"),
  ]);
  const gold = await readGold(given.gold, given);
  const reader = given.knowledge === undefined ? await choosePipeline(given.pipeline) : undefined;
  const { corpora, failed } = await cli.evaluate(gold, {
    pipeline: reader?.name ?? "knowledge",
    model: reader?.model ?? null,
    predict: reader ? cli.byPipeline(reader) : await cli.byKnowledge(given.knowledge!),
    kinds: given.kind ?? KINDS,
    jobs: given.jobs,
    signal,
    progress: progressOn(given.quiet ? { write: () => undefined } : process.stderr, () => performance.now()),
    onFailure: (line) => process.stderr.write(`${showable(line)}\n`),
  });
  if (signal.aborted) return EXIT.interrupted;
  if (corpora.every(({ kinds }) => kinds.length === 0)) {
    throw new UsageError("the gold has no layer of the wanted kinds; see --kind");
  }
  const gated =
    given.baseline === undefined
      ? { verdicts: [], failed: [] }
      : await cli.gate(corpora, given.baseline, {
          tolerance: given.tolerance,
          update: given.update === true,
          allowRegression: given.allowRegression === true,
        });
  const { pipeline } = corpora[0]!;
  const report = { pipeline, model: reader?.model ?? null, corpora, verdicts: gated.verdicts };
  if (given.output !== undefined) await cli.writeReports(given.output, report);
  if (given.json) process.stdout.write((await import("../../evaluate/report/json.js")).jsonReport(report));
  else process.stdout.write(given.quiet ? terminalReport({ ...report, corpora: [] }) : terminalReport(report));
  return failed > 0 || gated.failed.length > 0 ? EXIT.failed : EXIT.ok;
}

function kindsOf(given: string): readonly Kind[] {
  return given.split(",").map((name) => {
    const kind = KINDS.find((known) => known === name.trim());
    if (kind) return kind;
    throw new InvalidArgumentError(`'${name}' is none of ${KINDS.join(", ")}.`);
  });
}

function fraction(given: string): number {
  const number = Number(given);
  if (given.trim() !== "" && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError("expected a number from 0 to 1, such as 0.01.");
}
