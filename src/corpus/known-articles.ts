import { existsSync } from "node:fs";
import { join } from "node:path";
import { quoted } from "./compile.js";
import type { Database } from "./database.js";
import type { Given } from "./identity/identity.js";
import { MEMBERS } from "./identity-tables.js";
import { createTable, insertRows } from "./rows.js";
import { column } from "./table.js";

/** An article of a corpus: the digest of its file, and the part that holds its rows. */
export interface KnownArticle {
  readonly article_id: string;
  readonly digest: string;
  readonly month: string;
  readonly part: string;
}

const TABLE = {
  name: "known_articles",
  columns: [
    column.string("article_id", "articles.article_id"),
    column.string("digest", "SHA-256 of its knowledge file"),
    column.string("month", "year and month of publication"),
    column.string("part", "the part that holds its rows"),
  ],
};
const FILE = "_articles.parquet";

/** The articles of the tables in a folder, by the digest of their files. */
export async function readKnown(database: Database, tables: string): Promise<ReadonlyMap<string, KnownArticle>> {
  const file = join(tables, FILE);
  if (!existsSync(file)) return new Map();
  const rows = await database.rows<KnownArticle>(`SELECT * FROM read_parquet(${quoted(file)})`);
  return new Map(rows.map((row) => [row.digest, row]));
}

/** Writes the articles of the tables in a folder. */
export async function writeKnown(
  database: Database,
  tables: string,
  articles: Iterable<KnownArticle>,
  scratch: string,
): Promise<void> {
  await database.run(createTable(TABLE));
  await insertRows(database, TABLE, [...articles], scratch);
  await database.run(
    `COPY (FROM known_articles ORDER BY article_id) TO ${quoted(join(tables, FILE))} (FORMAT parquet)`,
  );
  await database.run("DROP TABLE known_articles");
}

const UNIT = "\u001F";

/** Key of an entity over builds: its article, type and name. */
export const entityKey = (articleId: string, type: string, name: string): string => [articleId, type, name].join(UNIT);

/** What identities the entities of the articles in the table `gone` had, so that they keep them when they are read again. */
export async function givenBefore(database: Database, tables: string): Promise<ReadonlyMap<string, Given>> {
  // Not by the views: the tables may be of an older build, with fewer columns.
  const parts = (name: string) => `read_parquet(${quoted(`${tables}/${name}/*/*.parquet`)})`;
  const rows = await database.rows<Given & { article: string; type: string; name: string }>(
    `SELECT m.article_id AS article, e.type, e.name, m.given_id AS "givenId", m.rule, m.score, m.evidence
    FROM ${parts(MEMBERS.name)} m JOIN ${parts("entities")} e USING (article_id, entity_id)
    WHERE m.article_id IN (FROM gone)
    ORDER BY m.article_id, len(m.entity_id) DESC, m.entity_id DESC`,
  );
  return new Map(rows.map(({ article, type, name, ...given }) => [entityKey(article, type, name), given]));
}
