import { contentId, readRecord } from "../article-from-record.js";
import { type Bytes, collect } from "../byte-streams.js";
import { decodeText } from "../decode-text.js";
import type { ReadContext, ReadItem } from "../read-item.js";
import { tableRow } from "../records/record-shapes.js";
import { requireText } from "./read-text.js";

/** Front matter ends within this many lines or is none. */
const MAX_LINES = 60;

/**
 * A Markdown file: one article, its text the file's own, marks and front matter included, so that offsets index what the
 * user sees. Front matter gives title, date, author, url and source, by the names that table columns have.
 */
export async function* readMarkdown(bytes: Bytes, { file, id, limits }: ReadContext): AsyncGenerator<ReadItem> {
  const { text, notes } = requireText(decodeText(await collect(bytes, limits.recordBytes, file)), file);
  const record = { ...frontMatter(text), text };
  const read = readRecord(record, { file }, { id: id ?? contentId(text), shape: tableRow });
  yield { ...read, origin: { file }, notes: [...notes, ...read.notes] };
}

/**
 * The `key: value` lines between two '---' lines at the very top; none when there is no such pair. Lists and nested
 * values are left out but for 'authors: [A, B]'.
 */
function frontMatter(text: string): Readonly<Record<string, string | readonly string[]>> {
  const lines = text.split(/\r?\n/, MAX_LINES);
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end === -1) return {};
  const fields: Record<string, string | readonly string[]> = {};
  for (const line of lines.slice(1, end)) {
    const [, key, value] = /^([A-Za-z_]+):[ \t]+(\S.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) fields[key.toLowerCase()] = frontValue(value.trim());
  }
  return fields;
}

const frontValue = (value: string): string | readonly string[] =>
  value.startsWith("[") && value.endsWith("]") ? value.slice(1, -1).split(",").map(unquoted) : unquoted(value);

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, "$2");
