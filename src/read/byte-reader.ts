import { type Bytes, bufferOf } from "./byte-streams.js";

const LF = 0x0a;

/** Reads a stream piece by piece, holding one chunk and what is asked for. */
export interface ByteReader {
  /** The next line without its end, LF or CRLF; null at the end, and `undefined` when it is longer than `max` bytes. */
  readonly line: (max: number) => Promise<Buffer | null | undefined>;
  /** The next `size` bytes, fewer at the end. */
  readonly take: (size: number) => Promise<Buffer>;
  /** Passes over `size` bytes. Gives how many there were. */
  readonly skip: (size: number) => Promise<number>;
}

/** A reader of a stream. */
export function byteReader(source: Bytes): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);

  const fill = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return false;
      chunk = bufferOf(next.value);
    }
    return true;
  };
  const cut = (size: number): Buffer => {
    const part = chunk.subarray(0, size);
    chunk = chunk.subarray(size);
    return part;
  };
  return {
    line: async (max) => {
      const parts: Buffer[] = [];
      for (let size = 0; await fill(); ) {
        const end = chunk.indexOf(LF);
        const part = cut(end === -1 ? chunk.length : end);
        size += part.length;
        if (size > max) return undefined;
        parts.push(part);
        if (end === -1) continue;
        cut(1);
        const line = Buffer.concat(parts);
        return line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
      }
      return parts.length === 0 ? null : Buffer.concat(parts);
    },
    take: async (size) => {
      const parts: Buffer[] = [];
      for (let left = size; left > 0 && (await fill()); ) {
        const part = cut(left);
        left -= part.length;
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
    skip: async (size) => {
      let left = size;
      while (left > 0 && (await fill())) left -= cut(left).length;
      return size - left;
    },
  };
}
