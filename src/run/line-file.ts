import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { diskError } from "./errors.js";

/** Where a line stands in its file, in bytes, without its end. */
export interface LinePlace {
  readonly at: number;
  readonly length: number;
}

/** A file of lines that is only ever appended to. */
export interface LineFile {
  /** True when there was no such file. */
  readonly isNew: boolean;
  /** The lines that stood when the file was opened; the last also when it has no end. */
  readonly lines: () => Iterable<LinePlace & { readonly text: string }>;
  readonly lineAt: (place: LinePlace) => string;
  /** Writes a line at the end, apart from what a kill left of the one before. Throws a DiskError when the disk is full. */
  readonly append: (line: string) => LinePlace;
  /** Brings all lines to the disk and lets the file go. */
  readonly close: () => void;
}

const CHUNK = 1 << 20;
const LF = 0x0a;

/** Opens a file of lines for reading at any place and writing at the end. Throws a DiskError when it cannot be made. */
export function openLineFile(path: string): LineFile {
  const isNew = !existsSync(path);
  const fd = open(path);
  let size = fstatSync(fd).size;
  let isWhole = size === 0 || bytesAt(fd, { at: size - 1, length: 1 })[0] === LF;
  const sizeAtStart = size;
  return {
    isNew,
    lines: () => linesOf(fd, sizeAtStart),
    lineAt: (place) => bytesAt(fd, place).toString("utf8"),
    append: (line) => {
      const bytes = Buffer.from(`${isWhole ? "" : "\n"}${line}\n`, "utf8");
      const at = size + (isWhole ? 0 : 1);
      try {
        for (let written = 0; written < bytes.length; ) {
          isWhole = false;
          const count = writeSync(fd, bytes, written);
          written += count;
          size += count;
        }
      } catch (cause) {
        throw diskError(path, cause) ?? cause;
      }
      isWhole = true;
      return { at, length: size - at - 1 };
    },
    close: () => {
      fsyncSync(fd);
      closeSync(fd);
    },
  };
}

function open(path: string): number {
  try {
    return openSync(path, "a+");
  } catch (cause) {
    throw diskError(path, cause) ?? cause;
  }
}

function bytesAt(fd: number, { at, length }: LinePlace): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readSync(fd, bytes, 0, length, at);
  return bytes;
}

function* linesOf(fd: number, size: number): Generator<LinePlace & { readonly text: string }> {
  let rest = Buffer.alloc(0);
  let at = 0; // of `rest`
  for (let read = 0; read < size; ) {
    const chunk = bytesAt(fd, { at: read, length: Math.min(CHUNK, size - read) });
    read += chunk.length;
    const bytes = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let stop = bytes.indexOf(LF); stop !== -1; stop = bytes.indexOf(LF, from)) {
      yield { at: at + from, length: stop - from, text: bytes.toString("utf8", from, stop) };
      from = stop + 1;
    }
    at += from;
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield { at, length: rest.length, text: rest.toString("utf8") };
}
