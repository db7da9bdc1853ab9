import { ENTITY_TYPES } from "../model/mention.js";
import { articleKey } from "./data-script.js";
import type { OpenCorpus } from "./open-corpus.js";
import type { CoreData, PlaceRow } from "./site-data.js";

/** Quotations in one data file. Some 2 MB; the page shows the first file's while it loads the others. */
export const QUOTES_A_CHUNK = 10_000;
/** Names in one data file. */
const NAMES_A_BUCKET = 250;
/** Names with most assertions, for the plot of shares. */
const SPEAKERS = 20;

/** What every page needs: the corpus's articles, outlets, names and places. */
export async function coreData(corpus: OpenCorpus): Promise<CoreData> {
  const { database } = corpus;
  const articles = await database.rows<{
    id: string;
    title: string | null;
    day: string;
    outlet: string;
    quotes: number;
  }>(
    `SELECT o.article_id AS id, a.title, o.day, coalesce(o.outlet, '') AS outlet, coalesce(q.quotes, 0) AS quotes
    FROM ordered o JOIN articles a USING (article_id)
    LEFT JOIN (SELECT article_id, count(*) AS quotes FROM quotes GROUP BY article_id) q USING (article_id)
    ORDER BY o.n`,
  );
  const outlets = await database.rows<{ outlet: string }>(
    "SELECT outlet FROM ordered WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet",
  );
  const outletNumbers = new Map(outlets.map(({ outlet }, n) => [outlet, n]));
  const names = await database.rows<{
    id: string;
    name: string;
    type: string;
    articles: number;
    quotes: number;
    also: string;
  }>(
    `SELECT i.identity_id AS id, i.name, i.type, i.articles, coalesce(q.quotes, 0) AS quotes, coalesce(o.also, '') AS also
    FROM identities i JOIN named USING (identity_id)
    LEFT JOIN (SELECT speaker_id AS identity_id, count(*) AS quotes FROM spoken GROUP BY speaker_id) q USING (identity_id)
    LEFT JOIN (
      SELECT identity_id, string_agg(n.name, ' · ' ORDER BY n.articles DESC, n.name) AS also
      FROM identity_names n JOIN identities i USING (identity_id) WHERE n.name <> i.name GROUP BY identity_id
    ) o USING (identity_id)
    ORDER BY named.n`,
  );
  const quotes = articles.reduce((sum, article) => sum + article.quotes, 0);
  return {
    outlets: outlets.map(({ outlet }) => outlet),
    articles: {
      keys: articles.map(({ id }) => articleKey(id)),
      titles: articles.map(({ id, title }) => title ?? id),
      days: articles.map(({ day }) => day.slice(0, 10)),
      outlets: articles.map(({ outlet }) => outletNumbers.get(outlet) ?? -1),
      quotes: articles.map((article) => article.quotes),
    },
    names: {
      ids: names.map(({ id }) => id),
      names: names.map(({ name }) => name),
      types: names.map(({ type }) => ENTITY_TYPES.indexOf(type as (typeof ENTITY_TYPES)[number])),
      articles: names.map((one) => one.articles),
      quotes: names.map((one) => one.quotes),
      also: names.map(({ also }) => also),
    },
    said: await said(corpus),
    places: await places(corpus),
    quotes,
    chunks: Math.ceil(quotes / QUOTES_A_CHUNK),
    buckets: Math.ceil(names.length / NAMES_A_BUCKET),
  };
}

async function said({ database }: OpenCorpus): Promise<CoreData["said"]> {
  const names = await database.rows<{ n: number; quotes: number }>(
    `SELECT named.n, count(*) AS quotes FROM spoken JOIN named ON named.identity_id = spoken.speaker_id
    WHERE attitude = 'assertion' GROUP BY named.n ORDER BY quotes DESC, named.n`,
  );
  const [rest] = await database.rows<{ anonymous: number; unresolved: number; quotes: number }>(
    `SELECT count(*) AS quotes, count(*) FILTER (speaker_status = 'unresolved') AS unresolved,
      count(*) FILTER (speaker_status <> 'unresolved' AND speaker_id IS NULL) AS anonymous
    FROM spoken WHERE attitude = 'assertion'`,
  );
  const { quotes, anonymous, unresolved } = rest!;
  return {
    names: names.slice(0, SPEAKERS).map(({ n, quotes }) => [n, quotes]),
    named: quotes - anonymous - unresolved,
    anonymous,
    unresolved,
  };
}

/** Coordinates and country are those that most of a place's entities have. */
async function places({ database }: OpenCorpus): Promise<readonly PlaceRow[]> {
  const rows = await database.rows<{
    n: number;
    mentions: number;
    outlets: number;
    lat: number | null;
    lon: number | null;
    country: string | null;
  }>(
    `SELECT named.n, count(*) AS mentions, count(DISTINCT o.outlet) AS outlets,
      mode([e.lat, e.lon] ORDER BY e.lat, e.lon) FILTER (e.lat IS NOT NULL AND e.lon IS NOT NULL) AS spot,
      spot[1] AS lat, spot[2] AS lon, mode(e.country ORDER BY e.country) AS country
    FROM mentions m JOIN entity_identities USING (article_id, entity_id) JOIN named USING (identity_id)
    JOIN entities e USING (article_id, entity_id) JOIN ordered o USING (article_id)
    WHERE named.type = 'place' AND m.form = 'name' GROUP BY named.n ORDER BY named.n`,
  );
  return rows.map(({ n, mentions, outlets, lat, lon, country }) => [n, mentions, outlets, lat, lon, country]);
}
