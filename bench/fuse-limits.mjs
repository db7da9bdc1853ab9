/**
 * Measures the figures of src/stages/quotes/fuse-limits.ts on polnear-dev, as `copydesk evaluate` scores attributions:
 *   node bench/fuse-limits.mjs [--models DIR] [--cache FILE] [--rounds 1] [--least 0.0005] [--set '{"alone":0.6}']
 * Prints the figures as they stand, then tries each limit's values in turn and keeps the one that gives most, round after
 * round: the mean of detect, exact and end to end, when it gains at least `--least` and takes no recall below its floor.
 * The encoder reads once; `--cache` keeps what it read. `--rounds 0` measures one setting only.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cueLexicons } from "../dist/pipelines/cue-lexicons.js";
import { opening } from "../dist/pipelines/opening.js";
import { scoreAttribution } from "../dist/src/evaluate/score/attribution.js";
import { loadEncoder } from "../dist/src/recognizer/encoder.js";
import { joinAttributions } from "../dist/src/stages/join-attributions.js";
import { FUSE_LIMITS } from "../dist/src/stages/quotes/fuse-limits.js";
import { recognize } from "../dist/src/stages/recognize.js";

const { values } = parseArgs({
  options: {
    models: { type: "string" },
    cache: { type: "string" },
    rounds: { type: "string", default: "1" },
    least: { type: "string", default: "0.0005" },
    set: { type: "string", default: "{}" },
  },
});
const GRID = {
  alone: [0.5, 0.55, 0.6, 0.64, 0.68, 0.72, 0.76, 0.8],
  link: [0, 0.25, 0.5, 0.75, 1],
  sureEdges: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.1],
  sureShownEdges: [0.8, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1.1],
  sureSource: [0.5, 0.6, 0.7, 0.8, 0.9, 1.1],
  agreement: [0, 0.15, 0.3, 0.5, 0.8],
  support: [0.3, 0.5, 0.65, 0.75, 0.85, 1, 1.15],
  sureRule: [0.8, 0.85, 0.9, 0.95],
  goesOn: [0.15, 0.2, 0.25, 0.3, 0.35, 0.4],
};

/** Of the recall of direct, mixed and indirect attributions. */
const FLOORS = [0.97, 0.93, 0.74];

const span = ([start, end]) => ({ start, end });
const gold = readFileSync(new URL("../../shared/corpora/attribution/polnear-dev.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const parts = ({ content, cue, source }) => ({
  content: content.map(span),
  cue: cue.map(span),
  source: source.map(span),
});
const docs = await recognized();

let limits = { ...FUSE_LIMITS, ...JSON.parse(values.set) };
let best = measured(limits);
show("as it stands", best);
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [name, tried] of Object.entries(GRID)) {
    let change;
    for (const value of tried.filter((one) => one !== limits[name])) {
      const here = measured({ ...limits, [name]: value });
      show(`${name} ${value}`, here);
      const gains = here.sum > (change?.figures.sum ?? best.sum + Number(values.least));
      if (gains && here.low <= best.low) change = { value, figures: here };
    }
    if (!change) continue;
    limits = { ...limits, [name]: change.value };
    best = change.figures;
    show(`> ${name} ${change.value} kept`, best);
  }
}
process.stdout.write(`${JSON.stringify(limits)}\n`);

/** Layers and recognition of every article, from the cache or by the encoder. */
async function recognized() {
  const rows =
    values.cache && existsSync(values.cache) ? readFileSync(values.cache, "utf8").trim().split("\n") : await read();
  if (values.cache && !existsSync(values.cache)) writeFileSync(values.cache, `${rows.join("\n")}\n`);
  return rows.map((row) => {
    const { id, text, rec, header, ...layers } = JSON.parse(row);
    return { article: { id, text }, header: header ?? { dateline: null }, ...layers, recognition: rec };
  });
}

async function read() {
  const encoder = await loadEncoder(values.models);
  const [open, stage] = [await opening("fuse-limits"), recognize({ encoder })];
  const rows = [];
  for (const { id, text, published, title } of gold) {
    const { doc } = await open.run({ id, text, published, title });
    const rec = await stage.run(doc, () => {});
    const tokens = doc.words.map((token, i) => ({ ...token, pos: rec.pos[i] }));
    rows.push(
      JSON.stringify({ id, text, header: doc.header, tokens, sentences: doc.sentences, blocks: doc.blocks, rec }),
    );
  }
  return rows;
}

function measured(tried) {
  const stage = joinAttributions(cueLexicons(), tried);
  const byId = new Map(docs.map((doc) => [doc.article.id, doc]));
  const { measures } = scoreAttribution(
    gold.map(({ id, text, attributions }) => {
      const found = byId.has(id) ? stage.run(byId.get(id), () => {}) : [];
      return { text, gold: attributions.map(parts), predicted: found.filter(({ within }) => within === undefined) };
    }),
  );
  const total = (name, group = "all") => {
    const { counts } = measures.find((measure) => measure.name === name && measure.group === group);
    return counts.reduce((sum, row) => row.map((value, i) => value + (sum[i] ?? 0)), []);
  };
  const whole = (name) => {
    const [hits, predicted, expected] = total(name);
    return { p: hits / predicted, r: hits / expected, f1: (2 * hits) / (predicted + expected) };
  };
  const [right, sourced] = total("source");
  const recall = (kind) => total("detect", kind)[2] / total("detect", kind)[3];
  const figures = {
    detect: whole("detect"),
    exact: whole("exact").f1,
    end: whole("end_to_end").f1,
    source: right / sourced,
    recalls: ["direct", "mixed", "indirect"].map(recall),
  };
  return {
    ...figures,
    sum: (figures.detect.f1 + figures.exact + figures.end) / 3,
    low: FLOORS.filter((floor, i) => figures.recalls[i] < floor).length,
  };
}

function show(name, { detect, exact, end, source, recalls }) {
  const three = (value) => value.toFixed(4).slice(1);
  process.stdout.write(
    `${name.padEnd(24)} detect ${three(detect.f1)} (${three(detect.p)}, ${three(detect.r)}) exact ${three(exact)} ` +
      `end to end ${three(end)} source ${three(source)} recall direct ${three(recalls[0])} mixed ${three(recalls[1])} ` +
      `indirect ${three(recalls[2])}\n`,
  );
}
