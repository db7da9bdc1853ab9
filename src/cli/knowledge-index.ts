import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkKnowledgeFile } from "../emit/check.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { isKnowledgePath } from "../model/knowledge-path.js";
import { splitLines } from "../read/split-lines.js";
import { UsageError } from "./exit.js";

/** Where one knowledge file stands: a file of its own, or a line of an NDJSON file. */
interface Place {
  /** As an error names it: path, and line where there is one. */
  readonly name: string;
  readonly path: string;
  /** In bytes; absent when it is the whole file. */
  readonly line?: { readonly offset: number; readonly length: number };
}

/** A file that holds no knowledge file that can be used. */
export interface Unreadable {
  readonly file: string;
  readonly message: string;
}

/** The knowledge files of a folder or file by their articles' ids, none of them held. */
export interface KnowledgeIndex {
  readonly ids: ReadonlyMap<string, Place>;
  readonly failures: readonly Unreadable[];
  /** File names, without folder, that failed: what stands under them on the other side is not lost. */
  readonly failedNames: ReadonlySet<string>;
}

/**
 * Finds the knowledge files of a folder (*.knowledge.json, at any depth), of an .ndjson or .jsonl file, or the one of a
 * .json file, and reads each once for its article's id. Throws a UsageError when there is nothing to read.
 */
export async function indexKnowledge(path: string): Promise<KnowledgeIndex> {
  const ids = new Map<string, Place>();
  const failures: Unreadable[] = [];
  const failedNames = new Set<string>();
  for await (const { place, text } of textsOf(path)) {
    const found = idIn(text);
    const other = "id" in found ? ids.get(found.id) : undefined;
    if ("id" in found && other === undefined) {
      ids.set(found.id, place);
      continue;
    }
    const message =
      other === undefined ? (found as { message: string }).message : `its article is also in ${other.name}`;
    failures.push({ file: place.name, message });
    if (other === undefined && place.line === undefined) failedNames.add(baseName(place.path));
  }
  return { ids, failures, failedNames };
}

/** The last part of a path. */
export const baseName = (path: string): string => path.replace(/^.*[/\\]/, "");

/** Reads and checks the knowledge file at a place; what is wrong with it, when it is not valid. */
export async function readKnowledge(place: Place): Promise<KnowledgeFile | Unreadable> {
  return checkedIn({ place, text: await textAt(place).catch((error: Error) => error) });
}

/**
 * Every knowledge file that paths lead to, one held at a time; `-` is NDJSON on standard input. What holds none that can be
 * used is told by name, and the rest goes on.
 */
export async function* readAllKnowledge(
  paths: readonly string[],
): AsyncGenerator<Unreadable | { readonly file: string; readonly knowledge: KnowledgeFile }> {
  for (const path of paths) {
    try {
      for await (const text of textsOf(path)) {
        const found = checkedIn(text);
        yield "message" in found ? found : { file: text.place.name, knowledge: found };
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      yield { file: path, message: error.message };
    }
  }
}

function checkedIn({ place, text }: Text): KnowledgeFile | Unreadable {
  try {
    if (text instanceof Error) throw text;
    const value: unknown = JSON.parse(text);
    const [fault] = checkKnowledgeFile(value);
    if (fault)
      return { file: place.name, message: `${fault.path}: ${fault.message}; copydesk validate lists every fault` };
    return value as KnowledgeFile;
  } catch (error) {
    return { file: place.name, message: (error as Error).message };
  }
}

interface Text {
  readonly place: Place;
  readonly text: string | Error;
}

async function* textsOf(path: string): AsyncGenerator<Text> {
  if (path === "-") return yield* linesOf(path);
  const found = await stat(path).catch((cause: unknown) => {
    throw new UsageError(`cannot read ${path}: no such file or folder, or no right to it; check the path`, { cause });
  });
  if (!found.isDirectory()) {
    yield* /\.(ndjson|jsonl)$/.test(path) ? linesOf(path) : [await wholeOf(path)];
    return;
  }
  const names = (await readdir(path, { recursive: true })).filter(isKnowledgePath).sort();
  if (names.length === 0) throw new UsageError(`no *.knowledge.json in ${path}; name a folder that extract wrote`);
  for (const name of names) yield await wholeOf(join(path, name));
}

async function wholeOf(path: string): Promise<Text> {
  const place = { name: path, path };
  return { place, text: await readFile(path, "utf8").catch((error: Error) => error) };
}

/** The lines of a file that are not empty, with their places in bytes. */
async function* linesOf(path: string): AsyncGenerator<Text> {
  const source = path === "-" ? process.stdin : createReadStream(path);
  for await (const { number, at, bytes } of splitLines(source, Number.POSITIVE_INFINITY, { skipsBlank: true })) {
    const place = { name: `${path}:${number}`, path, line: { offset: at, length: bytes!.length } };
    yield { place, text: bytes!.toString("utf8") };
  }
}

async function textAt({ path, line }: Place): Promise<string> {
  if (line === undefined) return readFile(path, "utf8");
  const handle = await open(path);
  try {
    const bytes = Buffer.alloc(line.length);
    await handle.read(bytes, 0, line.length, line.offset);
    return bytes.toString("utf8");
  } finally {
    await handle.close();
  }
}

function idIn(text: string | Error): { readonly id: string } | { readonly message: string } {
  if (text instanceof Error) return { message: text.message };
  try {
    const value = JSON.parse(text) as { readonly article?: { readonly id?: unknown } } | null;
    if (typeof value?.article?.id === "string") return { id: value.article.id };
    return { message: "article.id: expected a string; it is no knowledge file" };
  } catch (error) {
    return { message: `not JSON: ${(error as Error).message}` };
  }
}
