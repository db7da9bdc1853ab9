import type { Span } from "./span.js";

/** Who wrote the article, as a byline or the record says. */
export interface Byline {
  /** As written; in small letters where the byline is in capitals. */
  readonly name: string;
  readonly email?: string;
  /** Where the name stands in the text; absent when only the record says it. */
  readonly span?: Span;
}

/** Where and when an article was filed: 'SEOUL, Feb. 7 (Reuters) -'. */
export interface Dateline {
  readonly span: Span;
  /** Span of the place. */
  readonly place?: Span;
  /** ISO 8601 day. */
  readonly date?: string;
}

/** What an article says of itself: read from the record first, then from the text. */
export interface Header {
  readonly title: string | null;
  readonly bylines: readonly Byline[];
  readonly dateline: Dateline | null;
  /** Publication date or date and time, ISO 8601; null when neither record nor text gives one. Never the clock. */
  readonly published: string | null;
  readonly publishedFrom: "record" | "text" | null;
}
