import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Article, articleSchema } from "../../src/model/article.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { type Must, readMust } from "./facts.js";

const FOLDER = fileURLToPath(new URL("../../fixtures/articles/", import.meta.url));

/** One golden case: an article and the facts an editor reads in it. */
export interface Case {
  readonly slug: string;
  readonly article: Article;
  readonly must: Must;
  /** Path of the pinned output. */
  readonly golden: string;
}

/** All folders of fixtures/articles: `article.txt`, perhaps a `record.json` of what came with it, and `must.json`. */
export const cases = (): readonly Case[] => readdirSync(FOLDER).sort().map(readCase);

function readCase(slug: string): Case {
  const file = (name: string) => `${FOLDER}${slug}/${name}`;
  const text = readFileSync(file("article.txt"), "utf8");
  const record: unknown = existsSync(file("record.json")) ? JSON.parse(readFileSync(file("record.json"), "utf8")) : {};
  return {
    slug,
    article: articleSchema.parse({ id: slug, text, ...(record as object) }),
    must: readMust(file("must.json"), text),
    golden: file("knowledge.json"),
  };
}

/**
 * A knowledge file as it is pinned: one item a line, so that a diff shows which facts changed. Left out are the text, which
 * lies beside it, and the generator, whose version changes with every release.
 */
export function pinned({ generator: _, article: { text: __, ...article }, ...lists }: KnowledgeFile): string {
  const fields = Object.entries({ article, ...lists }).map(([name, value]) => {
    if (!Array.isArray(value) || value.length === 0 || name === "sentences")
      return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(name)}: [\n${value.map((item) => `  ${JSON.stringify(item)}`).join(",\n")}\n]`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
