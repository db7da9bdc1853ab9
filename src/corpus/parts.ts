import { copyFileSync, linkSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { addTo } from "../text/grouped.js";
import { quoted } from "./compile.js";
import type { Database } from "./database.js";
import { DIGEST, type Part } from "./manifest.js";
import { createTable } from "./rows.js";
import { PARTITION } from "./tables.js";
import { PARTITIONED } from "./views.js";

const ROW_GROUP = 122_880;

/** Parts of one month beyond which the small ones are written as one. */
const MOST_PARTS = 12;

/** Tells the parts that are written anew: those that hold articles that are gone, and those of months in too many parts. */
export function isToUnpack(
  parts: readonly Part[],
  gone: readonly { readonly month: string; readonly part: string }[],
): (part: Part) => boolean {
  const key = ({ month, part }: { readonly month: string; readonly part: string }) => `${month} ${part}`;
  const inMonth = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.table === "articles") addTo(inMonth, part.month, part);
  }
  const many = [...inMonth.values()].filter((together) => together.length > MOST_PARTS).flat();
  const keys = new Set([...gone, ...many].map(key));
  return (part) => keys.has(key(part));
}

/** Writes what stands in the staging tables as a part of each month, and says what was written. */
export async function writeParts(database: Database, folder: string, part: string): Promise<readonly Part[]> {
  const written: Part[] = [];
  for (const { name } of PARTITIONED) {
    const sums = await database.rows<{ month: string; rows: number; digest: string }>(
      `SELECT ${PARTITION} AS month, count(*) AS rows, ${DIGEST} AS digest
      FROM ${name} t GROUP BY ALL ORDER BY ALL`,
    );
    if (sums.length === 0) continue;
    written.push(...sums.map((sum) => ({ table: name, part, ...sum })));
    await database.run(
      `COPY (SELECT * FROM ${name} ORDER BY ${PARTITION}, article_id) TO ${quoted(join(folder, name))} (FORMAT parquet, COMPRESSION zstd,
        ROW_GROUP_SIZE ${ROW_GROUP}, PARTITION_BY (${PARTITION}), FILENAME_PATTERN ${quoted(`part-${part}-{i}`)}, OVERWRITE_OR_IGNORE true)`,
    );
  }
  return written;
}

/** An empty file of each table, so that a table without rows can be read too. */
export async function writeEmptyParts(database: Database, folder: string): Promise<void> {
  for (const table of PARTITIONED) {
    const file = join(folder, table.name, `${PARTITION}=unknown`, "empty.parquet");
    mkdirSync(dirname(file), { recursive: true });
    await database.run(createTable(table));
    await database.run(`COPY (SELECT * EXCLUDE (${PARTITION}) FROM ${table.name}) TO ${quoted(file)} (FORMAT parquet)`);
  }
}

const folderOf = (folder: string, { table, month }: Pick<Part, "table" | "month">): string =>
  join(folder, table, `${PARTITION}=${month}`);

const filesOf = (folder: string, part: Part): readonly string[] =>
  readdirSync(folderOf(folder, part)).filter((name) => name.startsWith(`part-${part.part}-`));

/** Puts parts that did not change into the next tables: the same files under a second name, or copies where links cannot be. */
export function keepParts(parts: readonly Part[], from: string, to: string): void {
  for (const part of parts) {
    mkdirSync(folderOf(to, part), { recursive: true });
    for (const name of filesOf(from, part)) {
      const source = join(folderOf(from, part), name);
      const target = join(folderOf(to, part), name);
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}

/** Brings rows of parts back into the staging tables, but those of the articles in the table `gone`. */
export async function unpackParts(database: Database, parts: readonly Part[], from: string): Promise<void> {
  for (const { name, columns } of PARTITIONED) {
    const files = parts
      .filter((part) => part.table === name)
      .flatMap((part) => filesOf(from, part).map((file) => quoted(join(folderOf(from, part), file))));
    if (files.length === 0) continue;
    await database.run(
      `INSERT INTO ${name} SELECT ${columns.map((column) => column.name).join(", ")} FROM read_parquet([${files.join(", ")}],
        hive_partitioning = true, hive_types = {'${PARTITION}': VARCHAR}) WHERE article_id NOT IN (FROM gone)`,
    );
  }
}
