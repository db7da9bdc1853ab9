import { sha256 } from "../text/sha256.js";

/**
 * A data file: a script that hands one JSON text to the page, as pages opened from a file can load nothing else. The
 * JSON stands in it as a string, which is quicker to read than an object, and holds no character that could end the
 * string or, where a server calls the file a page, begin a tag.
 */
export const dataScript = (key: string, data: unknown): string =>
  `copydesk(${literal(key)},${literal(JSON.stringify(data))})\n`;

const literal = (text: string): string => `'${text.replace(/['\\<\n\r\u2028\u2029]/g, (c) => ESCAPES[c] ?? `\\${c}`)}'`;

const ESCAPES: Readonly<Record<string, string>> = {
  "<": "\\x3c",
  "\n": "\\n",
  "\r": "\\r",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** Name of an article's data file: 16 hex digits of its id's SHA-256, as ids may hold what file names may not. */
export const articleKey = (id: string): string => sha256(id).slice(0, 16);
