import type { Doc } from "../../src/model/layers.js";
import { emptyRecognition } from "../../src/model/recognition.js";
import type { Upos } from "../../src/model/token.js";
import { doc } from "./doc.js";

/**
 * A document with trees written by hand, a sentence a line: `word/POS/head/relation` with heads counted from 1, 0 for the
 * root. Words are joined by blanks. Throws when the tokenizer cuts the text otherwise.
 */
export function parsed(rows: string): Doc<"header" | "tokens" | "sentences" | "recognition"> {
  const sentences = rows
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" ").map(wordOf));
  const text = sentences.map((words) => words.map(({ word }) => word).join(" ")).join("\n");
  const { article, header, tokens, sentences: cut } = doc(text);
  const words = sentences.flat();
  if (tokens.length !== words.length) throw new Error(`tokens differ: ${tokens.map((token) => token.text).join(" ")}`);
  const heads: number[] = [];
  for (const sentence of sentences) {
    const first = heads.length;
    for (const { head } of sentence) heads.push(head === 0 ? heads.length : first + head - 1);
  }
  const relations = words.map(({ relation }) => relation);
  const pos = words.map((word) => word.pos);
  const recognition = { ...emptyRecognition(), heads, relations, pos };
  return {
    article,
    header,
    tokens: tokens.map((token, i) => ({ ...token, pos: pos[i]! })),
    sentences: cut,
    recognition,
  };
}

function wordOf(item: string) {
  const [, word = "", pos = "X", head = "0", relation = "dep"] = /^(.+)\/([A-Z]+)\/(\d+)\/(\S+)$/.exec(item) ?? [];
  return { word, pos: pos as Upos, head: Number(head), relation };
}
