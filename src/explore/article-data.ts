import { ENTITY_TYPES, MENTION_FORMS, type MentionForm } from "../model/mention.js";
import { type Marked, type MarkKind, marksOf } from "../show/marks.js";
import { addTo } from "../text/grouped.js";
import { HOW } from "./name-data.js";
import type { OpenCorpus } from "./open-corpus.js";
import { SOURCE } from "./quote-data.js";
import { type ArticleData, MARK_KINDS } from "./site-data.js";

/** Articles whose rows are held in memory at once. */
export const ARTICLES_A_BATCH = 500;

/** Data files of articles number `from` to `from + ARTICLES_A_BATCH`, with the articles' ids. */
export async function articleBatch(
  { database }: OpenCorpus,
  from: number,
): Promise<readonly (readonly [id: string, data: ArticleData])[]> {
  await database.run(
    `CREATE OR REPLACE TEMP TABLE batch AS FROM ordered WHERE n >= ${from} AND n < ${from + ARTICLES_A_BATCH}`,
  );
  // Months are named outright, so that files of the others are not opened.
  const months = await database.rows<{ month: string }>(
    "SELECT DISTINCT published_month AS month FROM batch ORDER BY month",
  );
  const inBatch = (table: string) =>
    `${table}.published_month IN (${months.map(({ month }) => `'${month.replaceAll("'", "''")}'`).join(", ")})
     AND ${table}.article_id IN (SELECT article_id FROM batch)`;
  const grouped = async <Row>(sql: string): Promise<(id: string) => readonly Row[]> => {
    const rows = await database.rows<Row & { article_id: string }>(sql);
    const groups = new Map<string, Row[]>();
    for (const row of rows) addTo(groups, row.article_id, row);
    return (id) => groups.get(id) ?? [];
  };
  const articles = await database.rows<ArticleRow>(
    `SELECT articles.article_id AS id, coalesce(title, articles.article_id) AS title, batch.day, coalesce(articles.outlet, '') AS outlet,
      coalesce(url, '') AS url, coalesce(bylines, '') AS bylines, language, '.' || text AS dotted
    FROM articles JOIN batch USING (article_id) WHERE ${inBatch("articles")} ORDER BY batch.n`,
  );
  const blocks = await grouped<BlockRow>(
    `SELECT article_id, start_offset AS start, end_offset AS "end", kind, duplicate_of IS NOT NULL AS again
    FROM blocks WHERE ${inBatch("blocks")} ORDER BY article_id, block`,
  );
  const entities = await grouped<EntityRow>(
    `SELECT e.article_id, e.entity_id AS id, coalesce(i.identity_id, '') AS identity, e.type, e.name,
      coalesce((SELECT string_agg(r.role, '; ' ORDER BY r.position) FROM roles r
        WHERE r.article_id = e.article_id AND r.entity_id = e.entity_id AND ${inBatch("r")}), '') AS roles
    FROM entities e LEFT JOIN entity_identities i USING (article_id, entity_id) WHERE ${inBatch("e")}
    ORDER BY e.article_id, length(e.entity_id), e.entity_id`,
  );
  const mentions = await grouped<MentionRow>(
    `SELECT article_id, mention_id AS id, entity_id AS entity, type, form, start_offset AS start, end_offset AS "end"
    FROM mentions WHERE ${inBatch("mentions")} ORDER BY article_id, start_offset, end_offset DESC, mention_id`,
  );
  const times = await grouped<TimeRow>(
    `SELECT article_id, time_id AS id, type, coalesce(value, '') AS value, text, start_offset AS start, end_offset AS "end"
    FROM times WHERE ${inBatch("times")} ORDER BY article_id, start_offset, time_id`,
  );
  const quotes = await grouped<QuoteRow>(
    `SELECT s.article_id, s.quote_id AS id, s.kind, s.attitude, s.speaker_entity_id AS entity, ${SOURCE} AS source, s.text
    FROM spoken s WHERE ${inBatch("s")} ORDER BY s.article_id, length(s.quote_id), s.quote_id`,
  );
  const spans = await Promise.all(
    (["content", "cue", "source"] as const).map((part) =>
      grouped<SpanRow>(
        `SELECT article_id, quote_id AS quote, start_offset AS start, end_offset AS "end"
        FROM quote_${part}s WHERE ${inBatch(`quote_${part}s`)} ORDER BY article_id, quote_id, position`,
      ),
    ),
  );
  const claims = await grouped<ClaimRow>(
    `SELECT c.article_id, c.claim_id AS id, c.start_offset AS start, c.end_offset AS "end", ${HOW} AS how,
      coalesce(s.speaker, s.source, '') AS by, c.text
    FROM claims c LEFT JOIN spoken s ON s.article_id = c.article_id AND s.quote_id = c.asserted_by
    WHERE ${inBatch("c")} ORDER BY c.article_id, length(c.claim_id), c.claim_id`,
  );
  const problems = await grouped<{ readonly message: string }>(
    `SELECT article_id, message FROM problems WHERE ${inBatch("problems")} ORDER BY article_id, problem`,
  );
  return articles.map((article) => {
    const { id } = article;
    const rows: Rows = {
      blocks: blocks(id),
      entities: entities(id),
      mentions: mentions(id),
      times: times(id),
      quotes: quotes(id),
      spans: spans.map((of) => of(id)) as unknown as Rows["spans"],
      claims: claims(id),
    };
    return [id, articleData(article, rows, problems(id))];
  });
}

interface SpanIn {
  readonly start: number;
  readonly end: number;
}
type ArticleRow = Readonly<
  Record<"id" | "title" | "day" | "outlet" | "url" | "bylines" | "language", string> & { dotted: string | null }
>;
type BlockRow = SpanIn & { readonly kind: string; readonly again: boolean };
type EntityRow = Readonly<Record<"id" | "identity" | "type" | "name" | "roles", string>>;
type MentionRow = SpanIn &
  Readonly<{ id: string; entity: string; type: (typeof ENTITY_TYPES)[number]; form: MentionForm }>;
type TimeRow = SpanIn & Readonly<Record<"id" | "type" | "value" | "text", string>>;
type QuoteRow = Readonly<Record<"id" | "kind" | "attitude" | "source" | "text", string> & { entity: string | null }>;
type SpanRow = SpanIn & { readonly quote: string };
type ClaimRow = SpanIn & Readonly<Record<"id" | "how" | "by" | "text", string>>;

interface Rows {
  readonly blocks: readonly BlockRow[];
  readonly entities: readonly EntityRow[];
  readonly mentions: readonly MentionRow[];
  readonly times: readonly TimeRow[];
  readonly quotes: readonly QuoteRow[];
  readonly spans: readonly [content: readonly SpanRow[], cue: readonly SpanRow[], source: readonly SpanRow[]];
  readonly claims: readonly ClaimRow[];
}

/** DuckDB's client drops a byte order mark at the beginning of a text, and offsets count it: a dot stands before it. */
const DOT = 1;

function articleData(article: ArticleRow, rows: Rows, problems: readonly { readonly message: string }[]): ArticleData {
  const numbers = (items: readonly { readonly id: string }[]) => new Map(items.map(({ id }, n) => [id, n]));
  const entities = numbers(rows.entities);
  const times = numbers(rows.times);
  const quotes = numbers(rows.quotes);
  const claims = numbers(rows.claims);
  const counts = new Map<string, number>();
  for (const { entity } of rows.mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const listOf = (kind: MarkKind) =>
    kind === "time"
      ? times
      : kind === "claim"
        ? claims
        : ENTITY_TYPES.some((type) => type === kind)
          ? entities
          : quotes;
  return {
    title: article.title,
    day: article.day,
    outlet: article.outlet,
    url: article.url,
    bylines: article.bylines,
    language: article.language,
    text: article.dotted?.slice(DOT) ?? null,
    blocks: rows.blocks.map(({ start, end, kind, again }) => [start, end, kind, again ? 1 : 0]),
    entities: rows.entities.map(({ id, identity, type, name, roles }) => [
      identity,
      type,
      name,
      roles,
      counts.get(id) ?? 0,
    ]),
    times: rows.times.map(({ text, value, type }) => [text, value, type]),
    quotes: rows.quotes.map(({ id, kind, attitude, entity, source, text }) => [
      id,
      kind,
      attitude,
      entities.get(entity ?? "") ?? -1,
      source,
      text,
    ]),
    claims: rows.claims.map(({ id, how, by, text }) => [id, how, by, text]),
    marks:
      article.dotted === null
        ? []
        : marksOf(marked(rows), { claims: true }).map(({ start, end, kind, of, form }) => [
            start,
            end,
            MARK_KINDS.indexOf(kind),
            listOf(kind).get(of) ?? -1,
            form === undefined ? -1 : MENTION_FORMS.indexOf(form),
          ]),
    problems: problems.map(({ message }) => message),
  };
}

function marked({ mentions, times, quotes, spans, claims }: Rows): Marked {
  const [content, cue, source] = spans.map((rows) => {
    const byQuote = new Map<string, SpanIn[]>();
    for (const { quote, start, end } of rows) addTo(byQuote, quote, { start, end });
    return (id: string): readonly SpanIn[] => byQuote.get(id) ?? [];
  });
  return {
    mentions,
    times,
    claims,
    quotes: quotes.map(({ id }) => ({ id, content: content!(id), cue: cue!(id), source: source!(id) })),
  };
}
