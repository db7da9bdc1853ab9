import { basename } from "node:path";

/** The formats an article can come in. */
export const FORMATS = ["text", "markdown", "html", "json", "ndjson", "csv", "warc"] as const;
export type Format = (typeof FORMATS)[number];

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  [".txt", "text"],
  [".text", "text"],
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".json", "json"],
  [".ndjson", "ndjson"],
  [".jsonl", "ndjson"],
  [".csv", "csv"],
  [".warc", "warc"],
]);

/** The extensions that are read, for messages; each also with .gz behind it. */
export const EXTENSIONS = [...BY_EXTENSION.keys()].join(" ");

/** What a file's name says of it. */
export interface FileKind {
  /** Undefined when the extension is none of ours. */
  readonly format: Format | undefined;
  readonly gzip: boolean;
  readonly extension: string;
  /** The name without folder, .gz and known extension: the id of a file of one article. */
  readonly baseName: string;
}

/** Reads a file's name; the case of extensions does not matter. 'a/Quake.TXT.gz' is packed text with base name 'Quake'. */
export function kindOfFile(file: string): FileKind {
  const name = basename(file);
  const gzip = /\.gz$/i.test(name);
  const unpacked = gzip ? name.slice(0, -3) : name;
  const extension = /[^.](\.[^.]*)$/.exec(unpacked)?.[1]?.toLowerCase() ?? "";
  const format = BY_EXTENSION.get(extension);
  return { format, gzip, extension, baseName: format === undefined ? unpacked : unpacked.slice(0, -extension.length) };
}

/** True for gzip's magic number. */
export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** The format of bytes without a name (standard input, a pipe), by how they begin. When in doubt, text. */
export function sniffFormat(head: Buffer): Format {
  const start = head
    .toString("utf8", 0, 64 * 1024)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^WARC\/\d/.test(start)) return "warc";
  if (start.startsWith("[")) return isJsonStart(start) ? "json" : "text";
  if (start.startsWith("{") && !isJsonStart(start)) return "text";
  if (start.startsWith("{")) return isBrokenAfterBrace(start) || isFeed(start) ? "json" : "ndjson";
  return /^<(?:!doctype html|html|head|body|article|main|meta|title|div|p|h1|!--|\?xml)[\s>-]?/i.test(start)
    ? "html"
    : "text";
}

/** '{"', '[{' and the like; not '[Advertisement]' or '{name}'. */
const isJsonStart = (start: string): boolean => /^[[{]\s*["{}[\]]/.test(start);

/** True for a JSON Feed, which may stand on one line. */
const isFeed = (start: string): boolean => /"version"\s{0,4}:\s{0,4}"https?:\\?\/\\?\/jsonfeed\.org\b/.test(start);

/** True for JSON written over several lines: NDJSON has no line end inside a record. */
const isBrokenAfterBrace = (start: string): boolean => /^\{\s*\n/.test(start);
