/**
 * Pins the floors of fixtures/gold for both pipelines: what is new or higher, and what is lower only with
 * --allow-regression.  npm run floors -- [--allow-regression]
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
for (const pipeline of ["rules-only", "news"]) {
  const args = [
    "evaluate",
    "--gold",
    path("fixtures/gold"),
    "--pipeline",
    pipeline,
    "--baseline",
    path("fixtures/gold/floors.json"),
  ];
  const options = ["--update", "--quiet", ...process.argv.slice(2)];
  const { status } = spawnSync(
    process.execPath,
    [process.env.COPYDESK_BIN ?? path("dist/src/cli/bin.js"), ...args, ...options],
    { stdio: "inherit" },
  );
  if (status !== 0) process.exitCode = 1;
}
