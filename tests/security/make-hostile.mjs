/**
 * Writes a folder of hostile inputs, the same each time.
 *   node tests/security/make-hostile.mjs FOLDER [--size 20000]
 */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { folders } from "./hostile/folders.mjs";
import { packed } from "./hostile/packed.mjs";
import { pages } from "./hostile/pages.mjs";
import { records } from "./hostile/records.mjs";
import { texts } from "./hostile/texts.mjs";

/** All inputs; `size` is the length of each text in UTF-16 units. */
export const hostileInputs = (size) => [...texts(size), ...records(), ...pages(), ...packed(), ...folders()];

/** Writes inputs below a folder. */
export function writeInputs(folder, inputs) {
  for (const { path, content, link } of inputs) {
    const target = join(folder, path);
    mkdirSync(content === undefined && link === undefined ? target : dirname(target), { recursive: true });
    if (content !== undefined) writeFileSync(target, content);
    else if (link !== undefined) symlinkSync(link, target);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { size: { type: "string", default: "20000" } },
  });
  const inputs = hostileInputs(Number(values.size));
  writeInputs(positionals[0], inputs);
  console.log(`${inputs.length} hostile inputs in ${positionals[0]}`);
}
