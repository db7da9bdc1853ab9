import { ModelError } from "../model/errors.js";
import type { Manifest } from "./manifest.js";

/** Learned parameters that decoding uses beside the encoder's rows. */
export interface Scorers {
  /** Bias of a link by the bucket of its signed distance in tokens; see {@link bucketOf}. */
  readonly cueBias: Float32Array;
  readonly sourceBias: Float32Array;
  readonly antecedentBias: Float32Array;
  readonly arcBias: Float32Array;
  /** Scores of no cue and of no source. */
  readonly linkNone: Float32Array;
  /** Relations x hidden, row after row. */
  readonly relationWeight: Float32Array;
  readonly relationBias: Float32Array;
  /** Bucket of a signed distance in tokens. */
  readonly bucketOf: (distance: number) => number;
}

/** Reads scorers.bin: little-endian float32, laid out as the manifest says. */
export function readScorers(bytes: Uint8Array, manifest: Manifest): Scorers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (name: string): Float32Array => {
    const entry = manifest.scorers.find((scorer) => scorer.name === name);
    if (entry === undefined) throw new ModelError(`manifest.json: no scorer named '${name}'`);
    const size = entry.shape.reduce((product, side) => product * side, 1);
    return Float32Array.from({ length: size }, (_, i) => view.getFloat32(4 * (entry.offset + i), true));
  };
  return {
    cueBias: read("cue_bias"),
    sourceBias: read("source_bias"),
    antecedentBias: read("antecedent_bias"),
    arcBias: read("arc_bias"),
    linkNone: read("link_none"),
    relationWeight: read("relation_weight"),
    relationBias: read("relation_bias"),
    bucketOf: buckets(manifest.buckets),
  };
}

/** Distances farther than this, in tokens, share a bucket: no window is longer. */
const FARTHEST = 511;

/** Exact up to 8 tokens, then wider and wider; backward distances have buckets of their own. */
export function buckets(count: number): (distance: number) => number {
  const near = Array.from({ length: FARTHEST + 1 }, (_, distance) => {
    const index = distance <= 8 ? distance : Math.trunc(8 + Math.log(distance / 8) / 0.6);
    return Math.min(index, count - 1);
  });
  return (distance) => near[Math.min(Math.abs(distance), FARTHEST)]! + (distance < 0 ? count : 0);
}
