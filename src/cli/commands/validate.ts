import type { Command } from "commander";
import { showable } from "../../show/ansi.js";
import { EXIT } from "../exit.js";
import type { Session } from "../session.js";

interface Given {
  readonly json?: boolean;
}

/** Adds `copydesk validate`. */
export const addValidate = (program: Command, { finish }: Session): Command =>
  program
    .command("validate")
    .description("Check knowledge files: their shape, their spans, their references.")
    .argument("<file...>", "knowledge files, folders of them, or .ndjson of one a line")
    .option("--json", "print the faults as JSON")
    .addHelpText(
      "after",
      `
Examples:
  copydesk validate output
  copydesk validate output/a1.knowledge.json --json`,
    )
    .action(async (paths: readonly string[], given: Given) => {
      const { validate } = await import("../validate.js");
      const { checked, faults } = await validate(paths);
      if (given.json) {
        process.stdout.write(`${JSON.stringify({ checked, faults })}\n`);
      } else {
        for (const { file, line, path, message, mend } of faults) {
          const place = line === undefined ? file : `${file}:${line}`;
          process.stdout.write(`${showable(`${place}: ${path}: ${message}; ${mend}`)}\n`);
        }
        process.stdout.write(`${checked} checked, ${verdict(faults.length)}\n`);
      }
      finish(faults.length > 0 ? EXIT.failed : EXIT.ok);
    });

const verdict = (faults: number): string =>
  faults === 0 ? "all valid" : faults === 1 ? "1 fault" : `${faults} faults`;
