import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Change, FieldChange } from "./change.js";
import { field, oneLine, type Readings } from "./reading.js";

/** What the article says of itself that differs: title, authors, dateline, date, language, and which lines are what. */
export function compareHeader(readings: Readings): readonly Change[] {
  const { old, now } = readings;
  const fields = [...headFields(old.article, now.article), ...blockFields(readings)];
  return fields.map((one) => ({
    kind: "header",
    outcome: "changed",
    label: one.field,
    fields: [one],
  }));
}

/** How many fields of a header there are to lose: what {@link compareHeader} can name, lines apart. */
export const HEADER_FIELDS = 7;

function headFields(old: KnowledgeFile["article"], now: KnowledgeFile["article"]): readonly FieldChange[] {
  const authors = ({ bylines }: KnowledgeFile["article"]): string | null =>
    bylines.length === 0 ? null : bylines.map(({ name, email }) => (email ? `${name} <${email}>` : name)).join("; ");
  const dateline = ({ dateline: line }: KnowledgeFile["article"]): string | null =>
    line &&
    [line.text, line.place, line.date]
      .filter((part) => part !== undefined)
      .map(oneLine)
      .join(" · ");
  return [
    ...field("title", old.title, now.title),
    ...field("authors", authors(old), authors(now)),
    ...field("dateline", dateline(old), dateline(now)),
    ...field("published", old.published, now.published),
    ...field("language", old.language, now.language),
    ...field("url", old.url, now.url),
    ...field("source", old.source, now.source),
  ];
}

/** Lines that both texts have and that are of another kind now: body that became boilerplate. */
function blockFields({ old, now, alignment }: Readings): readonly FieldChange[] {
  const kinds = new Map(
    old.article.blocks.flatMap((block) => {
      const span = alignment.toNew(block);
      return span === null ? [] : [[span.start, block] as const];
    }),
  );
  const text = now.article.text ?? "";
  return now.article.blocks.flatMap((block) => {
    const before = kinds.get(block.start);
    if (before === undefined || stateOf(before) === stateOf(block)) return [];
    const words = oneLine(text.slice(block.start, block.end)) || `${block.start}-${block.end}`;
    return [{ field: `line '${words}'`, old: stateOf(before), new: stateOf(block) }];
  });
}

const stateOf = ({ kind, duplicateOf }: KnowledgeFile["article"]["blocks"][number]): string =>
  duplicateOf === undefined ? kind : `${kind}, repeated`;
