import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadNatural } from "../adapters/natural.js";
import { InputError } from "../model/errors.js";
import { sha256 } from "../text/sha256.js";
import { type Database, openDatabase } from "./database.js";
import { findKnowledge, openDigests } from "./find-knowledge.js";
import { applyForced, readForced } from "./identity/forced.js";
import { Identities } from "./identity/identities.js";
import { loadIdentities, saveIdentities } from "./identity/state.js";
import { IDENTITY_TABLES } from "./identity-tables.js";
import { givenBefore, type KnownArticle, readKnown, writeKnown } from "./known-articles.js";
import {
  definitionsDigest,
  type Manifest,
  readManifest,
  sumOf,
  swapTables,
  totals,
  writeManifest,
} from "./manifest.js";
import { isToUnpack, keepParts, unpackParts, writeEmptyParts, writeParts } from "./parts.js";
import { resolveArticles } from "./resolve-articles.js";
import { createTable, insertRows } from "./rows.js";
import { type Refused, stageFiles } from "./stage-files.js";
import { column } from "./table.js";
import { PARTITION, TABLES } from "./tables.js";
import { PARTITIONED, TABLES_FOLDER, tableViews } from "./views.js";
import { writeDatabase } from "./write-database.js";
import { writeIdentities } from "./write-identities.js";

/** Which corpus is built, and how. */
export interface BuildOptions {
  /** The corpus; made when it is not there. */
  readonly folder: string;
  /** File of forced merges and splits; without it `identities.tsv` in the corpus, if there is one. */
  readonly forced?: string;
  /** Reads every file again. Identities keep their ids. */
  readonly isFull?: boolean;
  /** Told now and then how many files of how many are read. */
  readonly onProgress?: (read: number, all: number) => void;
}

/** What a build did. */
export interface BuildResult {
  /** Articles whose file was new or changed. */
  readonly read: number;
  readonly unchanged: number;
  /** Articles whose file is gone. */
  readonly removed: number;
  readonly refused: readonly Refused[];
  readonly manifest: Manifest;
}

/** Knowledge files whose rows are held in memory before they are written as a part. */
const FILES_A_PART = 5_000;
/** What DuckDB may take before it spills to disk. */
const MEMORY = "2GB";
const GONE = { name: "gone", columns: [column.string("article_id", "articles.article_id of the build before")] };

/**
 * Makes or refreshes a corpus: tables of all knowledge files that the inputs name, who is the same across them, and views
 * over both. Only files that are new or changed are read; articles whose file is gone go. The new tables stand beside the
 * old ones until they are whole. Throws an InputError for bad input and when another build of this corpus is under way.
 */
export async function buildCorpus(inputs: readonly string[], options: BuildOptions): Promise<BuildResult> {
  const { folder } = options;
  const files = findKnowledge(inputs);
  mkdirSync(folder, { recursive: true });
  const database = await openLocked(folder);
  const next = join(folder, ".tables.next");
  try {
    rmSync(next, { recursive: true, force: true });
    const plan = await planOf(database, files, options);
    if (plan.isIdle) {
      return { read: 0, unchanged: plan.kept.length, removed: 0, refused: [], manifest: plan.before! };
    }
    mkdirSync(next);
    const result = await writeTables(database, plan, next, options);
    swapTables(folder, next);
    await writeDatabase(folder);
    return { ...result, manifest: readManifest(folder)! };
  } finally {
    database.close();
    for (const left of [next, join(folder, ".spill")]) rmSync(left, { recursive: true, force: true });
  }
}

/** Opens a database file of the corpus, which locks it as long as this process lives, with staging tables in memory. */
async function openLocked(folder: string): Promise<Database> {
  try {
    const config = { memory_limit: MEMORY, temp_directory: join(folder, ".spill") };
    const database = await openDatabase({ file: join(folder, ".lock.duckdb"), config });
    await database.run("ATTACH ':memory:' AS staging");
    await database.run("USE staging");
    return database;
  } catch (cause) {
    if (!/lock/i.test((cause as Error).message)) throw cause;
    throw new InputError("another build of this corpus is under way; wait for its end", { file: folder }, { cause });
  }
}

interface Plan {
  readonly before: Manifest | undefined;
  /** Everything is read anew: there is nothing yet, or the tables' definitions changed, or the user asks for it. */
  readonly isFresh: boolean;
  readonly isIdle: boolean;
  /** Articles whose rows stay as they are, and those whose rows go. */
  readonly kept: readonly KnownArticle[];
  readonly gone: readonly KnownArticle[];
  /** [digest, file] of what is read. */
  readonly wanted: readonly (readonly [digest: string, file: string])[];
  readonly forcedFile: string;
  readonly forcedDigest: string | null;
}

