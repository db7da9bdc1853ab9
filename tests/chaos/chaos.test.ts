import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { STUB } from "../cli/command.js";

/** Runs a script of this folder to its end. The whole of it: npm run test:chaos. */
function run(script: string, ...args: string[]) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return spawnSync(process.execPath, [file, ...args], { encoding: "utf8", timeout: 150_000 });
}

it("comes out the same, to the byte, when its process group is killed three times on the way", {
  timeout: 160_000,
}, () => {
  const { status, stdout, stderr } = run("chaos.mjs", "--articles", "60", "--kills", "3");
  expect(stderr).toBe("");
  expect(stdout.match(/SIGKILL/g)).toHaveLength(3);
  expect([status, stdout.trimEnd().split("\n").at(-1)]).toEqual([0, "identical to the undisturbed run"]);
});

it("says so when the disk is full, loses nothing, and goes on when there is room", { timeout: 160_000 }, (context) => {
  const { status, stdout, stderr } = run("full-disk.mjs", "--articles", "200", "--pipeline", STUB);
  if (status === 77) context.skip(stdout.trim());
  expect([stderr, stdout.trimEnd().split("\n").at(-1), status]).toEqual(["", "identical to the run that had room", 0]);
});
