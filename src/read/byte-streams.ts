import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError } from "../model/errors.js";

/** Bytes in pieces of any size. */
export type Bytes = AsyncIterable<Uint8Array>;

/**
 * Most unpacked bytes for one packed byte. News text packs 3 to 20 fold, gzip can do 1,032 fold: beyond this the file was
 * made to fill a disk.
 */
const MAX_RATIO = 250;
/** The ratio is not asked below this many unpacked bytes (64 MiB): small files of one repeated line are harmless. */
const RATIO_FROM = 64 * 1024 * 1024;

/** Unpacks gzip, all members. Throws zlib's error on damaged data and an InputError on a decompression bomb. */
export async function* unpack(packed: Bytes, file: string): AsyncGenerator<Buffer> {
  let taken = 0;
  let given = 0;
  const source = Readable.from(
    tallied(packed, (size) => {
      taken += size;
    }),
  );
  const gunzip = createGunzip({ chunkSize: 128 * 1024 });
  source.on("error", (cause) => gunzip.destroy(cause));
  source.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      given += chunk.length;
      if (given > RATIO_FROM && given > taken * MAX_RATIO) {
        throw new InputError(
          `unpacks to more than ${MAX_RATIO} times its size, as decompression bombs do; unpack it yourself if you trust it`,
          { file },
        );
      }
      yield chunk;
    }
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** The same bytes; `count` is told of each piece as it goes through. */
export async function* tallied(source: Bytes, count: (size: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    count(chunk.length);
    yield chunk;
  }
}

/** All bytes in one piece. Throws an InputError when there are more than `maxBytes`. */
export async function collect(source: Bytes, maxBytes: number, file: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new InputError(`larger than ${maxBytes} bytes; split it, store it as NDJSON, or raise the limit`, { file });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The first bytes (at least `size` where there are so many) and a stream that still starts with them. */
export async function peek(source: Bytes, size: number): Promise<{ readonly head: Buffer; readonly bytes: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  return { head, bytes: startingWith(head, iterator) };
}

async function* startingWith(head: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** The stream as UTF-8 without byte order mark: UTF-16, told by its mark, is recoded; anything else goes through. */
export async function* asUtf8(source: Bytes): AsyncGenerator<Buffer> {
  const { head, bytes } = await peek(source, 3);
  const label =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
  if (label === null) {
    let skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
    for await (const chunk of bytes) {
      yield bufferOf(chunk).subarray(skip);
      skip = 0;
    }
    return;
  }
  const decoder = new TextDecoder(label);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
  yield Buffer.from(decoder.decode(), "utf8");
}

/** The same memory as a Buffer. */
export const bufferOf = (chunk: Uint8Array): Buffer =>
  Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
