import { QUOTE_KINDS } from "../model/quote.js";
import type { OpenCorpus } from "./open-corpus.js";
import { CUE } from "./quote-data.js";
import type { NameData } from "./site-data.js";

/** Names that stand beside a name, at most. */
const COMPANIONS = 30;

type Lists = { -readonly [key in keyof NameData]: NameData[key][number][] };

/** What is known of the names whose number modulo `buckets` is `bucket`, by id. Needs the tables of {@link prepareNames}. */
export async function nameBucket(
  { database }: OpenCorpus,
  bucket: number,
  buckets: number,
): Promise<Readonly<Record<string, NameData>>> {
  const known = new Map<string, Lists>();
  const ids = await database.rows<{ id: string }>(
    `SELECT identity_id AS id FROM named WHERE n % ${buckets} = ${bucket} ORDER BY identity_id`,
  );
  for (const { id } of ids) {
    known.set(id, { names: [], roles: [], companions: [], articles: [], quotes: [], claims: [] });
  }
  const fill = async <Key extends keyof Lists>(key: Key, sql: string): Promise<void> => {
    const rows = await database.rows<{ id: string } & Record<string, string | number>>(
      `FROM (${sql}) WHERE bucket = ${bucket} ORDER BY ALL`,
    );
    for (const { id, bucket: _, at: __, ...row } of rows) {
      (known.get(id)?.[key] as unknown[] | undefined)?.push(Object.values(row));
    }
  };
  for (const [key, table] of Object.entries(TABLES)) await fill(key as keyof Lists, `SELECT * FROM ${table}`);
  return Object.fromEntries(known);
}

const TABLES: Readonly<Record<keyof NameData, string>> = {
  names: "name_names",
  roles: "name_roles",
  companions: "name_companions",
  articles: "name_articles",
  quotes: "name_quotes",
  claims: "name_claims",
};

/** Makes the tables that name files are cut from; columns `bucket`, `id` and `at` (the order) come before the values. */
export async function prepareNames({ database }: OpenCorpus, buckets: number): Promise<void> {
  const key = (order: string) => `n.n % ${buckets} AS bucket, n.identity_id AS id, ${order} AS at`;
  const kinds = `list_position(${sqlList(QUOTE_KINDS)}, s.kind) - 1`;
  const tables: Readonly<Record<string, string>> = {
    name_names: `SELECT ${key("-i.articles")}, i.name, i.articles
      FROM identity_names i JOIN named n USING (identity_id)`,
    name_roles: `SELECT ${key("min(nullif(o.day, ''))")}, min(r.role) AS role, coalesce(min(nullif(o.day, ''))[:10], '') AS first,
        max(o.day)[:10] AS last, count(DISTINCT o.article_id) AS articles
      FROM roles r JOIN entity_identities USING (article_id, entity_id) JOIN named n USING (identity_id)
      JOIN ordered o USING (article_id) GROUP BY n.n, n.identity_id, lower(r.role)`,
    name_companions: `WITH pairs AS (
        SELECT DISTINCT m.article_id, n.n, n.identity_id FROM entity_identities m JOIN named n USING (identity_id))
      SELECT ${key("-count(*)")}, other.n AS other, count(*) AS articles
      FROM pairs n JOIN pairs other ON other.article_id = n.article_id AND other.n <> n.n
      GROUP BY n.n, n.identity_id, other.n
      QUALIFY row_number() OVER (PARTITION BY n.n ORDER BY count(*) DESC, other.n) <= ${COMPANIONS}`,
    name_articles: `SELECT ${key("o.n")}, o.n AS article, count(*) AS mentions
      FROM mentions m JOIN entity_identities USING (article_id, entity_id) JOIN named n USING (identity_id)
      JOIN ordered o USING (article_id) GROUP BY n.n, n.identity_id, o.n`,
    name_quotes: `SELECT ${key("q.n")}, q.article, s.quote_id, ${kinds} AS kind, ${CUE} AS cue, s.text
      FROM ordered_quotes q JOIN spoken s USING (article_id, quote_id) JOIN named n ON n.n = q.speaker`,
    name_claims: `SELECT ${key("o.n * 1e6 + c.start_offset")}, o.n AS article, c.claim_id,
        coalesce(${DAY}, o.day[:10]) AS day, ${HOW} AS how, coalesce(s.speaker, s.source, '') AS by, c.text
      FROM claims c JOIN ordered o USING (article_id)
      JOIN entity_identities e ON e.article_id = c.article_id AND e.entity_id = c.subject_entity_id
      JOIN named n USING (identity_id)
      LEFT JOIN times t ON t.article_id = c.article_id AND t.time_id = c.time_id
      LEFT JOIN spoken s ON s.article_id = c.article_id AND s.quote_id = c.asserted_by`,
  };
  for (const [name, sql] of Object.entries(tables))
    await database.run(`CREATE TABLE ${name} AS FROM (${sql}) ORDER BY bucket`);
}

/** The day of a time `t`; of a longer one the month, or the year, that it begins in. */
const DAY = `left(t.first_day::VARCHAR, CASE
  WHEN coalesce(t.last_day, t.first_day) = t.first_day THEN 10 WHEN t.last_day - t.first_day <= 31 THEN 7 ELSE 4 END)`;

/** How a claim `c` is meant, and the relation it comes to; empty for a plain statement. */
export const HOW = `concat_ws(', ', nullif(c.stance, 'stated'), if(c.polarity = 'negated', 'negated', NULL),
  nullif(c.modality, 'asserted'), replace(c.relation, '-', ' '))`;

const sqlList = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(", ")}]`;
