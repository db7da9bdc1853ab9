import { once } from "node:events";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../model/errors.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { KNOWLEDGE_SUFFIX } from "../model/knowledge-path.js";
import { distinctFileNameFor, fileKey, fileNameFor } from "../run/file-name.js";
import { replaceFile } from "../run/replace-file.js";
import { UsageError } from "./exit.js";
import type { Exporter } from "./export-formats.js";
import { readAllKnowledge, type Unreadable } from "./knowledge-index.js";

/** What a run of export wrote, in numbers. */
export interface Exported {
  readonly articles: number;
  /** Files written, or lines where all went into one. */
  readonly files: number;
  readonly lines: number;
  readonly refused: number;
}

/** Where exports go: whole files into a folder, or lines into one file or standard output. */
interface Sink {
  readonly put: (file: KnowledgeFile) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abandon: () => Promise<void>;
  readonly counts: () => Pick<Exported, "files" | "lines">;
}

/**
 * Exports every knowledge file that the inputs lead to, one held at a time. What cannot be exported is told by name and the
 * rest goes on; an article that comes a second time is refused. Throws a UsageError when a format cannot go where it shall.
 */
export async function exportKnowledge(
  inputs: readonly string[],
  options: {
    readonly exporter: Exporter;
    readonly output: string | undefined;
    readonly base: string;
    readonly signal: AbortSignal;
    readonly onRefused: (refused: Unreadable) => void;
  },
): Promise<Exported> {
  const { exporter, output, onRefused, signal } = options;
  const sink = await openSink(options);
  const places = new Map<string, string>();
  let refused = 0;
  try {
    for await (const item of readAllKnowledge(inputs)) {
      if (signal.aborted) break;
      const fault = "message" in item ? item.message : faultOf(item.knowledge, places, exporter);
      if (fault === undefined && "knowledge" in item) {
        const told = await sink.put(item.knowledge).then(() => undefined, messageOf);
        if (told === undefined) {
          places.set(item.knowledge.article.id, item.file);
          continue;
        }
        onRefused({ file: item.file, message: told });
      } else onRefused({ file: item.file, message: fault! });
      refused++;
    }
    if (signal.aborted && isLineFile(output)) await sink.abandon();
    else await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  return { articles: places.size, ...sink.counts(), refused };
}

function faultOf(
  { article }: KnowledgeFile,
  places: ReadonlyMap<string, string>,
  exporter: Exporter,
): string | undefined {
  if (exporter.needsText && article.text === undefined) {
    return `was written without its text, which ${exporter.name} points into; extract it again without --no-text`;
  }
  const other = places.get(article.id);
  return other === undefined ? undefined : `its article, ${article.id}, is also in ${other}`;
}

/** The message of bad input; anything else is no fault of the file's. */
function messageOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  throw error;
}

const isLineFile = (output: string | undefined): output is string =>
  output !== undefined && /\.(ndjson|jsonl|json)$/.test(output);

async function openSink(options: {
  readonly exporter: Exporter;
  readonly output: string | undefined;
  readonly base: string;
}): Promise<Sink> {
  const { exporter, output, base } = options;
  if (output !== undefined && !isLineFile(output)) return folderSink(exporter, output, base);
  const { lines: linesOf } = exporter;
  if (!linesOf) throw new UsageError(`${exporter.name} is several files an article: name a folder with -o`);
  return lineSink((file) => linesOf(file, base), output);
}

async function folderSink(exporter: Exporter, folder: string, base: string): Promise<Sink> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isFile()) throw new UsageError(`${folder} is a file; name a folder, or a file that ends in .ndjson`);
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  let files = 0;
  return {
    put: async (file) => {
      const parts = exporter.files(file, base);
      const names = [fileNameFor(file.article.id), distinctFileNameFor(file.article.id)];
      const name = names.find((one) => !taken.has(fileKey(one)))!;
      taken.add(fileKey(name));
      const stem = name.slice(0, -KNOWLEDGE_SUFFIX.length);
      for (const { ending, content } of parts) await replaceFile(join(folder, `${stem}${ending}`), content);
      files += parts.length;
    },
    close: async () => undefined,
    abandon: async () => undefined,
    counts: () => ({ files, lines: 0 }),
  };
}

/** A file of lines takes its place when it is whole; standard output is written as the lines come. */
async function lineSink(linesOf: (file: KnowledgeFile) => readonly string[], path: string | undefined): Promise<Sink> {
  const next = `${path}.next`;
  const handle = path === undefined ? undefined : await open(next, "w");
  let lines = 0;
  return {
    put: async (file) => {
      const made = linesOf(file);
      lines += made.length;
      if (handle) await handle.writeFile(made.join(""));
      else if (!process.stdout.write(made.join(""))) await once(process.stdout, "drain");
    },
    close: async () => {
      await handle?.sync();
      await handle?.close();
      if (path !== undefined) await rename(next, path);
    },
    abandon: async () => {
      await handle?.close();
      if (path !== undefined) await rm(next, { force: true });
    },
    counts: () => ({ files: path === undefined ? 0 : 1, lines }),
  };
}
