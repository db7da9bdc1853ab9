/**
 * What the site's data files hold, in the form the page's script reads it. Lists are kept in columns, and what repeats is
 * a number that leads into another list; -1 leads nowhere.
 */

/** `data/core.js`: what every page but an article's needs. */
export interface CoreData {
  /** Most articles first. */
  readonly outlets: readonly string[];
  /** The latest first. */
  readonly articles: {
    /** Names of their data files: see {@link articleKey}. */
    readonly keys: readonly string[];
    readonly titles: readonly string[];
    /** Day of publication, or only its month or year; empty when it is not known. */
    readonly days: readonly string[];
    readonly outlets: readonly number[];
    readonly quotes: readonly number[];
  };
  /** People, organizations and places, those of most articles first. */
  readonly names: {
    readonly ids: readonly string[];
    readonly names: readonly string[];
    /** Into ENTITY_TYPES. */
    readonly types: readonly number[];
    readonly articles: readonly number[];
    /** Quotations of which it is the speaker. */
    readonly quotes: readonly number[];
    /** Its other names, split by ' · '. */
    readonly also: readonly string[];
  };
  /** Who makes the assertions: names by how many, the most first, and how many nobody named makes. */
  readonly said: {
    readonly names: readonly (readonly [name: number, quotes: number])[];
    readonly named: number;
    readonly anonymous: number;
    readonly unresolved: number;
  };
  readonly places: readonly PlaceRow[];
  readonly quotes: number;
  /** Files `data/quotes-<n>.js`, from 0. */
  readonly chunks: number;
  /** Files `data/names-<n>.js`, from 0: a name is in the one of its number modulo this. */
  readonly buckets: number;
}

/** A place; without coordinates where they are not known. */
export type PlaceRow = readonly [
  name: number,
  mentions: number,
  outlets: number,
  lat: number | null,
  lon: number | null,
  country: string | null,
];

/** `data/quotes-<n>.js`: quotations in the order of their articles, then of the text. */
export interface QuoteChunk {
  readonly articles: readonly number[];
  /** Ids in their articles: 'q3'. */
  readonly ids: readonly string[];
  /** Into the names; -1 for sources without one. */
  readonly speakers: readonly number[];
  /** Into `words`: what stands for a speaker without a name, in the article's words; -1 when there is a name. */
  readonly sources: readonly number[];
  /** Into QUOTE_KINDS, ATTITUDES, and, or -1, PRESENTATIONS. */
  readonly kinds: readonly number[];
  readonly attitudes: readonly number[];
  readonly presented: readonly number[];
  /** Into `words`: the cue as written, in small letters. */
  readonly cues: readonly number[];
  readonly texts: readonly string[];
  readonly words: readonly string[];
}

/** `data/names-<n>.js`: what is known of each name, by id. */
export type NameBucket = Readonly<Record<string, NameData>>;

/** What is known of a name. Numbers are places in the lists of {@link CoreData}. */
export interface NameData {
  readonly names: readonly (readonly [name: string, articles: number])[];
  readonly roles: readonly (readonly [role: string, first: string, last: string, articles: number])[];
  readonly companions: readonly (readonly [name: number, articles: number])[];
  readonly articles: readonly (readonly [article: number, mentions: number])[];
  /** `kind` is into QUOTE_KINDS. */
  readonly quotes: readonly (readonly [article: number, id: string, kind: number, cue: string, text: string])[];
  /** What is claimed of it. `day` is the claim's own, or the article's; `by` is the speaker, empty for the article itself. */
  readonly claims: readonly (readonly [
    article: number,
    id: string,
    day: string,
    how: string,
    by: string,
    text: string,
  ])[];
}

/** `data/articles/<ab>/<key>.js`: one article. */
export interface ArticleData {
  readonly title: string;
  readonly day: string;
  readonly outlet: string;
  readonly url: string;
  readonly bylines: string;
  readonly language: string;
  /** Null when the corpus was built of files without text. */
  readonly text: string | null;
  readonly blocks: readonly (readonly [start: number, end: number, kind: string, isAgain: 0 | 1])[];
  /** `id` is the identity's; empty for one that has none. */
  readonly entities: readonly (readonly [id: string, type: string, name: string, roles: string, mentions: number])[];
  readonly times: readonly (readonly [text: string, value: string, type: string])[];
  readonly quotes: readonly (readonly [
    id: string,
    kind: string,
    attitude: string,
    speaker: number,
    source: string,
    text: string,
  ])[];
  readonly claims: readonly (readonly [id: string, how: string, by: string, text: string])[];
  /** In the order of `marksOf`: kind into MARK_KINDS, `of` into the list of its kind, form into MENTION_FORMS or -1. */
  readonly marks: readonly (readonly [start: number, end: number, kind: number, of: number, form: number])[];
  readonly problems: readonly string[];
}

/** Kinds of marks, as article files number them. */
export const MARK_KINDS = [
  "person",
  "organization",
  "place",
  "other",
  "time",
  "quote",
  "source",
  "cue",
  "claim",
] as const;

/** Where the data file of an article lies below the site. */
export const articlePath = (key: string): string => `data/articles/${key.slice(0, 2)}/${key}.js`;
