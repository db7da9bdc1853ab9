/** Compiles src and pipelines to dist, copies the lexicons beside the compiled code, and makes the command executable. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [tsc, "-p", `${root}tsconfig.build.json`], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
for (const folder of ["en", "gazetteers"]) {
  cpSync(`${root}src/lexicons/${folder}`, `${root}dist/src/lexicons/${folder}`, { recursive: true });
}
cpSync(`${root}src/corpus/questions`, `${root}dist/src/corpus/questions`, { recursive: true });
chmodSync(`${root}dist/src/cli/bin.js`, 0o755);
