import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lock } from "../../src/run/lock.js";
import { ownFolder } from "../cli/command.js";

const root = ownFolder();
const alive = (): boolean => true;
const dead = (): boolean => false;

it("is one process's until it lets go", () => {
  const path = join(root, "a");
  const release = lock(path, process.pid, alive);
  expect(() => lock(path, process.ppid, alive)).toThrow(
    `process ${process.pid} on ${hostname()} writes to this folder`,
  );
  release();
  expect(existsSync(path)).toBe(false);
  lock(path, process.ppid, alive)();
});

it.each([
  ["of a process that is gone", { pid: spawnSync("true").pid, host: hostname(), begun: "1" }],
  ["of an earlier process with a living one's number", { pid: process.ppid, host: hostname(), begun: "1" }],
  ["of an earlier process with our own number", { pid: process.pid, host: hostname(), begun: "1" }],
  ["that is no lock", "half a li"],
])("takes over a lock %s", (_what, content) => {
  const path = join(root, "b");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  lock(path, process.pid, dead)();
  expect(existsSync(path)).toBe(false);
});

it("leaves a lock of another machine alone: it cannot tell", () => {
  const path = join(root, "c");
  writeFileSync(path, JSON.stringify({ pid: 1, host: "elsewhere", begun: "1" }));
  expect(() => lock(path, process.pid, dead)).toThrow("process 1 on elsewhere");
});
