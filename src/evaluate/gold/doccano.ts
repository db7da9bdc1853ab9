import { surface } from "../../model/span.js";
import { codePointOffsets } from "../../text/code-points.js";
import { fitter } from "./fit.js";
import { fromLabelled } from "./from-labelled.js";
import type { GoldArticle, GoldFormat } from "./gold-article.js";
import { type JsonRecord, jsonRecords, listOf, objectOf, textOf, toJsonLines } from "./json-records.js";
import { LABELLED_KINDS, type Label, type Labelled, TIE_TYPES, type Tie, toLabelled } from "./labelled.js";
import { apart, joined } from "./pieces.js";
import { sidecarOf, toSidecar } from "./sidecar.js";
import { readSpans, type SpanFields } from "./span-records.js";

/**
 * doccano's JSON Lines, both shapes: `label` (or `labels`) as `[start, end, label]`, and `entities` with `relations`. Code
 * points. doccano's own exports do not repeat the annotated text, so ends that cut a word are refused there; entities
 * written here carry `text`, and what else doccano has no place for, beside its own fields.
 */
export const doccano: GoldFormat = {
  name: "doccano",
  unit: "code points",
  carries: LABELLED_KINDS,
  read: (files) =>
    fromLabelled(jsonRecords(files).map((record) => ({ file: record.place.file, labelled: readOne(record) }))),
  write: (articles) => [{ path: "gold.jsonl", content: toJsonLines(articles.map(recordOf)) }],
};

const ENTITY: SpanFields = { start: "start_offset", end: "end_offset", idOf: ({ id }) => `${id}` };

function readOne({ value, place }: JsonRecord): Labelled {
  const text = textOf(value.text ?? value.data, "text", place);
  const fit = fitter(text, "code points", { strict: true });
  const triples = listOf(value.label ?? value.labels, "label", place).map((item, index): Label => {
    const [start, end, label] = listOf(item, `label[${index}]`, place);
    const where = { ...place, item: `label[${index}] ${label}` };
    return { id: `label ${index}`, label: `${label}`, pieces: [fit.span(start, end, undefined, where)] };
  });
  const entities = readSpans(value.entities, "entities", ENTITY, fit, place);
  const ties = listOf(value.relations, "relations", place).flatMap((item, index): readonly Tie[] => {
    const relation = objectOf(item, `relations[${index}]`, place);
    const type = TIE_TYPES.find((known) => known === relation.type);
    return type === undefined ? [] : [{ type, from: `${relation.from_id}`, to: `${relation.to_id}` }];
  });
  return joined({ id: `${place.line}`, ...sidecarOf(value, place), text, labels: [...triples, ...entities], ties });
}

function recordOf(article: GoldArticle): object {
  const { text, labels, ties } = apart(toLabelled(article));
  const { toCodePoints } = codePointOffsets(text);
  const numbers = new Map(labels.map(({ id }, index) => [id, index + 1])); // doccano takes whole numbers only
  const entities = labels.map(({ id, label, pieces, ...more }) => {
    const [piece] = pieces as readonly [Label["pieces"][number]];
    const ends = { start_offset: toCodePoints(piece.start), end_offset: toCodePoints(piece.end) };
    return { id: numbers.get(id), label, ...ends, text: surface(text, piece), ...more };
  });
  const relations = ties.map(({ type, from, to }, index) => ({
    id: index + 1,
    from_id: numbers.get(from),
    to_id: numbers.get(to),
    type,
  }));
  return { ...toSidecar(article, LABELLED_KINDS), text, entities, relations };
}
