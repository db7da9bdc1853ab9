import { InputError } from "../../model/errors.js";
import type { EntityType } from "../../model/mention.js";
import { type Span, surface } from "../../model/span.js";
import { TIME_TYPES } from "../../model/time-expression.js";
import { type Fitter, fitter } from "./fit.js";
import {
  type Annotations,
  type GoldArticle,
  type GoldAttribution,
  type GoldFormat,
  type GoldMention,
  type GoldSentence,
  KINDS,
} from "./gold-article.js";
import {
  type JsonObject,
  type JsonRecord,
  jsonRecords,
  listOf,
  objectOf,
  optionalText,
  textOf,
  toJsonLines,
} from "./json-records.js";
import { given } from "./labelled.js";
import { sidecarOf } from "./sidecar.js";

/** Types of names in this format, as in the shared corpora. */
export const NER_TYPES: Readonly<Record<EntityType, string>> = {
  person: "PER",
  organization: "ORG",
  place: "LOC",
  other: "MISC",
};
const FROM_NER = new Map(Object.entries(NER_TYPES).map(([type, short]) => [short, type as EntityType]));

/**
 * JSON Lines, one article a line: the form of the shared corpora, with all kinds. A layer that is left out was not
 * annotated. `offsetUnit` may say `code-points`; UTF-16 is meant otherwise. Where an item repeats its text (`text`; for
 * an attribution, the texts of its parts), it is checked.
 */
export const jsonLines: GoldFormat = {
  name: "jsonl",
  unit: "utf-16",
  carries: KINDS,
  read: (files) => jsonRecords(files).map(readOne),
  write: (articles) => [{ path: "gold.jsonl", content: toJsonLines(articles.map(recordOf)) }],
};

function readOne({ value, place: line }: JsonRecord): GoldArticle {
  const id = `${value.id ?? line.line}`;
  const place = { ...line, id };
  const text = textOf(value.text, "text", place);
  const unit = value.offsetUnit === "code-points" ? "code points" : "utf-16";
  const { layers: _, ...sidecar } = sidecarOf(value, line);
  const source: Source = { value, place, fit: fitter(text, unit, { strict: false }) };
  const layers: Annotations = given({
    names: items(source, "entities", (item, where) => {
      const type = FROM_NER.get(`${item.type}`);
      if (type)
        return { ...spanOf(source, item, where), type, ...given({ link: optionalText(item.link, where, place) }) };
      throw new InputError(`${where}: type '${item.type}' is none of PER, ORG, LOC, MISC; mend it`, place);
    }),
    times: items(source, "timexes", (item, where) => {
      const type = TIME_TYPES.find((known) => known === item.type);
      if (type === undefined)
        throw new InputError(`${where}: type '${item.type}' is none of ${TIME_TYPES.join(", ")}`, place);
      return { ...spanOf(source, item, where), type, value: optionalText(item.value, `${where}.value`, place) ?? null };
    }),
    attribution: items(source, "attributions", (item, where) => attributionOf(source, item, where)),
    coreference: items(source, "mentions", (item, where) => mentionOf(source, item, where)),
    claims: items(
      source,
      "claims",
      (item, where): GoldSentence => ({
        ...spanOf(source, item, where),
        claims: listOf(item.claims, `${where}.claims`, place).map((claim) => {
          const { predicate, arguments: rest } = objectOf(claim, where, place);
          const texts = listOf(rest, `${where}: arguments`, place).map((argument) => textOf(argument, where, place));
          return { predicate: textOf(predicate, `${where}: predicate`, place), arguments: texts };
        }),
      }),
    ),
  });
  return { ...sidecar, id, text, ...layers };
}

interface Source {
  readonly value: JsonObject;
  readonly place: JsonRecord["place"] & { readonly id: string };
  readonly fit: Fitter;
}

/** A layer's items; undefined when the layer is not there. Empty spans, which some corpora hold, are left out. */
function items<T>(
  { value, place }: Source,
  name: string,
  read: (item: JsonObject, where: string) => T,
): T[] | undefined {
  if (value[name] === undefined || value[name] === null) return undefined;
  return listOf(value[name], name, place)
    .map((item, index) => [objectOf(item, `${name}[${index}]`, place), `${name}[${index}]`] as const)
    .filter(([item]) => typeof item.start !== "number" || item.start !== item.end)
    .map(([item, where]) => read(item, where));
}

const spanOf = ({ fit, place }: Source, { start, end, text }: JsonObject, item: string): Span =>
  fit.span(start, end, optionalText(text, `${item}.text`, place), { ...place, item });

function attributionOf({ fit, place }: Source, item: JsonObject, where: string): GoldAttribution {
  const texts = item.text === undefined ? {} : objectOf(item.text, `${where}.text`, place);
  const part = (name: "source" | "cue" | "content"): readonly Span[] => {
    const surfaces = listOf(texts[name], `${where}.text.${name}`, place);
    return listOf(item[name], `${where}.${name}`, place).map((ends, index) => {
      const [start, end] = listOf(ends, `${where}.${name}[${index}]`, place);
      const written = optionalText(surfaces[index], `${where}.text.${name}[${index}]`, place);
      return fit.span(start, end, written, { ...place, item: `${where}.${name}[${index}]` });
    });
  };
  const content = part("content");
  if (content.length === 0) throw new InputError(`${where} has no content; every attribution has some`, place);
  return { source: part("source"), cue: part("cue"), content };
}

function mentionOf(source: Source, item: JsonObject, where: string): GoldMention {
  const { place, fit } = source;
  const head = item.head === undefined || item.head === null ? undefined : listOf(item.head, `${where}.head`, place);
  return {
    ...spanOf(source, item, where),
    type: textOf(item.type, `${where}.type`, place),
    cluster: `${item.cluster}`,
    form: item.named === true ? "name" : item.pronoun === true ? "pronoun" : "nominal",
    ...given({
      head: head && fit.span(head[0], head[1], undefined, { ...place, item: `${where}.head` }),
      link: optionalText(item.identity, `${where}.identity`, place),
    }),
  };
}

const ends = ({ start, end }: Span): readonly [number, number] => [start, end];

function recordOf({ id, text, published, title, url, ...layers }: GoldArticle): object {
  const written = <T extends Span>(item: T): T & { text: string } => ({ ...item, text: surface(text, item) });
  const { names, times, attribution, coreference, claims } = layers;
  return {
    id,
    ...given({ published, title, url }),
    offsetUnit: "utf-16",
    text,
    ...given({
      entities: names?.map((name) => ({ ...written(name), type: NER_TYPES[name.type] })),
      timexes: times?.map(written),
      attributions: attribution?.map(({ source, cue, content }) => ({
        source: source.map(ends),
        cue: cue.map(ends),
        content: content.map(ends),
        text: {
          source: source.map((part) => surface(text, part)),
          cue: cue.map((part) => surface(text, part)),
          content: content.map((part) => surface(text, part)),
        },
      })),
      mentions: coreference?.map(({ head, link, form, ...mention }) => ({
        ...written(mention),
        named: form === "name",
        pronoun: form === "pronoun",
        ...given({ head: head && ends(head), identity: link }),
      })),
      claims,
    }),
  };
}
