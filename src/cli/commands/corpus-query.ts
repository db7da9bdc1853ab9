import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { Asked, Question } from "../../corpus/questions.js";
import { answerText, FORMATS, type Format } from "../corpus-output.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import type { Session } from "../session.js";
import { wholeNumber } from "./options.js";

interface Given extends Asked {
  readonly corpus: string;
  readonly format?: Format;
  readonly output?: string;
  readonly list?: boolean;
}

/** Adds `copydesk corpus query`. */
export const addCorpusQuery = (corpus: Command, { finish }: Session): Command =>
  corpus
    .command("query")
    .description("Ask a corpus: a question that stands ready, by name, or SQL.")
    .argument("[question]", "the name of a question (--list), or a SELECT")
    .argument("[name]", "who or what the question is about")
    .option("-c, --corpus <folder>", "the corpus", "corpus")
    .option("--outlet <outlet>", "questions only: articles of this outlet")
    .option("--month <month>", "questions only: articles published in this month, 2025-02")
    .option("-l, --limit <n>", "questions only: at most this many rows", wholeNumber(1, 1_000_000_000))
    .addOption(new Option("-f, --format <format>", "table by default; parquet needs -o").choices(FORMATS))
    .option("-o, --output <file>", "write the answer to a file; its ending tells the format: .csv .json .parquet")
    .option("--list", "list the questions that stand ready")
    .addHelpText(
      "after",
      `
SQL is DuckDB's, over the tables of copydesk corpus schema and the views entity_identities (the identity of each entity)
and spoken (quotes with speaker, outlet and date). One SELECT; nothing else runs, so nothing is changed or written.

Examples:
  copydesk corpus query --list
  copydesk corpus query top-speakers --outlet example.org --month 2025-02 --limit 10
  copydesk corpus query quotes-of "Ann Lee" -f csv > lee.csv
  copydesk corpus query "SELECT speaker, count(*) FROM spoken WHERE presented_as = 'denied' GROUP BY ALL" -o denials.parquet`,
    )
    .action(async (question: string | undefined, name: string | undefined, given: Given) =>
      finish(await run(question, name === undefined ? given : { ...given, name })),
    );

async function run(question: string | undefined, given: Given & { readonly name?: string }): Promise<ExitCode> {
  const { questions, boundFor } = await import("../../corpus/questions.js");
  const ready = questions();
  if (given.list) {
    process.stdout.write(`${ready.map(line).join("\n")}\n`);
    return EXIT.ok;
  }
  if (question === undefined) throw new UsageError("what is asked? Name a question (--list), or give a SELECT");
  const known = ready.find((one) => one.name === question.trim());
  if (!known && !/[\s;(]/.test(question.trim())) {
    throw new UsageError(`no question '${question}'; these stand ready: ${ready.map((one) => one.name).join(", ")}`);
  }
  if (!known) refuseFilters(given);
  const format = formatOf(given);
  const { queryCorpus } = await import("../../corpus/query.js");
  const bound = known ? boundFor(known, given) : {};
  if (format === "parquet") {
    await queryCorpus(given.corpus, known?.sql ?? question, { bound, parquet: given.output! });
    return EXIT.ok;
  }
  const answer = await queryCorpus(given.corpus, known?.sql ?? question, { bound });
  const text = answerText(
    answer,
    format,
    given.output === undefined && process.stdout.isTTY ? process.stdout.columns : undefined,
  );
  if (given.output === undefined) process.stdout.write(text);
  else await writeFile(given.output, text);
  return EXIT.ok;
}

const line = ({ name, takes, doc }: Question): string =>
  `${`${name}${takes === "name" ? " NAME" : takes === "name?" ? " [NAME]" : ""}`.padEnd(22)}${doc}`;

function refuseFilters(given: Given & { readonly name?: string }): void {
  for (const option of ["name", "outlet", "month", "limit"] as const) {
    if (given[option] === undefined) continue;
    throw new UsageError(`${option} goes with a question that stands ready, not with SQL; put it into the SELECT`);
  }
}

function formatOf({ format, output }: Given): Format {
  const ending = output === undefined ? undefined : FORMATS.find((one) => output.endsWith(`.${one}`));
  const chosen = format ?? ending ?? (output === undefined ? "table" : "csv");
  if (chosen === "parquet" && output === undefined) throw new UsageError("Parquet is no text: name a file with -o");
  return chosen;
}
