import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const hasPython = spawnSync("python3", ["--version"]).status === 0;

test.skipIf(!hasPython)("the Spark side of copydesk worker: cluster/copydesk_worker.py", () => {
  const script = fileURLToPath(new URL("worker_client.py", import.meta.url));
  const { status, stderr } = spawnSync("python3", [script, process.execPath], { encoding: "utf8" });
  expect(stderr).toMatch(/^Ran 7 tests/m);
  expect(status, stderr).toBe(0);
});
