import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The built command. COPYDESK_BIN names another build. */
export const BIN = process.env.COPYDESK_BIN ?? fileURLToPath(new URL("../../dist/src/cli/bin.js", import.meta.url));

/** The quickest pipeline there can be: see its own comment. */
export const STUB = fileURLToPath(new URL("./pipelines/stub.mjs", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command, or a copy of it, with its output collected. */
export function start(args: readonly string[], cwd: string = tmpdir(), bin: string = BIN) {
  if (!existsSync(bin)) throw new Error(`${bin} is not there; run npm run build first`);
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", COLUMNS: "80" },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
  return { child, ended, stderr: () => stderr };
}

/** Runs the command to its end with the given standard input. */
export function copydesk(args: readonly string[], input = "", cwd?: string, bin?: string): Promise<Ended> {
  const { child, ended } = start(args, cwd, bin);
  child.stdin.on("error", () => undefined); // a command that ends without reading closes the pipe
  child.stdin.end(input);
  return ended;
}

/** A folder of its own for a test file, taken away at the end. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder by name, sub-folders made as need be; gives their paths. */
export const writerIn =
  (folder: string) =>
  (name: string, content: string): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
