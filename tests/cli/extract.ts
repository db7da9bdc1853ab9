import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copydesk, ownFolder, STUB, writerIn } from "./command.js";

const root = ownFolder();
let count = 0;

/** A folder with the given files, and a place for the output beside it. */
export function inputs(files: Readonly<Record<string, string>>): { readonly folder: string; readonly output: string } {
  const folder = join(root, `case-${++count}`, "in");
  const write = writerIn(folder);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { folder, output: join(folder, "..", "out") };
}

/** The files in an output folder, without the run's own records. */
export const listed = (folder: string): string[] => readdirSync(folder).filter((name) => name !== ".copydesk");

/** One of the run's own records. */
export const recorded = (output: string, name: string): string => readFileSync(join(output, ".copydesk", name), "utf8");

/** Runs the command on a folder, with the stub for a pipeline. */
export const extract = (folder: string, output: string, ...more: string[]) =>
  copydesk(["extract", folder, "-o", output, "--pipeline", STUB, ...more]);
