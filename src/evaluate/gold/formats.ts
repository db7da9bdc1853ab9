import { InputError } from "../../model/errors.js";
import { bio } from "./bio.js";
import { brat } from "./brat.js";
import { carb } from "./carb.js";
import { conllU } from "./conll-u.js";
import { doccano } from "./doccano.js";
import type { GoldFile, GoldFormat } from "./gold-article.js";
import { jsonLines } from "./json-lines.js";
import { isLabelStudio, labelStudio } from "./label-studio.js";
import { prodigy } from "./prodigy.js";
import { timeMl } from "./time-ml.js";

/** Every gold format, in the order of the documentation. */
export const GOLD_FORMATS: readonly GoldFormat[] = [
  jsonLines,
  brat,
  bio,
  conllU,
  timeMl,
  labelStudio,
  prodigy,
  doccano,
  carb,
];

/** The format of that name. Throws an InputError that lists the names when there is none. */
export function formatNamed(name: string): GoldFormat {
  const format = GOLD_FORMATS.find((known) => known.name === name);
  if (format) return format;
  throw new InputError(
    `no gold format '${name}'; expected one of ${GOLD_FORMATS.map((known) => known.name).join(", ")}`,
  );
}

/** Extensions of one format only. */
const BY_EXTENSION: readonly (readonly [pattern: RegExp, format: GoldFormat])[] = [
  [/\.ann$/, brat],
  [/\.conllu$/, conllU],
  [/\.(bio|iob|iob2|conll)$/, bio],
  [/\.tml$/, timeMl],
  [/\.tsv$/, carb],
];

/** Files that belong to another one: a text, or what a format has no place for. */
export const isCompanion = (path: string): boolean => /\.(txt|record\.json)$/.test(path);

/** A file's format, told from its name, and for JSON from what the first record holds; undefined for other files. */
export function formatOf(file: GoldFile): GoldFormat | undefined {
  const known = BY_EXTENSION.find(([pattern]) => pattern.test(file.path));
  if (known) return known[1];
  if (isLabelStudio(file)) return labelStudio;
  if (!/\.(jsonl|ndjson)$/.test(file.path)) return undefined;
  const first = file.content.slice(0, Math.max(0, file.content.indexOf("\n")) || undefined);
  if (/"spans"\s*:/.test(first)) return prodigy;
  if (/"labels?"\s*:\s*\[\s*(\[|\])/.test(first) || /"start_offset"\s*:/.test(first)) return doccano;
  return jsonLines;
}
