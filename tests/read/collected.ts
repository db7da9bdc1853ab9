import { type ReadOptions, readInputs } from "../../src/read/read-inputs.js";
import type { ReadFailure, ReadItem } from "../../src/read/read-item.js";

export const FIXTURES = new URL("../../fixtures/inputs/", import.meta.url).pathname;

/** A stream of some bytes, cut into pieces of `size`, small ones to show that no reader counts on whole chunks. */
export async function* bytesOf(
  content: string | Uint8Array,
  size = content.length > 20_000 ? 65_536 : 7,
): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content as Uint8Array);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collected(items: AsyncIterable<ReadItem>): Promise<readonly ReadItem[]> {
  const all: ReadItem[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const inputs = (names: readonly string[], options: ReadOptions = {}): Promise<readonly ReadItem[]> =>
  collected(readInputs(names, options));

export const stdin = (content: string | Uint8Array, options: ReadOptions = {}): Promise<readonly ReadItem[]> =>
  inputs(["-"], { stdin: bytesOf(content), ...options });

/** 'file:line: message', as the command shows it. */
export const said = ({ file, line, message }: ReadFailure): string =>
  `${[file, line].filter((part) => part !== undefined).join(":")}: ${message}`;

/** Each item as its text, or as what was said. */
export const told = (items: readonly ReadItem[]): readonly string[] =>
  items.map((item) => (item.error === undefined ? item.article.text : said(item.error)));
