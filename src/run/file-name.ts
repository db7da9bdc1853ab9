import { KNOWLEDGE_SUFFIX } from "../model/knowledge-path.js";
import { sha256 } from "../text/sha256.js";

/** Bytes left for the id: file systems take 255, less the suffix, the digest and the temporary file's marks. */
const MAX_BYTES = 180;

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/**
 * The output file's name for an article's id: the id itself when that is a safe name ('a1' -> 'a1.knowledge.json'),
 * else its letters and digits with eight hex digits of its digest, so that unlike ids never meet
 * ('../../x' -> 'x-3f0a….knowledge.json'). Never holds a separator, a control or a leading dot.
 */
export function fileNameFor(id: string): string {
  const plain = safe(id);
  return plain === id ? plain + KNOWLEDGE_SUFFIX : distinctFileNameFor(id);
}

/** The same name with the digest in any case: for an id whose plain name another article of the run has taken. */
export const distinctFileNameFor = (id: string): string =>
  `${safe(id) || "article"}-${sha256(id).slice(0, 8)}${KNOWLEDGE_SUFFIX}`;

/** The key under which two names are one file on systems that fold case or normalize. */
export const fileKey = (name: string): string => name.normalize("NFC").toLowerCase();

function safe(id: string): string {
  const words = id
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replace(/^[-._]+/u, "");
  // Cut before its end is trimmed: an id may be megabytes of dashes, and each would be tried as the first of the last.
  const short = cut(words).replace(/[-.]+$/u, "");
  return DEVICE.test(short) ? `id-${short}` : short;
}

/** The longest beginning that fits, whole characters only. */
function cut(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  let bytes = 0;
  let kept = "";
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    kept += character;
  }
  return kept;
}
