import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Database, openDatabase } from "../corpus/database.js";
import { definitionsDigest, readManifest } from "../corpus/manifest.js";
import { JOINED_VIEWS, TABLES_FOLDER, tableViews } from "../corpus/views.js";
import { InputError } from "../model/errors.js";

/** A corpus opened for reading: its tables are views in a database in memory, with the order of articles as a table. */
export interface OpenCorpus {
  readonly database: Database;
  /** Digest of what the tables were made of. */
  readonly digest: string;
}

/**
 * Opens a corpus. `ordered` is a table of all articles with their place `n` in the site's order: the latest first, then by
 * id. Throws an InputError for a folder that is no corpus, or one of another version.
 */
export async function openCorpus(folder: string): Promise<OpenCorpus> {
  const tables = join(resolve(folder), TABLES_FOLDER);
  const manifest = existsSync(tables) ? readManifest(folder) : undefined;
  if (!manifest) throw new InputError("is no corpus; make one with copydesk corpus build", { file: folder });
  if (manifest.definitions !== definitionsDigest()) {
    throw new InputError("was built by another version, with other tables; run copydesk corpus build again", {
      file: folder,
    });
  }
  const database = await openDatabase({ config: { memory_limit: "2GB" } });
  for (const view of [...tableViews(`${tables}/`), ...JOINED_VIEWS]) await database.run(view);
  for (const view of ["spoken", "entity_identities"]) {
    // Joined once, not in every query that asks for a part of it.
    await database.run(`CREATE TABLE whole AS FROM ${view}`);
    await database.run(`DROP VIEW ${view}`);
    await database.run(`ALTER TABLE whole RENAME TO ${view}`);
  }
  await database.run(`CREATE TABLE ordered AS
    SELECT article_id, published_month, outlet, coalesce(published_date::VARCHAR, published, '') AS day,
      row_number() OVER (ORDER BY published_date DESC NULLS LAST, published DESC NULLS LAST, article_id) - 1 AS n
    FROM articles`);
  await database.run(`CREATE TABLE named AS
    SELECT i.identity_id, i.name, i.type,
      row_number() OVER (ORDER BY i.articles DESC, i.name, i.identity_id) - 1 AS n
    FROM identities i`);
  return {
    database,
    digest: [manifest.input, manifest.forced, manifest.definitions, manifest.tables.identities?.digest].join(" "),
  };
}
