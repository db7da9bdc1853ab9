import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkKnowledgeFile, type Fault } from "../emit/check.js";
import { isKnowledgePath } from "../model/knowledge-path.js";
import { splitLines } from "../read/split-lines.js";
import { UsageError } from "./exit.js";

/** A fault, where it stands, and what mends it. */
export interface FoundFault extends Fault {
  readonly file: string;
  /** From 1; in files of one knowledge file a line. */
  readonly line?: number;
  readonly mend: string;
}

/** What a path gave: how many knowledge files were checked, and what is wrong with them. */
export interface Validation {
  readonly checked: number;
  readonly faults: readonly FoundFault[];
}

/** Checks knowledge files, folders of them (*.knowledge.json, also in sub-folders), and .ndjson or .jsonl of one a line. */
export async function validate(paths: readonly string[]): Promise<Validation> {
  const faults: FoundFault[] = [];
  let checked = 0;
  for (const file of await filesOf(paths)) {
    if (!/\.(ndjson|jsonl)$/.test(file)) {
      checked++;
      faults.push(...faultsOf(await readFile(file, "utf8")).map((fault) => ({ file, ...fault })));
      continue;
    }
    for await (const { number, bytes } of splitLines(createReadStream(file), Number.POSITIVE_INFINITY)) {
      checked++;
      faults.push(...faultsOf(String(bytes)).map((fault) => ({ file, line: number, ...fault })));
    }
  }
  return { checked, faults };
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((cause: unknown) => {
      throw new UsageError(`cannot read ${path}: no such file or folder, or no right to it; check the path`, { cause });
    });
    if (!found.isDirectory()) {
      files.push(path);
      continue;
    }
    const names = (await readdir(path, { recursive: true })).filter(isKnowledgePath).sort();
    if (names.length === 0) throw new UsageError(`no *.knowledge.json in ${path}; name a folder that extract wrote`);
    files.push(...names.map((name) => join(path, name)));
  }
  return files;
}

function faultsOf(text: string): readonly (Fault & { readonly mend: string })[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return [{ path: "(root)", message: `not JSON: ${(cause as Error).message}`, mend: "write it again with extract" }];
  }
  return checkKnowledgeFile(value).map((fault) => ({ ...fault, mend: mendFor(fault) }));
}

/** What to do about a fault, by its message; the last one takes any. */
const MENDS: readonly (readonly [message: RegExp, mend: string])[] = [
  [/is not the text's digest/, "the text was changed after reading: extract the article again"],
  [/is not the article's/, "count offsets in UTF-16 code units of article.text, end excluded"],
  [/is not inside the text/, "count offsets in UTF-16 code units of article.text, end excluded"],
  [/^starts at|^cover /, "blocks follow one another without a gap, from 0 to the text's end"],
  [/is not in this file/, "name an id that stands in the list, or leave the field out"],
  [/is used twice/, "give every item its own id"],
  [/has no mention/, "give the entity a mention, or take it out"],
  [/^Invalid input|^Invalid option|^Unrecognized|^Too /, "see the field in `copydesk schema`"],
];

const mendFor = ({ message }: Fault): string =>
  MENDS.find(([pattern]) => pattern.test(message))?.[1] ?? "see the field in `copydesk schema`";
