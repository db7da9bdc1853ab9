import type { Command } from "commander";
import { EXIT } from "../exit.js";
import type { Session } from "../session.js";
import { jobsOption, pipelineOption } from "./options.js";

interface Given {
  readonly pipeline: string;
  readonly jobs: number;
  readonly text: boolean;
}

/** Adds `copydesk worker`. */
export const addWorker = (program: Command, { signal, finish }: Session): Command =>
  program
    .command("worker")
    .description("Read NDJSON articles on standard input, write one line for each on standard output.")
    .addOption(pipelineOption())
    .addOption(jobsOption())
    .option("--no-text", "leave the article's text out of its line")
    .addHelpText(
      "after",
      `
A line in: {"id", "text", "published"?, "title"?, "author"?, "url"?, "source"?}, or a record of a scraper that Copydesk
knows. A line out, in the same order: a knowledge file, or {"id", "error": {"stage", "message"}}. A blank line is answered
too, with an error. The exit code is 0 whatever the articles hold.

Examples:
  copydesk worker < articles.ndjson > knowledge.ndjson
  zcat feed.ndjson.gz | copydesk worker --no-text | jq -c '.quotes[]?.speaker'`,
    )
    .action(async (given: Given) => {
      const [{ work }, { choosePipeline }, { readRecord }] = await Promise.all([
        import("../worker.js"),
        import("../pipeline-choice.js"),
        import("../../read/article-from-record.js"),
      ]);
      const reader = await choosePipeline(given.pipeline);
      await work(process.stdin, process.stdout, {
        reader,
        articleOf: (record) => readRecord(record),
        jobs: given.jobs,
        withText: given.text,
        signal,
      });
      finish(EXIT.ok);
    });
