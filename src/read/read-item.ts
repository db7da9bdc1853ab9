import type { Article } from "../model/article.js";
import { InputError, type InputPlace } from "../model/errors.js";

/** Where an article was read from; `line` counts from 1 and is there for formats of one record a line or row. */
export interface Origin {
  readonly file: string;
  readonly line?: number;
}

/** An article as read, and what was left out or guessed on the way, such as a charset or a date of no known form. */
export interface ReadRecord {
  readonly article: Article;
  readonly notes: readonly string[];
}

/** Why one input, or one record of it, gave no article. The message says the mend; the place is in the other fields. */
export interface ReadFailure extends InputPlace {
  readonly file: string;
  readonly message: string;
}

/** One article, or one failure that cost no other article anything. */
export type ReadItem =
  | (ReadRecord & { readonly origin: Origin; readonly error?: never })
  | { readonly error: ReadFailure; readonly article?: never; readonly notes?: never };

/** How much is held in memory, in bytes after unpacking. */
export interface ReadLimits {
  /** One text, page, line or CSV row. @default 8 MiB: a thousand times a news article */
  readonly recordBytes: number;
  /** One .json file, which has to be read whole. @default 64 MiB */
  readonly fileBytes: number;
}

/** What is held in memory unless the user says otherwise. */
export const DEFAULT_LIMITS: ReadLimits = { recordBytes: 8 * 1024 * 1024, fileBytes: 64 * 1024 * 1024 };

/** What a format's reader is told of the input it reads. */
export interface ReadContext {
  readonly file: string;
  /** Id of the article when the input holds one that names none: the file's base name; absent for standard input. */
  readonly id?: string;
  readonly limits: ReadLimits;
}

/** What the operating system and zlib say, and what to do about it. */
const MENDS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder; check the path",
  EACCES: "may not be read; check its permissions",
  EPERM: "may not be read; check its permissions",
  EISDIR: "is a folder where a file was expected; give a file",
  ELOOP: "a symbolic link that leads back to itself; mend the link",
  EMFILE: "too many open files; read fewer at once",
  EIO: "the disk or stream failed while reading; check the device and try again",
  Z_DATA_ERROR: "damaged gzip data; fetch the file again",
  Z_BUF_ERROR: "the gzip data ends too early; fetch the file again",
};

/** The failure for whatever was thrown while reading `origin`: nothing read makes a run end. */
export function failureOf(thrown: unknown, origin: Origin): ReadFailure {
  if (thrown instanceof InputError) return { ...origin, ...thrown.place, message: thrown.reason };
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { ...origin, message: MENDS[code] ?? `cannot be read (${shorten(detail)}); check the file` };
}

/** At most 120 code units of something foreign, on one line, for a message. */
export function shorten(text: string): string {
  const line = text.slice(0, 160).replace(/[\s\p{Cc}]+/gu, " ");
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
