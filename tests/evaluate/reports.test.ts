import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { judge, updated } from "../../src/evaluate/floors/gate.js";
import type { GoldArticle } from "../../src/evaluate/gold/gold-article.js";
import type { Prediction } from "../../src/evaluate/prediction.js";
import { jsonReport } from "../../src/evaluate/report/json.js";
import { junitReport } from "../../src/evaluate/report/junit.js";
import { markdownReport } from "../../src/evaluate/report/markdown.js";
import { terminalReport } from "../../src/evaluate/report/terminal.js";
import { score } from "../../src/evaluate/score/score.js";

const NAME = "<img src=x> |*\u001b[31m& \u0007";
const ID = 'a"&<b>';
const text = `${NAME} met Ana Obi. ${NAME} left.`;
const gold: readonly GoldArticle[] = [
  {
    id: ID,
    text,
    names: [0, text.lastIndexOf(NAME)].map((start) => ({ start, end: start + NAME.length, type: "organization" })),
  },
];
const NOTHING: Prediction = { names: [], times: [], attribution: [], coreference: [], claims: [] };

/** A report of a run that finds all or nothing, against floors pinned when all was found. */
function report(isFound: boolean) {
  const corpus = (names: Prediction["names"]) => {
    const predicted = [{ ...NOTHING, names }];
    const judged = gold.map((article, index) => ({ gold: article, predicted: predicted[index]! }));
    return { corpus: "c|d", pipeline: "p", articles: gold, predicted, kinds: score(judged) };
  };
  const whole = corpus(gold[0]!.names!);
  const none = { corpora: {} };
  const { floors } = updated(none, judge(whole, none), { allowRegression: false });
  const now = isFound ? whole : corpus([]);
  return { pipeline: "p", model: null, corpora: [now], verdicts: judge(now, floors) };
}

describe("reports of a drop", () => {
  const bad = report(false);

  it("say in the terminal what fell, by whom, and what costs most, without raw controls", () => {
    const told = terminalReport(bad);
    expect(told).toContain("✗ c|d names strict 0.000, floor 1.000 (−1.000): dropped");
    expect(told).toContain(`    ${ID} (−1.000)`);
    expect(told).toMatch(/missed organization: <img src=x> .* ×2$/m);
    expect(["\u001b", "\u0007"].filter((control) => told.includes(control))).toEqual([]);
  });

  it("are Markdown in which an article's words are no markup", () => {
    const page = markdownReport(bad);
    expect(page).toContain("**1 of 1 failed.**");
    expect(page).not.toContain("<img");
    const rows = page.split("\n").filter((line) => line.includes("img src"));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.split("|")).toHaveLength(9); // seven cells: no bar of the name makes another
  });

  it("are well-formed XML that CI reads as a failure", () => {
    const xml = junitReport(bad);
    const seen: string[] = [];
    const open: string[] = [];
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          open.push(name);
          if (name === "failure") seen.push(attributes.message!);
        },
        ontext: (words) => {
          if (open.at(-1) === "failure") seen.push(words);
        },
        onclosetag: (name, isImplied) => {
          expect([open.pop(), isImplied]).toEqual([name, false]);
        },
      },
      { xmlMode: true },
    );
    parser.end(xml);
    expect(open).toEqual([]);
    expect(seen.join("")).toContain(`${ID} (−1.000)`);
    expect(xml).toMatch(/^<testsuites name="copydesk evaluate" tests="\d+" failures="1">$/m);
  });

  it("are JSON with every fault, its words and its place", () => {
    const { corpora, floors } = JSON.parse(jsonReport(bad));
    expect(corpora[0].kinds[0].faults[0]).toMatchObject({ article: ID, class: "missed", type: "organization" });
    expect(floors[0]).toMatchObject({ standing: "dropped", lost: [{ id: ID, loss: 1 }] });
  });
});

it("reports of a run without faults say so", () => {
  const good = report(true);
  expect(terminalReport(good)).toContain("names: no fault\n");
  expect(terminalReport(good)).toContain("floors: 1 of 1 held\n");
  expect(markdownReport(good)).toContain("All held.");
  expect(junitReport(good)).not.toContain("<failure");
});