async function planOf(database: Database, files: readonly string[], options: BuildOptions): Promise<Plan> {
  const { folder, isFull = false } = options;
  const forcedFile = options.forced ?? join(folder, "identities.tsv");
  const hasForced = existsSync(forcedFile);
  if (options.forced !== undefined && !hasForced)
    throw new InputError("no such file; check the path", { file: forcedFile });
  const forcedDigest = hasForced ? sha256(readFileSync(forcedFile)) : null;
  const digests = openDigests(join(folder, ".digests.json"), { isFresh: isFull });
  const byDigest = new Map<string, string>();
  for (const file of files) {
    const digest = digests.of(file);
    if (!byDigest.has(digest)) byDigest.set(digest, file);
  }
  digests.save();
  const before = readManifest(folder);
  const known = before ? await readKnown(database, join(folder, TABLES_FOLDER)) : new Map<string, KnownArticle>();
  const isFresh = isFull || before?.definitions !== definitionsDigest();
  const kept = isFresh ? [] : [...known.values()].filter(({ digest }) => byDigest.has(digest));
  const gone = isFresh ? [...known.values()] : [...known.values()].filter(({ digest }) => !byDigest.has(digest));
  const wanted = [...byDigest].filter(([digest]) => isFresh || !known.has(digest));
  const isIdle = !isFresh && wanted.length + gone.length === 0 && before?.forced === forcedDigest;
  return { before, isFresh, isIdle, kept, gone, wanted, forcedFile, forcedDigest };
}

async function writeTables(
  database: Database,
  plan: Plan,
  next: string,
  options: BuildOptions,
): Promise<Omit<BuildResult, "manifest">> {
  const { kept, gone, wanted, forcedFile } = plan;
  const now = join(options.folder, TABLES_FOLDER);
  const scratch = join(next, "_scratch");
  const forced = readForced(forcedFile);
  await database.run(createTable(GONE));
  await insertRows(
    database,
    GONE,
    gone.map(({ article_id }) => ({ article_id })),
    scratch,
  );
  const given = gone.length > 0 ? await givenBefore(database, now) : new Map();
  const natural = await loadNatural();
  const earlier = loadIdentities(now, natural);
  const identities = plan.isFresh ? new Identities(natural) : earlier;
  if (plan.isFresh) identities.succeed(earlier);

  await writeEmptyParts(database, next);
  const partsBefore = plan.isFresh ? [] : (plan.before?.parts ?? []);
  const toUnpack = isToUnpack(partsBefore, gone);
  const unpacked = partsBefore.filter(toUnpack);
  const parts = partsBefore.filter((part) => !toUnpack(part));
  keepParts(parts, now, next);

  const articles = new Map(kept.map((article) => [article.article_id, article]));
  const refused: Refused[] = [];
  let read = 0;
  for (let at = 0; at === 0 || at < wanted.length; at += FILES_A_PART) {
    const chunk = wanted.slice(at, at + FILES_A_PART);
    for (const table of PARTITIONED) await database.run(createTable(table));
    const staged = await stageFiles(
      database,
      chunk.map(([, file]) => file),
      {
        tables: TABLES,
        scratch,
        isTaken: (id) => articles.has(id),
        onBatch: (files) => options.onProgress?.(at + files, wanted.length),
      },
    );
    read += staged.articles.size;
    refused.push(...staged.refused);
    await resolveArticles(database, identities, { scratch, kept: given });
    if (at === 0) await unpackParts(database, unpacked, now);
    const digestOfFile = new Map(chunk.map(([digest, file]) => [file, digest]));
    const inPart = (
      await database.rows<{ id: string; month: string }>(`SELECT article_id AS id, ${PARTITION} AS month FROM articles`)
    ).map(({ id, month }) => ({
      id,
      month,
      digest: digestOfFile.get(staged.articles.get(id) ?? "") ?? articles.get(id)!.digest,
    }));
    const part = sha256(sorted(inPart.map(({ digest }) => digest)).join("\n")).slice(0, 12);
    for (const { id, month, digest } of inPart) articles.set(id, { article_id: id, month, digest, part });
    parts.push(...(await writeParts(database, next, part)));
  }

  for (const { name } of PARTITIONED) await database.run(`DROP TABLE ${name}`);
  for (const view of tableViews(`${next}/`, PARTITIONED)) await database.run(view);
  await settleIdentities(database, identities, plan, forced);
  await writeIdentities(database, identities, { forced, forcedFile, folder: next, scratch });
  saveIdentities(identities, next);
  await writeKnown(database, next, articles.values(), scratch);
  const small = await Promise.all(
    IDENTITY_TABLES.map(async ({ name }) => [name, await sumOf(database, name)] as const),
  );
  writeManifest(next, {
    definitions: definitionsDigest(),
    articles: articles.size,
    input: sha256(sorted([...articles.values()].map(({ digest }) => digest)).join("\n")),
    forced: plan.forcedDigest,
    tables: { ...totals(parts), ...Object.fromEntries(small) },
    parts: parts.sort((a, b) => (partKey(a) < partKey(b) ? -1 : 1)),
  });
  const removed = gone.filter(({ article_id }) => !articles.has(article_id)).length;
  return { read, unchanged: kept.length, removed, refused };
}

/** Forgets identities that no article names any more, and merges those that turned out to be one. */
async function settleIdentities(
  database: Database,
  identities: Identities,
  plan: Plan,
  forced: ReturnType<typeof readForced>,
): Promise<void> {
  const rows = await database.rows<{ id: string }>("SELECT DISTINCT given_id AS id FROM identity_members");
  if (plan.isFresh) identities.mergeAsBefore();
  const inUse = new Set(rows.map(({ id }) => identities.root(identities.get(id)!).id));
  identities.remove([...identities.all()].filter((identity) => !inUse.has(identities.root(identity).id)));
  const apart = applyForced(identities, forced, plan.forcedFile);
  identities.settle(apart);
}

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
const partKey = ({ table, month, part }: { table: string; month: string; part: string }): string =>
  `${table} ${month} ${part}`;
