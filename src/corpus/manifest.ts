import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../model/version.js";
import { sha256 } from "../text/sha256.js";
import type { Database } from "./database.js";
import { IDENTITY_TABLES } from "./identity-tables.js";
import { TABLES_VERSION } from "./tables.js";
import { PARTITIONED, TABLES_FOLDER } from "./views.js";

/** Rows that one build wrote for one month of one table. */
export interface Part {
  readonly table: string;
  readonly month: string;
  /** Begins the names of its files: `part-<id>-0.parquet`. */
  readonly part: string;
  readonly rows: number;
  /** Sum of the rows' hashes (DuckDB's), modulo 2^64: the same whatever their order. */
  readonly digest: string;
}

/** What a corpus holds. */
export interface Manifest {
  readonly format: "copydesk-corpus";
  readonly version: string;
  readonly tablesVersion: string;
  /** Digest of the tables' definitions: when they change, all files are read again. */
  readonly definitions: string;
  readonly articles: number;
  /** Digest of the sorted digests of the knowledge files. */
  readonly input: string;
  /** Digest of the user's file of forced merges and splits; null without one. */
  readonly forced: string | null;
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly digest: string }>>;
  readonly parts: readonly Part[];
}

/** Digest of the tables' definitions as they are now. */
export const definitionsDigest = (): string => sha256(JSON.stringify([PARTITIONED, IDENTITY_TABLES])).slice(0, 16);

/** The manifest of a corpus, or undefined when there is none. Ends what a build that was cut short had begun. */
export function readManifest(corpus: string): Manifest | undefined {
  mendSwap(corpus);
  const file = join(corpus, TABLES_FOLDER, "manifest.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : undefined;
}

/** Writes a manifest, a part a line. */
export function writeManifest(folder: string, given: Omit<Manifest, "format" | "version" | "tablesVersion">): void {
  const { parts, ...rest } = given;
  const head = JSON.stringify(
    { format: "copydesk-corpus", version: VERSION, tablesVersion: TABLES_VERSION, ...rest },
    null,
    2,
  );
  const lines = parts.map((part) => `    ${JSON.stringify(part)}`).join(",\n");
  writeFileSync(join(folder, "manifest.json"), `${head.slice(0, -2)},\n  "parts": [\n${lines}\n  ]\n}\n`);
}

/** SQL of a table's digest; `t` is the table. */
export const DIGEST = "(coalesce(sum(hash(t)::HUGEINT), 0) % (2::HUGEINT ** 64)::HUGEINT)::VARCHAR";

/** Rows and digest of a small table. */
export async function sumOf(
  database: Database,
  table: string,
): Promise<{ readonly rows: number; readonly digest: string }> {
  const [sum] = await database.rows<{ rows: number; digest: string }>(
    `SELECT count(*) AS rows, ${DIGEST} AS digest FROM ${table} t`,
  );
  return sum!;
}

/** Totals of each table over its parts. */
export function totals(parts: readonly Part[]): Record<string, { rows: number; digest: string }> {
  const sums: Record<string, { rows: number; digest: string }> = {};
  for (const { name } of PARTITIONED) sums[name] = { rows: 0, digest: "0" };
  for (const { table, rows, digest } of parts) {
    const sum = sums[table]!;
    sum.rows += rows;
    sum.digest = BigInt.asUintN(64, BigInt(sum.digest) + BigInt(digest)).toString();
  }
  return sums;
}

/** Puts the tables that a build wrote in the place of the ones before. Readers see the old or the new, or, for a moment, none. */
export function swapTables(corpus: string, next: string): void {
  const now = join(corpus, TABLES_FOLDER);
  const before = join(corpus, BEFORE);
  rmSync(before, { recursive: true, force: true });
  if (existsSync(now)) renameSync(now, before);
  renameSync(next, now);
  rmSync(before, { recursive: true, force: true });
}

const BEFORE = ".tables.before";

/** A swap cut short leaves no tables, or the ones before beside the new: the old ones come back, or go. */
function mendSwap(corpus: string): void {
  const before = join(corpus, BEFORE);
  if (!existsSync(before)) return;
  if (existsSync(join(corpus, TABLES_FOLDER))) rmSync(before, { recursive: true, force: true });
  else renameSync(before, join(corpus, TABLES_FOLDER));
}
