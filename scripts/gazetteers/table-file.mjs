/** Writes a gazetteer: header, then rows sorted by code unit, tab between fields; with `.br` at the end of its name, brotli. */
import { writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const FOLDER = new URL("../../src/lexicons/gazetteers/", import.meta.url);

/** A header of `# ` lines, in the form that src/lexicons asks for. */
export const header = (about, source, licence) =>
  [...about.map((line) => `# ${line}`), `# source: ${source}`, `# licence: ${licence}`].join("\n");

export function writeTable(name, head, rows) {
  const lines = rows.map((row) => row.join("\t"));
  const text = `${head}\n${[...new Set(lines)].sort((a, b) => (a < b ? -1 : 1)).join("\n")}\n`;
  const bytes = name.endsWith(".br")
    ? brotliCompressSync(text, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
      })
    : text;
  writeFileSync(new URL(name, FOLDER), bytes);
  return {
    name,
    rows: lines.length,
    kilobytes: Math.round(bytes.length / 1024),
    plain: Math.round(text.length / 1024),
  };
}
