import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { ModelError } from "../model/errors.js";
import { sha256 } from "../text/sha256.js";
import { type Manifest, MODEL_FILES, type ModelFile, parseManifest } from "./manifest.js";
import { type Layout, layoutOf, type Rows } from "./rows.js";
import { readScorers, type Scorers } from "./scorers.js";
import { type WordPieces, wordPieces } from "./word-pieces.js";

/** Input of one window: piece ids, the shape row of each piece, and the place of each token's first piece. */
export interface Feed {
  readonly ids: Int32Array;
  readonly shapes: Int32Array;
  readonly first: Int32Array;
}

/** The loaded model. One window a run, so that no result depends on what else is read. */
export interface Encoder {
  /** sha256 of encoder.onnx. */
  readonly sha256: string;
  readonly manifest: Manifest;
  readonly layout: Layout;
  readonly scorers: Scorers;
  readonly pieces: WordPieces;
  readonly run: (feed: Feed) => Promise<Rows>;
}

const loaded = new Map<string, Promise<Encoder>>();

/**
 * Loads the model in a folder (encoder.onnx, vocab.txt, scorers.bin, manifest.json) once; later calls share its session.
 * `threads` counts for the first call. Rejects with a ModelError when a file is missing or is not what the manifest says.
 */
export function loadEncoder(folder: string, threads = 1): Promise<Encoder> {
  const known = loaded.get(folder);
  if (known !== undefined) return known;
  const loading = load(folder, threads);
  loaded.set(folder, loading);
  return loading;
}

async function load(folder: string, threads: number): Promise<Encoder> {
  const manifest = parseManifest(JSON.parse((await readModelFile(folder, "manifest.json")).toString("utf8")));
  const [weights, vocabulary, scorers] = await Promise.all(
    MODEL_FILES.map((file) => readChecked(folder, file, manifest)),
  );
  const session = await InferenceSession.create(weights!, { intraOpNumThreads: threads, interOpNumThreads: 1 });
  const layout = layoutOf(manifest);
  return {
    sha256: manifest.sha256["encoder.onnx"],
    manifest,
    layout,
    scorers: readScorers(scorers!, manifest),
    pieces: wordPieces(vocabulary!.toString("utf8").trimEnd().split("\n"), manifest.window.piecesPerToken),
    run: (feed) => run(session, feed),
  };
}

async function readChecked(folder: string, file: ModelFile, manifest: Manifest): Promise<Buffer> {
  const bytes = await readModelFile(folder, file);
  const got = sha256(bytes);
  const wanted = manifest.sha256[file];
  if (got === wanted) return bytes;
  throw new ModelError(`${join(folder, file)} has sha256 ${got}; manifest.json says ${wanted}: fetch both again`);
}

async function readModelFile(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file));
  } catch (cause) {
    throw new ModelError(`${join(folder, file)} cannot be read; expected the model's files in ${folder}`, { cause });
  }
}

async function run(session: InferenceSession, { ids, shapes, first }: Feed): Promise<Rows> {
  const { rows } = await session.run({
    ids: new Tensor("int32", ids, [1, ids.length]),
    shapes: new Tensor("int32", shapes, [1, shapes.length]),
    first: new Tensor("int32", first, [first.length]),
  });
  const data = rows!.data as Float32Array;
  return { data, width: data.length / first.length, count: first.length };
}
