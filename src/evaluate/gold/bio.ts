import { InputError } from "../../model/errors.js";
import type { EntityType } from "../../model/mention.js";
import { bySpan, type Span, surface } from "../../model/span.js";
import { misfit } from "./fit.js";
import type { GoldArticle, GoldFile, GoldFormat, GoldName } from "./gold-article.js";
import { NER_TYPES } from "./json-lines.js";
import { meaningOf } from "./labels.js";
import { readSidecar, stems, toSidecar } from "./sidecar.js";
import { wordsOf } from "./words.js";

/**
 * CoNLL columns: a token a line, its BIO or IOB tag in the last column, a blank line after a sentence. With a `.txt` of the
 * same name, tokens are looked up in it one after the other, and the first that is not there is refused; without one the
 * text is the tokens with blanks between, a sentence a line, and `-DOCSTART-` begins a new article.
 */
export const bio: GoldFormat = {
  name: "bio",
  unit: "tokens",
  carries: ["names"],
  read: (files) => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const columns = files.filter(({ path }) => !/\.(txt|record\.json)$/.test(path));
    return columns.flatMap((file) => {
      const stem = file.path.replace(/\.[^./\\]+$/, "");
      const text = byPath.get(`${stem}.txt`);
      return readOne(file, stem, text?.content, byPath.get(`${stem}.record.json`));
    });
  },
  write: (articles) => {
    const names = stems(articles);
    return articles.flatMap((article, index) => [
      { path: `${names[index]}.txt`, content: article.text },
      { path: `${names[index]}.bio`, content: columnsOf(article) },
      { path: `${names[index]}.record.json`, content: `${JSON.stringify(toSidecar(article, ["names"]))}\n` },
    ]);
  },
};

interface Token {
  readonly word: string;
  readonly tag: string;
  readonly line: number;
  /** True for the first token of a sentence. */
  readonly isFirst: boolean;
}

function readOne(
  file: GoldFile,
  stem: string,
  text: string | undefined,
  record: GoldFile | undefined,
): readonly GoldArticle[] {
  const documents: Token[][] = [[]];
  let isFirst = true;
  file.content.split(/\r?\n/).forEach((content, index) => {
    const cells = content.trim().split(/\t| +/);
    const [word = ""] = cells;
    if (word === "-DOCSTART-") documents.push([]);
    if (word === "" || word === "-DOCSTART-" || word.startsWith("# ")) {
      isFirst = true;
      return;
    }
    if (cells.length < 2) throw new InputError("a token without a tag", { file: file.path, line: index + 1 });
    documents.at(-1)!.push({ word, tag: cells.at(-1)!, line: index + 1, isFirst });
    isFirst = false;
  });
  const full = documents.filter((tokens) => tokens.length > 0);
  if (text !== undefined && full.length > 1) {
    throw new InputError(`${full.length} articles and one text; give each article a file`, { file: file.path });
  }
  const name = stem.replace(/^.*[/\\]/, "");
  return full.map((tokens, index) => {
    const { layers: _, ...sidecar } = readSidecar(record);
    const placed = text === undefined ? joined(tokens) : aligned(tokens, text, file.path);
    const id = full.length === 1 ? name : `${name}-${index + 1}`;
    return { id, ...sidecar, text: placed.text, names: namesOf(tokens, placed.spans, file.path) };
  });
}

interface Placed {
  readonly text: string;
  readonly spans: readonly Span[];
}

function joined(tokens: readonly Token[]): Placed {
  let text = "";
  const spans = tokens.map(({ word, isFirst }) => {
    if (text !== "") text += isFirst ? "\n" : " ";
    text += word;
    return { start: text.length - word.length, end: text.length };
  });
  return { text, spans };
}

/** Between two tokens only blanks may stand. */
function aligned(tokens: readonly Token[], text: string, file: string): Placed {
  let at = 0;
  const spans = tokens.map(({ word, line }) => {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    const found = text.slice(at, at + word.length);
    if (found !== word) {
      throw misfit(
        `the token ${JSON.stringify(word)} does not fit its text: at ${at} stands ${JSON.stringify(found)}`,
        { file, line },
      );
    }
    at += word.length;
    return { start: at - word.length, end: at };
  });
  return { text, spans };
}

function namesOf(tokens: readonly Token[], spans: readonly Span[], file: string): readonly GoldName[] {
  const names: GoldName[] = [];
  let last: { type: EntityType | "nothing"; label: string } | undefined;
  tokens.forEach(({ tag, line, isFirst }, index) => {
    const [, prefix, label = ""] = /^([BIOES])(?:-(.+))?$/.exec(tag) ?? [];
    if (prefix === undefined || (prefix === "O") !== (label === "")) {
      throw new InputError(`the tag '${tag}' is none of O, B-PER, I-PER and the like; mend it`, { file, line });
    }
    if (prefix === "O") {
      last = undefined;
      return;
    }
    const meaning = meaningOf(label);
    if (meaning === undefined) throw new InputError(`the type '${label}' is not known; rename it`, { file, line });
    const type = meaning.layer === "names" ? meaning.type : "nothing";
    const goesOn = last?.label === label && !isFirst && prefix !== "B" && prefix !== "S";
    const previous = names.at(-1);
    if (type !== "nothing") {
      if (goesOn && previous) names[names.length - 1] = { ...previous, end: spans[index]!.end };
      else names.push({ ...spans[index]!, type });
    }
    last = { type, label };
  });
  return names;
}

function columnsOf({ id, text, names = [] }: GoldArticle): string {
  const inOrder = [...names].sort(bySpan);
  inOrder.forEach((name, index) => {
    const next = inOrder[index + 1];
    if (next && next.start < name.end) {
      throw new InputError(`names at ${name.start} and ${next.start} overlap; columns cannot hold both`, { id });
    }
  });
  let at = 0;
  let end = 0;
  return wordsOf(text, inOrder)
    .map((word) => {
      const gap = text.slice(end, word.start);
      end = word.end;
      while (at < inOrder.length && inOrder[at]!.end <= word.start) at++;
      const name = inOrder[at];
      const isIn = name !== undefined && name.start <= word.start;
      const tag = isIn ? `${word.start === name.start ? "B" : "I"}-${NER_TYPES[name.type]}` : "O";
      const isBreak = gap.includes("\n") && !(isIn && word.start > name.start); // a name is never cut by a sentence's end
      return `${isBreak ? "\n" : ""}${surface(text, word)}\t${tag}\n`;
    })
    .join("");
}
