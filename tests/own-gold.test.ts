import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadPipeline } from "../pipelines/index.js";
import { byPipeline, evaluate, readFloors } from "../src/cli/evaluate.js";
import { readGold } from "../src/cli/gold-in.js";
import { isFailure, judge } from "../src/evaluate/floors/gate.js";
import { KINDS } from "../src/evaluate/gold/gold-article.js";
import { lostLines, verdictLine } from "../src/evaluate/report/verdict-lines.js";

const FOLDER = fileURLToPath(new URL("../fixtures/gold", import.meta.url));
const FLOORS = `${FOLDER}/floors.json`;
const hasModel = existsSync(new URL("../models/encoder.onnx", import.meta.url));

/** What fell below its floor, with the articles that lost most; empty when all floors hold. */
async function failures(name: string): Promise<readonly string[]> {
  const [reader, gold, floors] = await Promise.all([loadPipeline(name), readGold([FOLDER], {}), readFloors(FLOORS)]);
  const told: string[] = [];
  const { corpora } = await evaluate(gold, {
    pipeline: name,
    model: null,
    predict: byPipeline(reader!),
    kinds: KINDS,
    jobs: 2,
    signal: new AbortController().signal,
    progress: { update: () => undefined, clear: () => undefined },
    onFailure: (line) => told.push(line),
  });
  const verdicts = corpora.flatMap((corpus) => judge(corpus, floors));
  const unpinned = verdicts.filter(({ standing }) => standing === "new");
  return [
    ...told,
    ...[...verdicts.filter(isFailure), ...unpinned].flatMap((one) => [verdictLine(one), ...lostLines(one)]),
  ];
}

describe("fixtures/gold keeps its floors (npm run floors pins what is new or higher)", () => {
  it("with rules-only", async () => {
    expect(await failures("rules-only")).toEqual([]);
  });

  it.skipIf(!hasModel)("with news (skipped without the model)", async () => {
    expect(await failures("news")).toEqual([]);
  });
});
