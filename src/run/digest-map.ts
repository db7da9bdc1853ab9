import { createHash } from "node:crypto";
import { sha256 } from "../text/sha256.js";

/** Two numbers for each key: places in a file, or digests. */
export type Pair = readonly [number, number];

/**
 * A map from strings to pairs of numbers that keeps 64 bits of each string's digest in place of the string: some 60 bytes
 * an entry, where a Map of strings and objects takes several hundred. Two of a hundred million keys meet with a chance of
 * one in 3,000; who cannot have that looks at what the pair leads to.
 */
export interface DigestMap {
  readonly get: (key: string) => Pair | undefined;
  readonly set: (key: string, pair: Pair) => void;
  /** All pairs, in no order that means anything. */
  readonly pairs: () => Iterable<Pair>;
}

const FIRST_SIZE = 1024;
/** Of all slots; beyond it looking for a free one takes long. */
const MAX_FILLED = 0.6;

/** An empty map. */
export function digestMap(): DigestMap {
  let size = FIRST_SIZE; // a power of two
  let count = 0;
  let keys = new Uint32Array(2 * size); // 0, 0: a free slot
  let pairs = new Float64Array(2 * size);

  const slotOf = (high: number, low: number): number => {
    let slot = high & (size - 1);
    while (keys[2 * slot] !== 0 || keys[2 * slot + 1] !== 0) {
      if (keys[2 * slot] === high && keys[2 * slot + 1] === low) break;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  };
  const put = (high: number, low: number, first: number, second: number): void => {
    const slot = slotOf(high, low);
    if (keys[2 * slot] === 0 && keys[2 * slot + 1] === 0) count++;
    keys[2 * slot] = high;
    keys[2 * slot + 1] = low;
    pairs[2 * slot] = first;
    pairs[2 * slot + 1] = second;
  };
  const grow = (): void => {
    const [oldKeys, oldPairs] = [keys, pairs];
    size *= 2;
    count = 0;
    keys = new Uint32Array(2 * size);
    pairs = new Float64Array(2 * size);
    for (let at = 0; at < oldKeys.length; at += 2) {
      if (oldKeys[at] !== 0 || oldKeys[at + 1] !== 0)
        put(oldKeys[at]!, oldKeys[at + 1]!, oldPairs[at]!, oldPairs[at + 1]!);
    }
  };
  return {
    get: (key) => {
      const [high, low] = digest(key);
      const slot = slotOf(high, low);
      if (keys[2 * slot] === 0 && keys[2 * slot + 1] === 0) return undefined;
      return [pairs[2 * slot]!, pairs[2 * slot + 1]!];
    },
    set: (key, [first, second]) => {
      if (count >= size * MAX_FILLED) grow();
      put(...digest(key), first, second);
    },
    pairs: function* () {
      for (let at = 0; at < keys.length; at += 2) {
        if (keys[at] !== 0 || keys[at + 1] !== 0) yield [pairs[at]!, pairs[at + 1]!];
      }
    },
  };
}

/** 64 bits of a string's digest, never both words zero. */
function digest(key: string): [number, number] {
  const bytes = createHash("sha256").update(key, "utf8").digest();
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4) || 1];
}

/** 52 bits of a string's digest as one exact number, to compare strings by without keeping them. */
export const digestNumber = (text: string): number => Number.parseInt(sha256(text).slice(0, 13), 16);
