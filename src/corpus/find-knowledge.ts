import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { InputError } from "../model/errors.js";
import { isKnowledgePath, KNOWLEDGE_SUFFIX } from "../model/knowledge-path.js";
import { sha256 } from "../text/sha256.js";

/**
 * The knowledge files that inputs name: files named outright, and *.knowledge.json in folders and theirs. Each once,
 * sorted by path. Throws an InputError for an input that is not there or holds none.
 */
export function findKnowledge(inputs: readonly string[]): readonly string[] {
  const found = inputs.flatMap((input) => {
    const files = filesOf(input);
    if (files.length === 0)
      throw new InputError(`no *${KNOWLEDGE_SUFFIX} in it; name a folder that extract wrote`, { file: input });
    return files;
  });
  return [...new Set(found.map((file) => resolve(file)))].sort();
}

function filesOf(input: string): readonly string[] {
  try {
    if (!statSync(input).isDirectory()) return [input];
    const names = readdirSync(input, { recursive: true, encoding: "utf8" });
    return names.filter(isKnowledgePath).map((name) => join(input, name));
  } catch (cause) {
    throw new InputError(`cannot be read (${(cause as Error).message}); check the path`, { file: input }, { cause });
  }
}

/** Digests of files; a file whose size and time of change are as they were is not read again. */
export interface Digests {
  readonly of: (file: string) => string;
  readonly save: () => void;
}

/** [size in bytes, time of change in ms, digest] by path from the corpus folder. */
type Known = Record<string, readonly [size: number, changed: number, digest: string]>;

/** Opens the digests remembered in a file; a missing or broken one remembers nothing. With `isFresh` all files are read. */
export function openDigests(memory: string, options: { readonly isFresh: boolean }): Digests {
  const known: Known = options.isFresh ? {} : remembered(memory);
  const now: Known = {};
  return {
    of: (file) => {
      const key = relative(memory, file);
      const { size, mtimeMs } = statSync(file);
      const before = known[key];
      const digest = before?.[0] === size && before[1] === mtimeMs ? before[2] : sha256(readFileSync(file));
      now[key] = [size, mtimeMs, digest];
      return digest;
    },
    save: () => writeFileSync(memory, `${JSON.stringify(now)}\n`),
  };
}

function remembered(memory: string): Known {
  try {
    return JSON.parse(readFileSync(memory, "utf8")) as Known;
  } catch {
    return {}; // only a shortcut: without it every file is read once
  }
}
