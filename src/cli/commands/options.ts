import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { DEFAULT_PIPELINE, pipelineNames } from "../../../pipelines/index.js";

/** `--pipeline`, for every command that reads articles. */
export const pipelineOption = (): Option =>
  new Option(
    "-p, --pipeline <name>",
    `${pipelineNames.join(" or ")}, or a path to a module that exports 'pipeline'`,
  ).default(DEFAULT_PIPELINE);

/** `--gazetteer`, for every command that reads articles. */
export const gazetteerOption = (): Option =>
  new Option(
    "--gazetteer <file>",
    "your own names as CSV: name, scheme, id, and if wanted type, country, lat, lon; they go before all other links",
  );

/** `--jobs` of commands that read in one process: no more than four by default, as its rules have one thread. */
export const jobsOption = (): Option =>
  new Option("-j, --jobs <n>", "articles worked on at once")
    .argParser(wholeNumber(1, 256))
    .default(Math.min(4, availableParallelism()));

/** `--jobs` of commands that read in processes of their own: one for each core by default. */
export const processesOption = (): Option =>
  new Option("-j, --jobs <n>", "worker processes, each with its own model")
    .argParser(wholeNumber(1, 256))
    .default(availableParallelism());

/** `--max-size`: what one article, page or record may take. */
export const maxSizeOption = (): Option =>
  new Option("--max-size <MiB>", "largest article, page or record").argParser(wholeNumber(1, 1024)).default(8);

/** `--time-limit`: what one article may take. */
export const timeLimitOption = (): Option =>
  new Option("--time-limit <seconds>", "longest time for one article").argParser(wholeNumber(1, 86_400)).default(120);

/** `--memory`: what one process may take. */
export const memoryOption = (): Option =>
  new Option("--memory <MiB>", "most memory for one process").argParser(wholeNumber(256, 1_048_576)).default(2048);

/** Parses a whole number between two bounds, both allowed. Throws what commander turns into a usage error. */
export const wholeNumber =
  (least: number, most: number) =>
  (given: string): number => {
    const number = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`);
  };
