import { createHash } from "node:crypto";
import type { Journal } from "./journal.js";

/** What stands in an output folder, by digest: equal digests, equal files. */
export interface OutputDigest {
  readonly files: number;
  readonly bytes: number;
  /** The SHA-256 of each file's line 'path sha256', added up modulo 2^256, in hex: no order, and no list to be sorted. */
  readonly sum: string;
}

/** 32-bit words of a SHA-256. */
const WORDS = 8;

/** The digest of all knowledge files that the journal tells of. */
export function outputDigest(journal: Pick<Journal, "done">): OutputDigest {
  const sum = new Uint32Array(WORDS);
  let files = 0;
  let bytes = 0;
  for (const done of journal.done()) {
    add(sum, createHash("sha256").update(`${done.path} ${done.sha256}`, "utf8").digest());
    files++;
    bytes += done.bytes;
  }
  return { files, bytes, sum: [...sum].map((word) => word.toString(16).padStart(8, "0")).join("") };
}

/** Adds a 256-bit number, the highest byte first. */
function add(sum: Uint32Array, number: Buffer): void {
  let carry = 0;
  for (let word = WORDS - 1; word >= 0; word--) {
    const total = sum[word]! + number.readUInt32BE(4 * word) + carry;
    sum[word] = total; // modulo 2^32, as the array's words are
    carry = total > 0xffffffff ? 1 : 0;
  }
}
