import { PRESENTATIONS } from "../model/cue.js";
import { ATTITUDES, QUOTE_KINDS } from "../model/quote.js";
import { QUOTES_A_CHUNK } from "./core-data.js";
import type { OpenCorpus } from "./open-corpus.js";
import type { QuoteChunk } from "./site-data.js";

interface Row {
  readonly article: number;
  readonly id: string;
  readonly speaker: number | null;
  readonly source: string;
  readonly kind: string;
  readonly attitude: string;
  readonly presented: string | null;
  readonly cue: string;
  readonly text: string;
}

/** What stands for a speaker who has no name across the corpus: a nameless source's description, or the article's words. */
export const SOURCE = "coalesce(s.speaker, s.source, '(' || replace(s.speaker_reason, '-', ' ') || ')', '')";
/** The cue as written, in small letters: 'said', 'according to'. */
export const CUE = "coalesce(regexp_replace(lower(s.cue), '\\s+', ' ', 'g'), '')";

/** One data file of quotations, from number `chunk * QUOTES_A_CHUNK` on. */
export async function quoteChunk({ database }: OpenCorpus, chunk: number): Promise<QuoteChunk> {
  if (chunk === 0) await orderQuotes({ database });
  const from = chunk * QUOTES_A_CHUNK;
  const rows = await database.rows<Row>(
    `SELECT o.article, s.quote_id AS id, o.speaker, ${SOURCE} AS source, s.kind, s.attitude, s.presented_as AS presented,
      ${CUE} AS cue, s.text
    FROM ordered_quotes o JOIN spoken s USING (article_id, quote_id)
    WHERE o.n >= ${from} AND o.n < ${from + QUOTES_A_CHUNK} ORDER BY o.n`,
  );
  const words = new Map<string, number>();
  const wordOf = (word: string): number => {
    const known = words.get(word) ?? words.size;
    words.set(word, known);
    return known;
  };
  return {
    articles: rows.map(({ article }) => article),
    ids: rows.map(({ id }) => id),
    speakers: rows.map(({ speaker }) => speaker ?? -1),
    sources: rows.map(({ speaker, source }) => (speaker === null ? wordOf(source) : -1)),
    kinds: rows.map(({ kind }) => QUOTE_KINDS.indexOf(kind as (typeof QUOTE_KINDS)[number])),
    attitudes: rows.map(({ attitude }) => ATTITUDES.indexOf(attitude as (typeof ATTITUDES)[number])),
    presented: rows.map(({ presented }) => PRESENTATIONS.indexOf(presented as (typeof PRESENTATIONS)[number])),
    cues: rows.map(({ cue }) => wordOf(cue)),
    texts: rows.map(({ text }) => text.replace(/\s+/g, " ")),
    words: [...words.keys()],
  };
}

/** Numbers all quotations: the latest articles first, then in the order of the text. */
const orderQuotes = ({ database }: Pick<OpenCorpus, "database">): Promise<void> =>
  database.run(`CREATE TABLE ordered_quotes AS
    SELECT s.article_id, s.quote_id, o.n AS article, named.n AS speaker,
      row_number() OVER (ORDER BY o.n, c.start_offset, length(s.quote_id), s.quote_id) - 1 AS n
    FROM spoken s JOIN ordered o USING (article_id)
    JOIN quote_contents c ON c.article_id = s.article_id AND c.quote_id = s.quote_id AND c.position = 0
    LEFT JOIN named ON named.identity_id = s.speaker_id`);
