import { InputError } from "../model/errors.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import { codePointOffsets } from "../text/code-points.js";
import { senseOf } from "./claim-sense.js";
import { type ExportFormat, known } from "./export-format.js";
import { type EntityItem, generatorName, type Identifiers, identifiersOf, sameAs } from "./identifiers.js";
import { contentText, schemaType } from "./schema-types.js";

/** UTF-16 code units of text before and after a selection: enough to find it in a page whose text differs a little. */
const CONTEXT = 32;

/**
 * A W3C AnnotationCollection with an annotation for each mention, time, quotation and claim. Positions count code points,
 * as the model asks for, in the text that Copydesk read; quote selectors find the same place in the page itself. A
 * quotation in several parts has a target for each.
 */
export const webAnnotation: ExportFormat = {
  name: "web-annotation",
  extension: "annotations.jsonld",
  needsText: true,
  convert: (file, options) => {
    const names = identifiersOf(file, options);
    const items = annotationsOf(file, names);
    const id = names.item("annotations");
    return [
      {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        id,
        type: "AnnotationCollection",
        label: file.article.title ?? file.article.id,
        generator: { id: `${names.item("generator")}`, type: "Software", name: generatorName(file) },
        total: items.length,
        first: { id: `${id}-page-1`, type: "AnnotationPage", partOf: id, startIndex: 0, items },
      },
    ];
  },
};

function annotationsOf(file: KnowledgeFile, names: Identifiers): readonly object[] {
  const target = targetsIn(file.article.text ?? "", names.article);
  const byId = new Map(file.entities.map((entity) => [entity.id, entity]));
  const one = (id: string, motivation: string, spans: readonly Span[], body: readonly object[]): object => {
    const targets = spans.map(target);
    return {
      id: names.item(id),
      type: "Annotation",
      motivation,
      body: body.length === 1 ? body[0] : body,
      target: targets.length === 1 ? targets[0] : targets,
    };
  };
  return [
    ...file.mentions.map((mention) =>
      one(mention.id, "identifying", [mention], [entityBody(byId.get(mention.entity)!, names)]),
    ),
    ...file.times.map((time) =>
      one(time.id, "classifying", [time], [words("classifying", time.type), ...maybe("describing", time.value)]),
    ),
    ...file.quotes.map((quote) => one(quote.id, "describing", quote.content, [quoteBody(quote, byId, names)])),
    ...file.claims.map((claim) =>
      one(
        claim.id,
        "describing",
        [claim],
        [
          { type: "schema:Claim", "schema:text": claim.text },
          ...senseOf(claim, file).map((sense) => words("tagging", sense)),
        ],
      ),
    ),
  ];
}

const words = (purpose: string, value: string) => ({ type: "TextualBody", purpose, value, format: "text/plain" });
const maybe = (purpose: string, value: string | null | undefined) => (value == null ? [] : [words(purpose, value)]);

/** The entity itself as a body; its properties are schema.org's, which the annotation context has a prefix for. */
const entityBody = (entity: EntityItem, names: Identifiers): object =>
  known({
    id: names.item(entity.id),
    type: `schema:${schemaType(entity)}`,
    ...(entity.anonymous ? { "schema:description": entity.name } : { "schema:name": entity.name }),
    "schema:sameAs": sameAs(entity).map((id) => ({ id })),
  });

function quoteBody(
  quote: KnowledgeFile["quotes"][number],
  byId: ReadonlyMap<string, EntityItem>,
  names: Identifiers,
): object {
  const { speaker, source, addressee } = quote;
  return known({
    type: "schema:Quotation",
    "schema:text": contentText(quote),
    "schema:spokenByCharacter": speaker.status === "resolved" ? entityBody(byId.get(speaker.entity)!, names) : null,
    "schema:creditText": source.map(({ text }) => text).join(" ") || null,
    "schema:audience": addressee?.text,
    "schema:keywords": [quote.kind, quote.attitude, quote.cueClass, quote.presentedAs].filter((word) => word != null),
  });
}

/** Makes the targets of one text: its offsets are reckoned once. */
function targetsIn(text: string, source: string): (span: Span) => object {
  const { toCodePoints } = codePointOffsets(text);
  return ({ start, end }) => {
    const [from, to] = [toCodePoints(start), toCodePoints(end)];
    if (from === undefined || to === undefined) {
      throw new InputError(`the span ${start}–${end} does not begin and end between characters; extract it again`);
    }
    const prefix = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\uDC00-\uDFFF]/, "");
    const suffix = text.slice(end, end + CONTEXT).replace(/[\uD800-\uDBFF]$/, "");
    return {
      source,
      selector: [
        { type: "TextPositionSelector", start: from, end: to },
        { type: "TextQuoteSelector", exact: text.slice(start, end), prefix, suffix },
      ],
    };
  };
}
