import { wrapped } from "../show/wrap.js";

/**
 * A help text at the terminal's width: lines that begin at the margin and follow one another are one paragraph, broken
 * anew; indented lines (options, examples) stay as they are.
 */
export const reflowed = (help: string, width: number): string =>
  help
    .replace(/^(\S.*)\n(?=\S)/gm, "$1 ")
    .split("\n")
    .map((line) => (line.startsWith(" ") ? line : wrapped(line, width)))
    .join("\n");
