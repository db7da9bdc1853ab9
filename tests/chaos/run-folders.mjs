/** What the chaos and full-disk runs share: starting the command, and comparing two output folders. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const BIN = process.env.COPYDESK_BIN ?? fileURLToPath(new URL("../../dist/src/cli/bin.js", import.meta.url));

/** Starts `copydesk extract` as the leader of a process group of its own. */
export function startExtract(args) {
  const child = spawn(process.execPath, [BIN, "extract", ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  let stdout = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { pid: child.pid, ended };
}

/** Knowledge files by path; each must be whole, and nothing else may be there beside the run's records. */
export function knowledgeFiles(folder) {
  if (!existsSync(folder)) return new Map();
  const files = new Map();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".knowledge.json")) files.set(name, readFileSync(join(folder, name), "utf8"));
  }
  for (const [name, text] of files) {
    if (JSON.parse(text).schemaVersion === undefined) throw new Error(`${name} is not whole`);
  }
  return files;
}

const records = (folder, name) => {
  const path = join(folder, ".copydesk", name);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

/** What the journal says at its end: the last line of each article, without order. */
export function journalState(folder) {
  const last = new Map();
  for (const line of records(folder, "journal.ndjson").split("\n")) {
    try {
      const event = JSON.parse(line);
      if (event.event === "done") last.set(event.id, line);
    } catch {
      // cut short by a kill
    }
  }
  return [...last.values()].sort().join("\n");
}

/** All that must be the same whatever happened on the way; the paths differ by folder only in `retry`. */
function stateOf(folder) {
  const { articles, found, output, status, layout } = JSON.parse(records(folder, "manifest.json"));
  const plain = (text) => text.replaceAll(folder, "OUT");
  return {
    files: knowledgeFiles(folder),
    journal: journalState(folder),
    quarantine: plain(records(folder, "quarantine.ndjson")),
    manifest: JSON.stringify({ articles, found, output, status, layout }),
    leftovers: readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tmp$|lock/.test(name))
      .join(),
  };
}

/** Differences between two output folders, one a line; empty when there is none. */
export function differences(calm, disturbed) {
  const a = stateOf(calm);
  const b = stateOf(disturbed);
  const found = [];
  for (const name of new Set([...a.files.keys(), ...b.files.keys()])) {
    if (a.files.get(name) !== b.files.get(name)) found.push(`${name} differs or is in one folder only`);
  }
  for (const part of ["journal", "quarantine", "manifest"]) if (a[part] !== b[part]) found.push(`${part} differs`);
  if (b.leftovers) found.push(`left over: ${b.leftovers}`);
  return found;
}
