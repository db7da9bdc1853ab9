import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { InputError } from "../model/errors.js";

/** An HTML page in a stored HTTP response. */
export interface HttpPage {
  /** Where the body begins, in bytes. */
  readonly bodyFrom: number;
  /** The charset in Content-Type. */
  readonly charset?: string;
  /** The body as its author wrote it: unchunked, unpacked. Throws an InputError when it is broken or too large. */
  readonly decode: (body: Buffer, maxBytes: number) => Buffer;
}

/** Reads the head of a response; undefined for one that holds no page: another status or type, or no end of the head. */
export function httpPage(head: Buffer): HttpPage | undefined {
  const bodyFrom = endOfHead(head);
  if (bodyFrom === undefined) return undefined;
  const [status = "", ...lines] = head.toString("latin1", 0, bodyFrom).split(/\r?\n/);
  const fields = parseFields(lines);
  const type = fields.get("content-type") ?? "";
  if (!/^HTTP\/\S+ 200\b/.test(status) || !/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return undefined;
  const charset = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(type)?.[1];
  const isChunked = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "");
  const packing = (fields.get("content-encoding") ?? "").trim().toLowerCase();
  return {
    bodyFrom,
    ...(charset === undefined ? {} : { charset }),
    decode: (body, maxBytes) => unpack(isChunked ? unchunk(body) : body, packing, maxBytes),
  };
}

/** Header fields, names in lower case, the first of each name; a line that is no field is passed over. */
export function parseFields(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "" && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function endOfHead(head: Buffer): number | undefined {
  const crlf = head.indexOf("\r\n\r\n");
  const lf = head.indexOf("\n\n");
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return crlf + 4;
  return lf === -1 ? undefined : lf + 2;
}

/** A chunked body put together (RFC 9112, 7.1). Archives often store it so already: then it is given back as it is. */
function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf("\r\n", at);
    const size = /^([\da-f]{1,8})(?:\s*;.*)?\s*$/i.exec(body.toString("latin1", at, Math.min(end, at + 1000)))?.[1];
    if (end === -1 || size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

/** Unpacks by Content-Encoding; a body that archives have unpacked already, as Common Crawl does, stays as it is. */
function unpack(body: Buffer, packing: string, maxBytes: number): Buffer {
  const options = { maxOutputLength: maxBytes };
  try {
    if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, options);
    if (packing === "br" && !isMarkup(body)) return brotliDecompressSync(body, options);
    if (packing === "deflate" && !isMarkup(body)) return inflateSync(body, options);
    return body;
  } catch (cause) {
    const isLarge = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    const reason = isLarge
      ? `the page unpacks to more than ${maxBytes} bytes; drop it or raise the limit`
      : "the page's packing is damaged; fetch it again";
    throw new InputError(reason, {}, { cause });
  }
}

const isMarkup = (body: Buffer): boolean => /^\s*</.test(body.toString("latin1", 0, 200));
