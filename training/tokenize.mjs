// Splits texts into the tokens and sentences that Copydesk sees at run time (wink-nlp, block by block).
// NDJSON in: {"id", "text"}; NDJSON out: {"id", "tokens": [[start, end], ...], "sentences": [index of first token, ...]}.
// Offsets are half-open and count UTF-16 code units of `text`. Run with the folder that holds node_modules as the
// first argument when wink-nlp is not installed beside this file.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(resolve(process.argv[2] ?? ".", "package.json"));
const winkNLP = require("wink-nlp");
const model = require("wink-eng-lite-web-model");
const nlp = winkNLP(model, ["sbd"]);

/** Tokens of one block, found again in the text by walking it; the first token of each sentence by its index. */
function tokenizeBlock(text, from, to, tokens, sentences) {
  let cursor = from;
  nlp.readDoc(text.slice(from, to)).sentences().each((sentence) => {
    sentences.push(tokens.length);
    sentence.tokens().each((token) => {
      const form = token.out();
      const start = text.indexOf(form, cursor);
      if (start < 0 || start + form.length > to) throw new Error(`token ${JSON.stringify(form)} is not in the text`);
      if (form.trim() === "") return;
      cursor = start + form.length;
      tokens.push([start, cursor]);
    });
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  const tokens = [];
  const sentences = [];
  for (const block of text.matchAll(/[^\n]*[^\s][^\n]*/g)) {
    tokenizeBlock(text, block.index, block.index + block[0].length, tokens, sentences);
  }
  process.stdout.write(`${JSON.stringify({ id, tokens, sentences: [...new Set(sentences)] })}\n`);
}
