import type { Command } from "commander";
import { EXIT } from "../exit.js";
import { ToldError } from "../failure.js";
import type { Session } from "../session.js";
import type { WorkerOptions } from "../worker.js";
import {
  gazetteerOption,
  maxSizeOption,
  memoryOption,
  pipelineOption,
  processesOption,
  timeLimitOption,
} from "./options.js";

interface Given {
  readonly pipeline: string;
  readonly gazetteer?: string;
  readonly jobs: number;
  readonly maxSize: number;
  readonly timeLimit: number;
  readonly memory: number;
  readonly text: boolean;
}

const MIB = 1024 * 1024;

/** Adds `copydesk worker`. */
export const addWorker = (program: Command, { signal, finish }: Session): Command =>
  program
    .command("worker")
    .description("Read NDJSON articles on standard input, write one line for each on standard output.")
    .addOption(pipelineOption())
    .addOption(gazetteerOption())
    .addOption(processesOption())
    .addOption(maxSizeOption())
    .addOption(timeLimitOption())
    .addOption(memoryOption())
    .option("--no-text", "leave the article's text out of its line")
    .addHelpText(
      "after",
      `
A line in: {"id", "text", "published"?, "title"?, "author"?, "url"?, "source"?}, or a record of a scraper that Copydesk
knows. A line out, in the same order: a knowledge file, or {"id", "error": {"stage", "message"}}. A blank line is answered
too, with an error. The exit code is 0 whatever the articles hold. With --jobs 1 all is done in one process, without the
limits on time and memory: for callers that start many workers and watch them.

Examples:
  copydesk worker < articles.ndjson > knowledge.ndjson
  zcat feed.ndjson.gz | copydesk worker --no-text | jq -c '.quotes[]?.speaker'`,
    )
    .action(async (given: Given) => {
      const [{ work }, { readRecord }] = await Promise.all([
        import("../worker.js"),
        import("../../read/article-from-record.js"),
      ]);
      const { read, jobs, close } = await (given.jobs === 1 ? inThisProcess(given) : inProcesses(given));
      try {
        await work(process.stdin, process.stdout, {
          read,
          articleOf: (record) => readRecord(record),
          jobs,
          maxBytes: given.maxSize * MIB,
          signal,
        });
      } finally {
        close();
      }
      finish(EXIT.ok);
    });

type Reading = Pick<WorkerOptions, "read" | "jobs"> & { readonly close: () => void };

async function inThisProcess({ pipeline, gazetteer, text }: Given): Promise<Reading> {
  const [{ choosePipeline }, { readOne }] = await Promise.all([
    import("../pipeline-choice.js"),
    import("../one-article.js"),
  ]);
  const reader = await choosePipeline(pipeline, gazetteer);
  const options = { withText: text, layout: "line" } as const;
  return { read: async (article) => (await readOne(reader, article, options)).json, jobs: 1, close: () => undefined };
}

async function inProcesses(given: Given): Promise<Reading> {
  const { startPool } = await import("../start-pool.js");
  const pool = startPool(
    { pipeline: given.pipeline, gazetteer: given.gazetteer, withText: given.text, layout: "line" },
    given,
  );
  try {
    await pool.ready;
  } catch (error) {
    pool.close();
    throw error;
  }
  return {
    read: async (article) => {
      const answer = await pool.read(article);
      if (answer.error) throw new ToldError(answer.error.stage, answer.error.message);
      return answer.json;
    },
    jobs: 2 * given.jobs, // one being read and one at hand for each process
    close: pool.close,
  };
}
