import { type Bytes, bufferOf } from "./byte-streams.js";

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;

/** A line without its end, counted from 1; `bytes` is null when there are more than the limit, and then it is not held. */
export interface Line {
  readonly number: number;
  /** Bytes of the source before it. */
  readonly at: number;
  readonly bytes: Buffer | null;
}

/**
 * Splits at LF or CRLF, holding one line at a time. A line end at the very end opens no further line. With `skipsBlank`
 * lines of white space are counted, not given: a packed file of nothing else has millions.
 */
export async function* splitLines(
  source: Bytes,
  maxBytes: number,
  { skipsBlank = false }: { readonly skipsBlank?: boolean } = {},
): AsyncGenerator<Line> {
  let number = 1;
  let at = 0; // of the line under way
  let passed = 0; // bytes of the chunks before
  let parts: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer): void => {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  };
  const line = (): Line => {
    const whole = size > maxBytes ? null : parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { number: number++, at, bytes: whole?.at(-1) === CR ? whole.subarray(0, -1) : whole };
  };
  for await (const piece of source) {
    const chunk = bufferOf(piece);
    let from = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
      if (skipsBlank && end === from && size === 0) {
        while (chunk[from] === LF) {
          from++;
          number++;
        }
        at = passed + from;
        continue;
      }
      take(chunk.subarray(from, end));
      const whole = line();
      if (!(skipsBlank && isBlank(whole.bytes))) yield whole;
      from = end + 1;
      at = passed + from;
    }
    passed += chunk.length;
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (size > 0) yield line();
}

/** True for nothing but ASCII white space. */
function isBlank(bytes: Buffer | null): boolean {
  if (bytes === null) return false;
  for (const byte of bytes) if (byte !== SPACE && (byte < TAB || byte > CR)) return false;
  return true;
}
