import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { carb } from "../../../src/evaluate/gold/carb.js";
import type { GoldArticle, Kind } from "../../../src/evaluate/gold/gold-article.js";
import { jsonLines } from "../../../src/evaluate/gold/json-lines.js";
import type { Prediction } from "../../../src/evaluate/prediction.js";
import { score } from "../../../src/evaluate/score/score.js";
import { blurred } from "./blurred.js";

const SHARED = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "copydesk-agreement-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** score.py's name of the kind, a corpus, how many lines of it, and which of our measures each of its figures is. */
const CASES: readonly [kind: Kind, theirs: string, file: string, lines: number, figures: Record<string, string>][] = [
  ["names", "ner", "ner/conll-dev.jsonl", 60, { f1: "strict", overlap: "overlap" }],
  ["names", "ner", "ner/uner-dev.jsonl", 101, { f1: "strict", overlap: "overlap" }],
  [
    "times",
    "timex",
    "time/timebank-a.jsonl",
    92,
    { strict: "strict", relaxed: "relaxed", type: "type", value: "value" },
  ],
  ["times", "timex", "time/aquaint.jsonl", 73, { strict: "strict", relaxed: "relaxed", type: "type", value: "value" }],
  [
    "attribution",
    "attribution",
    "attribution/polnear-dev.jsonl",
    25,
    { detect: "detect", exact: "exact", end_to_end: "end_to_end", source: "source" },
  ],
  ["coreference", "coref", "coref/gum-news-dev.jsonl", 2, { mean: "mean" }],
  ["coreference", "coref", "coref/gum-court-dev.jsonl", 2, { mean: "mean" }],
  ["claims", "claims", "openie/carb-dev.tsv", 400, { f1: "f1", area: "area" }],
];

describe.skipIf(!existsSync(SHARED))("agreement with ../shared/score.py (skipped where that folder is not)", () => {
  it.each(CASES)("%s: %s on %s, %i lines", (kind, theirs, file, count, figures) => {
    const content = `${readFileSync(join(SHARED, "corpora", file), "utf8")
      .split("\n")
      .slice(0, count)
      .join("\n")}\n`;
    const format = kind === "claims" ? carb : jsonLines;
    const gold = format.read([{ path: file, content }]);
    const predicted = gold.map((article) => blurred(article));
    const [ours] = score(
      gold.map((article, index) => ({ gold: article, predicted: predicted[index]! })),
      [kind],
    );

    const [goldFile, predictedFile] = [join(scratch, "gold"), join(scratch, "predicted")];
    writeFileSync(goldFile, content);
    writeFileSync(predictedFile, kind === "claims" ? claimLines(gold, predicted) : neutralLines(gold, predicted));
    const printed = execFileSync("python3", [join(SHARED, "score.py"), theirs, goldFile, predictedFile, "--json"]);
    const referee: Record<string, number> = JSON.parse(printed.toString().trimEnd().split("\n").at(-1)!);

    const scores = Object.fromEntries(
      Object.entries(figures).map(([name, measure]) => [
        name,
        ours!.measures.find((one) => one.name === measure && one.group === "all")!.score,
      ]),
    );
    expect(Object.keys(referee).sort()).toEqual(Object.keys(figures).sort());
    for (const [name, figure] of Object.entries(referee)) {
      expect(figure, `${name} is neither nothing nor perfect`).toBeGreaterThan(0.3);
      expect(figure).toBeLessThan(0.99);
      expect(scores[name]).toBeCloseTo(figure, 9);
    }
  });
});

const neutralLines = (gold: readonly GoldArticle[], predicted: readonly Prediction[]): string =>
  jsonLines.write(gold.map(({ id, text }, index) => ({ id, text, ...predicted[index]! })))[0]!.content;

const claimLines = (gold: readonly GoldArticle[], predicted: readonly Prediction[]): string =>
  gold
    .map(({ text }, index) => {
      const claims = predicted[index]!.claims.flatMap((sentence) => sentence.claims).map((claim) => {
        const [subject = "", ...rest] = claim.arguments;
        return { subject, predicate: claim.predicate, arguments: rest };
      });
      return `${JSON.stringify({ sentence: text, claims })}\n`;
    })
    .join("");
