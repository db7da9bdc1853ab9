import { InputError } from "../../model/errors.js";
import type { GoldArticle, GoldClaim, GoldFormat } from "./gold-article.js";

/**
 * CaRB's table of claims: sentence, relation, first argument, the others, between tabs. Each sentence is an article of its
 * own; sentences that differ only in blanks and marks are one.
 */
export const carb: GoldFormat = {
  name: "carb",
  unit: "none",
  carries: ["claims"],
  read: (files) => {
    const sentences = new Map<string, { readonly text: string; readonly claims: GoldClaim[] }>();
    for (const { path, content } of files) {
      content.split("\n").forEach((line, index) => {
        if (line === "") return;
        const [text = "", predicate, ...rest] = line.split("\t");
        if (predicate === undefined || rest.length === 0) {
          throw new InputError("expected a sentence, a relation and an argument, between tabs", {
            file: path,
            line: index + 1,
          });
        }
        const key = claimKey(text);
        if (!sentences.has(key)) sentences.set(key, { text, claims: [] });
        sentences.get(key)!.claims.push({
          predicate,
          arguments: rest.filter((part) => !part.includes("C: ")).map((part) => part.trim()),
        });
      });
    }
    return [...sentences.values()].map(({ text, claims }, index) => ({
      id: `s${index + 1}`,
      text,
      claims: [{ start: 0, end: text.length, claims }],
    }));
  },
  write: (articles) => [
    {
      path: "gold.tsv",
      content: articles
        .flatMap((article) => sentencesOf(article))
        .map((cells) => `${cells.map((cell) => cell.replace(/[\t\n]/g, " ")).join("\t")}\n`)
        .join(""),
    },
  ],
};

const sentencesOf = ({ text, claims = [] }: GoldArticle): readonly (readonly string[])[] =>
  claims.flatMap(({ start, end, claims }) =>
    claims.map(({ predicate, arguments: rest }) => [text.slice(start, end), predicate, ...rest]),
  );

/** A sentence without blanks, marks and the treebank's names of brackets: what CaRB knows sentences by. */
const claimKey = (text: string): string =>
  text
    .replaceAll(" ", "")
    .replace(/-(LRB|RRB|LSB|RSB|LCB|RCB)-/g, "")
    .replace(/[^a-zA-Z0-9]/g, "");
