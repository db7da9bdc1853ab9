import { isUtf8 } from "node:buffer";

/** Text of some bytes, and a note when its charset was guessed or some bytes made no sense. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

/** What windows-1252 has for the bytes 0x80 to 0x9F (encoding.spec.whatwg.org/index-windows-1252.txt). */
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Decodes by byte order mark, else as UTF-8 where the bytes are valid UTF-8, else by the charset the page declares, else
 * as windows-1252, or as UTF-8 with U+FFFD when most of its non-ASCII characters are sound. The mark is not text and is
 * dropped; nothing else is: CRLF, NFD, soft hyphens and zero-width characters stay.
 * Valid UTF-8 goes before a declared charset because archives store pages as UTF-8 under their old declaration.
 */
export function decodeText(bytes: Buffer, declared?: string): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain(new TextDecoder("utf-16le").decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return plain(new TextDecoder("utf-16be").decode(bytes));
  if (declared === undefined) return utf8(bytes);
  const charset = knownCharset(declared);
  if (charset === undefined) return noted(utf8(bytes), `declared charset '${declared.slice(0, 40)}' is unknown`);
  // ISO-2022-JP is the one charset whose every byte is ASCII.
  if (isUtf8(bytes) && charset !== "iso-2022-jp") return utf8(bytes);
  if (charset === "windows-1252") return plain(windows1252(bytes));
  // UTF-16 needs its mark; a page that could be read far enough to find the declaration is not UTF-16 (WHATWG).
  return charset.startsWith("utf-") ? utf8(bytes) : plain(new TextDecoder(charset).decode(bytes));
}

function utf8(bytes: Buffer): Decoded {
  const text = bytes.toString("utf8");
  if (isUtf8(bytes)) return plain(text);
  const { sound, broken } = countNonAscii(text);
  if (sound > broken) return { text, notes: [`${broken} byte sequences are not UTF-8; read as U+FFFD`] };
  return { text: windows1252(bytes), notes: ["not UTF-8; read as windows-1252"] };
}

function countNonAscii(text: string): { readonly sound: number; readonly broken: number } {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) sound++;
  }
  return { sound, broken };
}

/** Node's own decoder reads windows-1252 as Latin-1 in some releases (nodejs/node#56542), so the 32 odd bytes are ours. */
const windows1252 = (bytes: Buffer): string =>
  bytes.toString("latin1").replace(/[\x80-\x9f]/g, (control) => C1[control.charCodeAt(0) - 0x80]!);

/** The WHATWG name of a charset label, or undefined. */
function knownCharset(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined; // decodeText notes it
  }
}

const plain = (text: string): Decoded => ({ text, notes: [] });

const noted = ({ text, notes }: Decoded, note: string): Decoded => ({ text, notes: [note, ...notes] });
