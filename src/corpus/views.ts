import { quoted } from "./compile.js";
import { IDENTITY_TABLES, MEMBERS } from "./identity-tables.js";
import type { Table } from "./table.js";
import { PARTITION, TABLES } from "./tables.js";

/** Folder of the tables within a corpus. */
export const TABLES_FOLDER = "tables";

/** Tables whose files lie in folders by month. */
export const PARTITIONED: readonly Table[] = [...TABLES, MEMBERS];

/**
 * Tables as views over their Parquet files below `folder`, a path that ends in '/'. Paths stand in the views as given: a
 * relative one is looked up from DuckDB's file_search_path or the working directory.
 */
export function tableViews(
  folder: string,
  tables: readonly Table[] = [...PARTITIONED, ...IDENTITY_TABLES],
): readonly string[] {
  return tables.map((table) => {
    const { name, columns } = table;
    const files = PARTITIONED.includes(table)
      ? `${quoted(`${folder}${name}/*/*.parquet`)}, hive_partitioning = true, hive_types = {'${PARTITION}': VARCHAR}`
      : quoted(`${folder}${name}.parquet`);
    return `CREATE OR REPLACE VIEW ${name} AS SELECT ${columns.map((one) => one.name).join(", ")} FROM read_parquet(${files})`;
  });
}

/** The identity of every entity that has one, merges and moves followed. */
export const ENTITY_IDENTITIES = `CREATE OR REPLACE VIEW entity_identities AS
  SELECT m.article_id, m.${PARTITION}, m.entity_id,
    coalesce(moved.identity_id, merged.identity_id, m.given_id) AS identity_id
  FROM identity_members m
  LEFT JOIN identity_merges merged USING (given_id)
  LEFT JOIN identity_moves moved USING (article_id, entity_id)`;

/** Views that join what questions ask most. */
export const JOINED_VIEWS: readonly string[] = [
  ENTITY_IDENTITIES,
  // One row a quote, with who said it, to whom, where and when it was printed.
  `CREATE OR REPLACE VIEW spoken AS
  SELECT q.*, a.outlet, a.published_date, a.title,
    s.identity_id AS speaker_id,
    coalesce(si.name, e.name) AS speaker,
    coalesce(si.type, e.type) AS speaker_type,
    coalesce(e.anonymous, false) AS anonymous,
    t.identity_id AS addressee_id,
    coalesce(ti.name, q.addressee) AS addressed
  FROM quotes q
  JOIN articles a USING (article_id)
  LEFT JOIN entities e ON e.article_id = q.article_id AND e.entity_id = q.speaker_entity_id
  LEFT JOIN entity_identities s ON s.article_id = q.article_id AND s.entity_id = q.speaker_entity_id
  LEFT JOIN identities si ON si.identity_id = s.identity_id
  LEFT JOIN entity_identities t ON t.article_id = q.article_id AND t.entity_id = q.addressee_entity_id
  LEFT JOIN identities ti ON ti.identity_id = t.identity_id`,
];
