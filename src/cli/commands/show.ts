import type { Command } from "commander";
import { EXIT } from "../exit.js";
import type { Session } from "../session.js";
import { isColoured } from "./colour.js";
import { gazetteerOption, pipelineOption } from "./options.js";

interface Given {
  readonly html?: boolean;
  readonly claims?: boolean;
  readonly id?: string;
  readonly pipeline: string;
  readonly gazetteer?: string;
}

/** Adds `copydesk show`. */
export const addShow = (program: Command, { finish }: Session): Command =>
  program
    .command("show")
    .description("Show one article with its names, quotations and dates marked.")
    .argument("<file>", "a knowledge file, or an article, which is then read; - for standard input")
    .option("--html", "print a self-contained page")
    .option("--claims", "mark and list claims too")
    .option("--id <id>", "the article to show, in a file of several; the first by default")
    .addOption(pipelineOption())
    .addOption(gazetteerOption())
    .addHelpText(
      "after",
      `
Colour is used on a terminal and can be turned off with NO_COLOR=1, or on with FORCE_COLOR=1.

Examples:
  copydesk show output/a1.knowledge.json
  copydesk show article.html --claims | less -R
  copydesk show article.txt --html > article.html`,
    )
    .action(async (file: string, given: Given) => {
      const { knowledgeIn } = await import("../knowledge-in.js");
      const { knowledge, others } = await knowledgeIn(file, given);
      if (others) process.stderr.write(`copydesk: ${file} holds more articles; --id shows another than the first\n`);
      if (given.html) {
        const { htmlView } = await import("../../show/html-view.js");
        process.stdout.write(htmlView(knowledge, { claims: given.claims === true }));
      } else {
        const { terminalView } = await import("../../show/terminal-view.js");
        process.stdout.write(
          terminalView(knowledge, {
            isColoured: isColoured(process.env, process.stdout),
            claims: given.claims === true,
            width: process.stdout.isTTY ? process.stdout.columns : undefined,
          }),
        );
      }
      finish(EXIT.ok);
    });
