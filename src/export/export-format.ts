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

/** Half of a surrogate pair on its own, which UTF-8 cannot hold and many JSON readers refuse. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** JSON text with U+FFFD for lone surrogates; one character for one, so that offsets hold. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(
    value,
    (_key, field) => (typeof field === "string" ? field.replace(LONE_SURROGATE, "\uFFFD") : field),
    indent,
  );
