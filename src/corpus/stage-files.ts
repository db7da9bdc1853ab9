import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { knowledgeFileSchema } from "../model/knowledge-file.js";
import { wellFormedJson } from "../text/well-formed.js";
import { fileColumns, quoted, rowsQuery } from "./compile.js";
import type { Database } from "./database.js";
import type { ReadTable } from "./table.js";

/** A knowledge file that is left out of the tables, and why. */
export interface Refused {
  readonly file: string;
  readonly message: string;
}

/** Files read at once, in bytes: what DuckDB holds parsed in memory while their rows are read off. */
const BATCH_BYTES = 32 << 20;
/** Least size of DuckDB's reading buffer; a larger one is cleared for nothing. */
const BUFFER_BYTES = 4 << 20;
const LINE_FEED = 10;
const SPACE = 32;

/**
 * Reads knowledge files into the tables of a database, a batch at a time: the files' bytes become one line each of a
 * scratch file, which DuckDB parses on all cores while the next batch is read. A file that is not a knowledge file, or
 * has the article id of one before it, is refused, and the others go on.
 */
export async function stageFiles(
  database: Database,
  files: readonly string[],
  options: {
    readonly tables: readonly ReadTable[];
    readonly scratch: string;
    readonly isTaken: (articleId: string) => boolean;
    /** Told how many files are read, after each batch. */
    readonly onBatch: (files: number) => void;
  },
): Promise<{ readonly refused: readonly Refused[]; readonly articles: ReadonlyMap<string, string> }> {
  const { tables, scratch } = options;
  const refused: Refused[] = [];
  const articles = new Map<string, string>();
  let underWay: Promise<void> = Promise.resolve();
  let turn = 0;
  let seen = 0;
  for (const batch of batchesOf(files)) {
    const lines = batch.map(({ file, bytes }) => ({ file, line: oneLine(bytes) }));
    const path = `${scratch}-${turn++ % 2}.ndjson`;
    await underWay;
    seen += batch.length;
    options.onBatch(seen);
    underWay = stageBatch(lines, path);
  }
  await underWay;
  for (const end of [0, 1]) rmSync(`${scratch}-${end}.ndjson`, { force: true });
  return { refused, articles };

  async function stageBatch(lines: readonly Line[], path: string): Promise<void> {
    let good = lines;
    try {
      await load(database, lines, path, tables);
    } catch {
      good = lines.flatMap(({ file, line }) => {
        const checked = checkedLine(line);
        if ("line" in checked) return [{ file, line: checked.line }];
        refused.push({ file, message: checked.message });
        return [];
      });
      await load(database, good, path, tables);
    }
    const ids = await database.rows<{ n: number; id: string | null }>(
      "SELECT n, article.id AS id FROM files ORDER BY n",
    );
    for (const { n, id } of ids) {
      const { file } = good[n]!;
      if (id !== null && !options.isTaken(id) && !articles.has(id)) {
        articles.set(id, file);
        continue;
      }
      const message =
        id === null
          ? "is not a knowledge file: it has no article.id; copydesk validate says more"
          : `has the article id '${id}', which another file has too; keep one`;
      refused.push({ file, message });
      await database.run("DELETE FROM files WHERE n = $n", { n });
    }
    for (const table of tables) await database.run(`INSERT INTO ${table.name} ${rowsQuery(table, "files")}`);
  }
}

interface Line {
  readonly file: string;
  readonly line: Uint8Array;
}

async function load(
  database: Database,
  lines: readonly Line[],
  path: string,
  tables: readonly ReadTable[],
): Promise<void> {
  writeFileSync(path, Buffer.concat(lines.flatMap(({ line }) => [line, Buffer.from("\n")])));
  const longest = lines.reduce((most, { line }) => Math.max(most, line.length), 0);
  const size = Math.max(BUFFER_BYTES, longest + 1024);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE files AS SELECT row_number() OVER () - 1 AS n, * FROM read_json(${quoted(path)},
      format = 'newline_delimited', maximum_object_size = ${size}, columns = ${fileColumns(tables)})`,
  );
  const [{ count } = { count: 0 }] = await database.rows<{ count: number }>("SELECT count(*) AS count FROM files");
  if (count !== lines.length) throw new Error(`${lines.length} knowledge files gave ${count} rows`);
}

function* batchesOf(files: readonly string[]): Generator<readonly { file: string; bytes: Buffer }[]> {
  let batch: { file: string; bytes: Buffer }[] = [];
  let size = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    batch.push({ file, bytes });
    size += bytes.length;
    if (size < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** JSON on one line: a line end in JSON is white space between values, never inside one. Changes the bytes given. */
function oneLine(bytes: Buffer): Uint8Array {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === LINE_FEED) bytes[i] = SPACE;
  return bytes;
}

/** A file again, written so that DuckDB can read it (it takes no lone surrogate), or why it is no knowledge file. */
function checkedLine(line: Uint8Array): { readonly line: Uint8Array } | { readonly message: string } {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(line).toString("utf8"));
  } catch (cause) {
    return { message: `is not JSON (${(cause as Error).message}); extract its article again` };
  }
  const parsed = knowledgeFileSchema.safeParse(value);
  if (parsed.success) return { line: Buffer.from(wellFormedJson(parsed.data)) };
  const issue = parsed.error.issues[0]!;
  return { message: `is not a knowledge file: ${issue.path.join(".")}: ${issue.message}; copydesk validate says more` };
}
