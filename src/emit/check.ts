import { type KnowledgeFile, knowledgeFileSchema } from "../model/knowledge-file.js";
import { sha256 } from "../text/sha256.js";

/** One thing wrong with a knowledge file: where (a JSON path) and what. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/**
 * What is wrong with a value that should be a knowledge file: first its shape, then what no shape can say: ids are
 * unique and resolve, spans lie inside the text, every text equals its slice, blocks cover the text. Empty when valid.
 */
export function checkKnowledgeFile(value: unknown): readonly Fault[] {
  const parsed = knowledgeFileSchema.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join(".") || "(root)",
      message: issue.message,
    }));
  }
  return [...checkText(parsed.data), ...checkIds(parsed.data)];
}

function checkText(file: KnowledgeFile): Fault[] {
  const { text } = file.article;
  if (text === undefined) return [];
  const faults: Fault[] = [];
  if (sha256(text) !== file.article.sha256)
    faults.push({ path: "article.sha256", message: "is not the text's digest" });
  let covered = 0;
  for (const [index, block] of file.article.blocks.entries()) {
    if (block.start !== covered)
      faults.push({ path: `article.blocks.${index}`, message: `starts at ${block.start}, expected ${covered}` });
    covered = block.end;
  }
  if (covered !== text.length)
    faults.push({ path: "article.blocks", message: `cover ${covered} of ${text.length} code units` });
  for (const { path, span } of spans(file)) {
    if (span.end > text.length || span.start >= span.end) {
      faults.push({ path, message: `span ${span.start}-${span.end} is not inside the text (length ${text.length})` });
    } else if (span.text !== undefined && text.slice(span.start, span.end) !== span.text) {
      faults.push({
        path,
        message: `text '${span.text}' is not the article's ${span.start}-${span.end}, '${text.slice(span.start, span.end)}'`,
      });
    }
  }
  return faults;
}

interface Located {
  readonly path: string;
  readonly span: { readonly start: number; readonly end: number; readonly text?: string };
}

/** Every object with a start and an end anywhere in the file, with its path. */
function spans(file: KnowledgeFile): Located[] {
  const found: Located[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    const { start, end } = value as { start?: unknown; end?: unknown };
    if (typeof start === "number" && typeof end === "number") found.push({ path, span: value as Located["span"] });
    for (const [key, item] of Object.entries(value)) visit(item, path === "" ? key : `${path}.${key}`);
  };
  visit(file, "");
  return found;
}

function checkIds(file: KnowledgeFile): Fault[] {
  const faults: Fault[] = [];
  const known = new Map<string, string>();
  for (const list of ["entities", "mentions", "times", "quotes", "claims"] as const) {
    for (const [index, { id }] of file[list].entries()) {
      const path = `${list}.${index}.id`;
      if (known.has(id)) faults.push({ path, message: `id ${id} is used twice, also at ${known.get(id)}` });
      known.set(id, path);
    }
  }
  const has = (list: "entities" | "times" | "quotes"): ReadonlySet<string> =>
    new Set(file[list].map((item) => item.id));
  const entities = has("entities");
  const times = has("times");
  const quotes = has("quotes");
  const refer = (ids: ReadonlySet<string>, id: string | undefined, path: string): void => {
    if (id !== undefined && !ids.has(id)) faults.push({ path, message: `id ${id} is not in this file` });
  };
  for (const [i, item] of file.mentions.entries()) {
    refer(entities, item.entity, `mentions.${i}.entity`);
    refer(entities, item.metonymFor?.entity, `mentions.${i}.metonymFor`);
  }
  for (const [i, quote] of file.quotes.entries()) {
    if (quote.speaker.status === "resolved") refer(entities, quote.speaker.entity, `quotes.${i}.speaker`);
    refer(entities, quote.addressee?.entity, `quotes.${i}.addressee`);
    refer(quotes, quote.via, `quotes.${i}.via`);
  }
  for (const [i, claim] of file.claims.entries()) {
    const { relation } = claim;
    for (const part of [claim.subject, claim.predicate, ...claim.arguments, relation?.subject, relation?.object])
      refer(entities, part?.entity, `claims.${i}`);
    refer(times, claim.time, `claims.${i}.time`);
    refer(entities, claim.place, `claims.${i}.place`);
    for (const quote of claim.chain ?? []) refer(quotes, quote, `claims.${i}.chain`);
    if (claim.assertedBy !== "article")
      refer(new Set([...quotes, ...entities]), claim.assertedBy, `claims.${i}.assertedBy`);
  }
  const mentioned = new Set(file.mentions.map((item) => item.entity));
  for (const [i, { id, positions }] of file.entities.entries()) {
    for (const { of } of positions ?? []) refer(entities, of, `entities.${i}.positions`);
    if (!mentioned.has(id)) faults.push({ path: `entities.${i}`, message: `entity ${id} has no mention` });
  }
  return faults;
}
