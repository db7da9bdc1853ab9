import { readFileSync } from "node:fs";
import { SCHEMA_VERSION } from "../../src/model/knowledge-file.js";

/** Who an entity of the set truly is, by article and entity. */
export interface Truth {
  readonly articleId: string;
  readonly entityId: string;
  readonly who: string;
}

interface Entity {
  readonly who: string;
  readonly type: string;
  readonly names: readonly string[];
  readonly roles: readonly string[];
}

/** The hard cases of identities.txt as knowledge files, and who is who in them. */
export function identitySet(): { readonly files: readonly object[]; readonly truths: readonly Truth[] } {
  const articles: { id: string; published: string; outlet: string; entities: Entity[] }[] = [];
  for (const line of readFileSync(new URL("identities.txt", import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const fields = line.split("\t");
    if (line.startsWith("@ ")) {
      articles.push({ id: fields[0]!.slice(2), published: fields[1]!, outlet: fields[2]!, entities: [] });
      continue;
    }
    const [who, type, names, roles = ""] = fields as [string, string, string, string?];
    const entity = { who, type, names: names.split("|"), roles: roles.split("; ").filter((role) => role !== "") };
    articles.at(-1)!.entities.push(entity);
  }
  const truths = articles.flatMap(({ id, entities }) =>
    entities.map(({ who }, index) => ({ articleId: id, entityId: `e${index + 1}`, who })),
  );
  return { files: articles.map(knowledgeFile), truths };
}

/** A knowledge file whose text is nothing but the names. */
function knowledgeFile(article: {
  id: string;
  published: string;
  outlet: string;
  entities: readonly Entity[];
}): object {
  const text = article.entities.map(({ names }) => `${names[0]}\n`).join("");
  let at = 0;
  const mentions = article.entities.map(({ type, names }, index) => {
    const [name] = names as [string];
    const start = at;
    at += name.length + 1;
    const span = { start, end: start + name.length, text: name };
    return { id: `m${index + 1}`, entity: `e${index + 1}`, type, form: "name", ...span, by: "by hand" };
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "copydesk", version: "0.0.0", pipeline: "by-hand", model: null },
    offsetUnit: "utf-16",
    article: {
      id: article.id,
      title: null,
      bylines: [],
      dateline: null,
      published: article.published,
      publishedFrom: "record",
      url: null,
      source: article.outlet,
      language: "en",
      sha256: "0".repeat(64),
      text,
      blocks: [{ kind: "body", start: 0, end: text.length }],
    },
    sentences: [],
    entities: article.entities.map(({ type, names, roles }, index) => ({
      id: `e${index + 1}`,
      type,
      name: names[0],
      aliases: names.slice(1),
      roles,
      links: [],
    })),
    mentions,
    times: [],
    quotes: [],
    claims: [],
    problems: [],
  };
}

/** Pairs of entities, told the same or not: of those held to be the same the share that is, of those that are the share found, and both. */
export function pairwise(
  truths: readonly Truth[],
  identityOf: (truth: Truth) => string | undefined,
): { readonly precision: number; readonly recall: number; readonly f1: number; readonly wrong: readonly string[] } {
  let [both, held, true_] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [index, a] of truths.entries()) {
    for (const b of truths.slice(0, index)) {
      if (a.articleId === b.articleId) continue;
      const isSame = a.who === b.who;
      const isHeld = identityOf(a) !== undefined && identityOf(a) === identityOf(b);
      if (isSame) true_++;
      if (isHeld) held++;
      if (isSame && isHeld) both++;
      if (isSame !== isHeld)
        wrong.push(`${isHeld ? "joined" : "missed"} ${b.articleId} ${b.who} | ${a.articleId} ${a.who}`);
    }
  }
  const precision = both / held;
  const recall = both / true_;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), wrong };
}
