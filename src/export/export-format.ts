import type { KnowledgeFile } from "../model/knowledge-file.js";

/** How exports name what has no address of its own. */
export interface ExportOptions {
  /** Beginning of the identifiers of articles and their items: an IRI such as `https://paper.example/knowledge/`. */
  readonly base: string;
}

/** A form that others read, made from one knowledge file at a time. */
export interface ExportFormat {
  readonly name: string;
  /** Ending of one article's file. */
  readonly extension: string;
  /** True when it cannot be made from a file that was written without its text. */
  readonly needsText: boolean;
  /**
   * The records of one article: one document, or several entities. Throws an InputError when a span of the file does not
   * begin and end between characters.
   */
  readonly convert: (file: KnowledgeFile, options: ExportOptions) => readonly object[];
}

/** The fields that are not undefined, null or an empty list: exports leave out what is not known. */
export const known = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0)),
  ) as never;
