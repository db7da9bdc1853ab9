/** Compiles src and pipelines to dist, copies the lexicons beside the compiled code, bundles the explore pages, and makes the command executable. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundlePage } from "./bundle-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [tsc, "-p", `${root}tsconfig.build.json`], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
for (const folder of ["en", "gazetteers"]) {
  cpSync(`${root}src/lexicons/${folder}`, `${root}dist/src/lexicons/${folder}`, { recursive: true });
}
cpSync(`${root}src/corpus/questions`, `${root}dist/src/corpus/questions`, { recursive: true });
const { script, style } = await bundlePage();
mkdirSync(`${root}dist/src/explore/page`, { recursive: true });
writeFileSync(`${root}dist/src/explore/page/site.js`, script);
writeFileSync(`${root}dist/src/explore/page/site.css`, style);
chmodSync(`${root}dist/src/cli/bin.js`, 0o755);
