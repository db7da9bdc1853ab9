import type { EntityType, MentionForm } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { TimeType } from "../../model/time-expression.js";

/** What can be scored, each with its own layer of annotations. */
export const KINDS = ["names", "times", "attribution", "coreference", "claims"] as const;
export type Kind = (typeof KINDS)[number];

/** Somebody or something named. */
export interface GoldName extends Span {
  readonly type: EntityType;
  /** Identity outside the article, such as a Wikidata id or a Wikipedia title. */
  readonly link?: string;
}

/** A date, time, duration or set. */
export interface GoldTime extends Span {
  readonly type: TimeType;
  /** TIMEX3 value; null when it cannot be told. */
  readonly value: string | null;
}

/** Who (source), by what word (cue), what (content). Source and cue may be empty, content never is. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** An occurrence of an entity by any form. Mentions with one `cluster` mean the same. */
export interface GoldMention extends Span {
  readonly type: string;
  readonly cluster: string;
  readonly form: MentionForm;
  /** The head word; the whole mention when it is not given. */
  readonly head?: Span;
  readonly link?: string;
}

/** A claim as texts: CaRB's form. `arguments` begins with the subject, or is empty. */
export interface GoldClaim {
  readonly predicate: string;
  readonly arguments: readonly string[];
}

/** All claims of one sentence. Claims of sentences that gold does not list are not scored. */
export interface GoldSentence extends Span {
  readonly claims: readonly GoldClaim[];
}

/** Annotations of one article: a layer that is absent was not annotated; one that is empty was, with nothing found. */
export interface Annotations {
  readonly names?: readonly GoldName[];
  readonly times?: readonly GoldTime[];
  readonly attribution?: readonly GoldAttribution[];
  readonly coreference?: readonly GoldMention[];
  readonly claims?: readonly GoldSentence[];
}

/** What a human says of one article. Offsets are half-open UTF-16 code units of `text`, whatever its file counts in. */
export interface GoldArticle extends Annotations {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
}

/** One file of a gold corpus, as read or to be written. */
export interface GoldFile {
  readonly path: string;
  readonly content: string;
}

/** A way to write gold down. */
export interface GoldFormat {
  readonly name: string;
  /** What its offsets count. */
  readonly unit: "utf-16" | "code points" | "tokens" | "none";
  /** Layers that survive being written and read. */
  readonly carries: readonly Kind[];
  /**
   * Reads the files of a corpus. Throws an InputError with file, line and the first place where the annotations do not fit
   * their text.
   */
  readonly read: (files: readonly GoldFile[]) => readonly GoldArticle[];
  /** Writes the layers that the format carries; paths are relative to the corpus's folder. */
  readonly write: (articles: readonly GoldArticle[]) => readonly GoldFile[];
}
