import { loadTagger } from "../../src/adapters/wink.js";
import { sentenceLexicons } from "../../src/lexicons/sentences.js";
import type { Article } from "../../src/model/article.js";
import type { Block } from "../../src/model/block.js";
import type { Doc } from "../../src/model/layers.js";
import type { Problem, Report } from "../../src/model/problem.js";
import { splitSentences } from "../../src/stages/split-sentences.js";
import { tokenize } from "../../src/stages/tokenize.js";

const tagger = await loadTagger();

/** A document built by hand: every line a body block, with tokens and sentences; other layers as given. No model runs. */
export function doc<Extra extends object = object>(
  text: string,
  extra: Extra & Partial<Article> = {} as Extra,
): Doc<"blocks" | "language" | "tokens" | "sentences" | "header"> & Extra {
  const article: Article = {
    id: "test",
    text,
    ...("published" in extra ? { published: extra.published as string } : {}),
  };
  const blocks = lines(text);
  const base = { article, blocks, language: "en" };
  const tokens = tokenize({ tagger }).run(base, ignore) as Doc<"words">["words"];
  const sentences = splitSentences(sentenceLexicons()).run(
    { article, words: tokens },
    ignore,
  ) as Doc<"sentences">["sentences"];
  const published = article.published ?? null;
  const header = {
    title: null,
    bylines: [],
    dateline: null,
    published,
    publishedFrom: published ? "record" : null,
  } as const;
  return { ...base, header, tokens, sentences, ...extra };
}

/** A report that keeps what it is told. */
export function collector(): { readonly report: Report; readonly problems: Omit<Problem, "stage">[] } {
  const problems: Omit<Problem, "stage">[] = [];
  return { report: (problem) => problems.push(problem), problems };
}

export const ignore: Report = () => undefined;

function lines(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]*\n+|[^\n]+$/g)) {
    blocks.push({ kind: "body", start: match.index, end: match.index + match[0].length });
  }
  return blocks;
}
