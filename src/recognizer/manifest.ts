import { z } from "zod";
import { ModelError } from "../model/errors.js";
import { ENTITY_TYPES } from "../model/mention.js";
import { TIME_TYPES } from "../model/time-expression.js";
import { UPOS } from "../model/token.js";
import { SHAPES } from "./word-pieces.js";

/** Files whose digest the manifest gives. */
export const MODEL_FILES = ["encoder.onnx", "vocab.txt", "scorers.bin"] as const;
export type ModelFile = (typeof MODEL_FILES)[number];

const count = z.int().positive();

/** What models/manifest.json says of the weights beside it. Fields for readers only (training, scores) are let through. */
const manifestSchema = z.object({
  format: z.literal(1),
  window: z.object({ pieces: count, piecesPerToken: count }),
  input: z.object({ shapes: z.array(z.string()), gaps: z.array(z.string()) }),
  tags: z.record(z.string(), z.array(z.string())),
  relations: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), start: z.int().nonnegative(), width: count })),
  scorers: z.array(z.object({ name: z.string(), shape: z.array(count), offset: z.int().nonnegative() })),
  buckets: count,
  sha256: z.record(z.enum(MODEL_FILES), z.string()),
});

/** What is known of a model: its files, labels, columns and limits. */
export type Manifest = z.infer<typeof manifestSchema>;

/** B- and I- of each type after O, as the encoder's span heads label them. */
const bio = (types: readonly string[]): readonly string[] => ["O", ...types.flatMap((t) => [`B-${t}`, `I-${t}`])];
const SPAN = ["O", "B", "I"];

/** The label lists that the decoders are written for. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  names: bio(ENTITY_TYPES),
  content: SPAN,
  cue: SPAN,
  source: SPAN,
  times: bio(TIME_TYPES),
  pos: UPOS,
  mentions: ["O", ...ENTITY_TYPES],
};

/** Parses a manifest. Throws a ModelError when its shape or its labels are not those this version decodes. */
export function parseManifest(json: unknown): Manifest {
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw new ModelError(`manifest.json: ${z.prettifyError(parsed.error)}`);
  const manifest = parsed.data;
  for (const [head, labels] of Object.entries(EXPECTED)) expectLabels(`tags.${head}`, manifest.tags[head], labels);
  expectLabels("input.shapes", manifest.input.shapes, SHAPES);
  expectLabels("input.gaps", manifest.input.gaps, ["attached", "space", "newline"]);
  return manifest;
}

function expectLabels(where: string, got: readonly string[] | undefined, wanted: readonly string[]): void {
  if (got?.join() === wanted.join()) return;
  throw new ModelError(`manifest.json: ${where} is ${got?.join() ?? "missing"}; this version decodes ${wanted.join()}`);
}
