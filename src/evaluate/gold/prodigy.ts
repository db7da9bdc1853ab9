import { surface } from "../../model/span.js";
import { codePointOffsets } from "../../text/code-points.js";
import { fitter } from "./fit.js";
import { fromLabelled } from "./from-labelled.js";
import type { GoldArticle, GoldFormat } from "./gold-article.js";
import {
  type JsonObject,
  type JsonRecord,
  jsonRecords,
  listOf,
  objectOf,
  textOf,
  toJsonLines,
} from "./json-records.js";
import { LABELLED_KINDS, type Label, type Labelled, TIE_TYPES, type Tie, toLabelled } from "./labelled.js";
import { apart, joined } from "./pieces.js";
import { sidecarOf, toSidecar } from "./sidecar.js";
import { readSpans, type SpanFields } from "./span-records.js";
import { wordsOf } from "./words.js";

/**
 * Prodigy's and spaCy's JSON Lines: `text`, `spans`, `relations` by their two spans, `tokens`, and the record in `meta`.
 * Code points. Tokens, and a `text` on a span, are checked against the text; answers other than `accept` are passed over.
 */
export const prodigy: GoldFormat = {
  name: "prodigy",
  unit: "code points",
  carries: LABELLED_KINDS,
  read: (files) =>
    fromLabelled(
      jsonRecords(files)
        .filter(({ value }) => value.answer === undefined || value.answer === "accept")
        .map((record) => ({ file: record.place.file, labelled: readOne(record) })),
    ),
  write: (articles) => [{ path: "gold.jsonl", content: toJsonLines(articles.map(taskOf)) }],
};

/** A span as relations name it: by its own id, or by label and ends where a tool gives none. */
const keyOf = ({ id, label, start, end }: JsonObject): string => `${id ?? `${label} ${start} ${end}`}`;

const SPAN: SpanFields = { start: "start", end: "end", idOf: keyOf };

function readOne({ value, place }: JsonRecord): Labelled {
  const text = textOf(value.text, "text", place);
  const fit = fitter(text, "code points", { strict: true });
  listOf(value.tokens, "tokens", place).forEach((token, index) => {
    const { start, end, text: written } = objectOf(token, `tokens[${index}]`, place);
    fit.span(start, end, textOf(written, `tokens[${index}].text`, place), { ...place, item: `tokens[${index}]` });
  });
  const labels = readSpans(value.spans, "spans", SPAN, fit, place);
  const ties = listOf(value.relations, "relations", place).flatMap((item, index): readonly Tie[] => {
    const relation = objectOf(item, `relations[${index}]`, place);
    const type = TIE_TYPES.find((known) => known === relation.label);
    if (type === undefined) return [];
    const from = keyOf(objectOf(relation.head_span, `relations[${index}].head_span`, place));
    return [{ type, from, to: keyOf(objectOf(relation.child_span, `relations[${index}].child_span`, place)) }];
  });
  const meta = sidecarOf(value.meta ?? {}, place);
  return joined({ id: `${place.line}`, ...meta, text, labels, ties });
}

function taskOf(article: GoldArticle): object {
  const { text, labels, ties } = apart(toLabelled(article));
  const { toCodePoints } = codePointOffsets(text);
  const words = wordsOf(text);
  const tokens = words.map((word, id) => ({
    text: surface(text, word),
    start: toCodePoints(word.start),
    end: toCodePoints(word.end),
    id,
    ws: text[word.end] === " ",
  }));
  const spans = labels.map(({ id, label, pieces, ...more }) => {
    const [piece] = pieces as readonly [Label["pieces"][number]];
    const ends = { start: toCodePoints(piece.start), end: toCodePoints(piece.end) };
    const first = words.findIndex(({ end }) => end > piece.start);
    const last = words.findLastIndex(({ start }) => start < piece.end);
    return { id, ...ends, token_start: first, token_end: last, label, text: surface(text, piece), ...more };
  });
  const byId = new Map(spans.map((span) => [span.id, span]));
  const end = (id: string) => {
    const { start, end, token_start, token_end, label } = byId.get(id)!;
    return { id, start, end, token_start, token_end, label };
  };
  const relations = ties.map(({ type, from, to }) => {
    const [head_span, child_span] = [end(from), end(to)];
    return { head: head_span.token_end, child: child_span.token_end, head_span, child_span, label: type };
  });
  return { text, meta: toSidecar(article, LABELLED_KINDS), tokens, spans, relations, answer: "accept" };
}
