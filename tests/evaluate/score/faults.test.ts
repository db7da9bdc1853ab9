import { describe, expect, it } from "vitest";
import type {
  Annotations,
  GoldArticle,
  GoldAttribution,
  GoldName,
  GoldTime,
} from "../../../src/evaluate/gold/gold-article.js";
import type { Prediction } from "../../../src/evaluate/prediction.js";
import { score } from "../../../src/evaluate/score/score.js";
import { at } from "../gold/articles.js";

const TEXT = "Ana Obi of Tidewater said on Monday that rents rise. Port Elm agreed with her. “No,” she added.";
const s = (words: string, nth = 1) => at(TEXT, words, nth);
const NOTHING: Prediction = { names: [], times: [], attribution: [], coreference: [], claims: [] };

/** The faults of one article, as class, type, gold's words, predicted words, note. */
function faults(gold: Annotations, predicted: Partial<Prediction>) {
  const article: GoldArticle = { id: "a", text: TEXT, ...gold };
  const words = (parts: readonly { start: number; end: number }[]) =>
    parts.map(({ start, end }) => TEXT.slice(start, end)).join(" + ");
  return score([{ gold: article, predicted: { ...NOTHING, ...predicted } }]).flatMap(({ faults }) =>
    faults.map((fault) => [fault.class, fault.type, words(fault.gold), words(fault.predicted), fault.note]),
  );
}

const person = (words: string): GoldName => ({ ...s(words), type: "person" });
const place = (words: string): GoldName => ({ ...s(words), type: "place" });

describe("faults of names", () => {
  it.each<[string, GoldName[], GoldName[], string[][]]>([
    ["none", [person("Ana Obi")], [person("Ana Obi")], []],
    ["missed", [person("Ana Obi")], [], [["missed", "person", "Ana Obi", "", ""]]],
    ["spurious", [], [place("Monday")], [["spurious", "place", "", "Monday", ""]]],
    ["boundary", [person("Ana Obi")], [person("Obi")], [["boundary", "person", "Ana Obi", "Obi", ""]]],
    [
      "type",
      [place("Port Elm")],
      [person("Port Elm")],
      [["type", "place", "Port Elm", "Port Elm", "person for place"]],
    ],
  ])("%s", (_what, gold, predicted, expected) => {
    expect(faults({ names: gold }, { names: predicted })).toEqual(expected);
  });

  it("cost by what mending them wins, over both measures", () => {
    const gold = { id: "a", text: TEXT, names: [person("Ana Obi"), place("Port Elm")] };
    const predicted = { ...NOTHING, names: [person("Obi"), place("Monday")] };
    const [result] = score([{ gold, predicted }]);
    expect(result!.faults.map((fault) => [fault.class, fault.cost > 0])).toEqual([
      ["missed", true],
      ["boundary", true],
      ["spurious", true],
    ]);
    const costs = result!.faults.map(({ cost }) => cost);
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
  });
});

describe("faults of times", () => {
  const monday: GoldTime = { ...s("Monday"), type: "DATE", value: "2031-03-10" };
  it.each<[string, GoldTime[], GoldTime[], string[][]]>([
    ["a zone's Z is no difference", [monday], [{ ...monday, value: "2031-03-10Z" }], []],
    ["missed", [monday], [], [["missed", "DATE", "Monday", "", "2031-03-10"]]],
    ["boundary", [monday], [{ ...monday, start: monday.start - 3 }], [["boundary", "DATE", "Monday", "on Monday", ""]]],
    [
      "wrong value",
      [monday],
      [{ ...monday, value: "2031-03-03" }],
      [["wrong value", "DATE", "Monday", "Monday", "2031-03-03 for 2031-03-10"]],
    ],
    ["type", [monday], [{ ...monday, type: "SET" }], [["type", "DATE", "Monday", "Monday", "SET for DATE"]]],
  ])("%s", (_what, gold, predicted, expected) => {
    expect(faults({ times: gold }, { times: predicted })).toEqual(expected);
  });
});

describe("faults of attribution", () => {
  const said: GoldAttribution = { source: [s("Ana Obi")], cue: [s("said")], content: [s("that rents rise")] };
  const all = "that rents rise + Ana Obi + said";
  it.each<[string, GoldAttribution[], GoldAttribution[], string[][]]>([
    ["the surname alone is the same source", [said], [{ ...said, source: [s("Obi")] }], []],
    ["missed", [said], [], [["missed", "indirect", all, "", ""]]],
    ["spurious", [], [{ ...said, content: [s("No,")] }], [["spurious", "direct", "", "No, + Ana Obi + said", ""]]],
    [
      "wrong source",
      [said],
      [{ ...said, source: [s("Tidewater")] }],
      [["wrong source", "indirect", all, "that rents rise + Tidewater + said", ""]],
    ],
    [
      "boundary",
      [said],
      [{ ...said, content: [s("rents rise")] }],
      [["boundary", "indirect", all, "rents rise + Ana Obi + said", ""]],
    ],
  ])("%s", (_what, gold, predicted, expected) => {
    expect(faults({ attribution: gold }, { attribution: predicted })).toEqual(expected);
  });
});

describe("faults of coreference and claims", () => {
  const mention = (words: string, cluster: string, form: "name" | "pronoun") => ({
    ...s(words),
    type: "person",
    cluster,
    form,
  });
  const gold = [mention("Ana Obi", "1", "name"), mention("her", "1", "pronoun"), mention("she", "1", "pronoun")];
  it("are mentions that are missing or with somebody else", () => {
    const wrong = [gold[0]!, { ...gold[1]! }, { ...gold[2]!, cluster: "2" }];
    expect(faults({ coreference: gold }, { coreference: wrong })).toEqual([
      ["wrong entity", "pronoun", "she", "she", "is Ana Obi"],
    ]);
    expect(faults({ coreference: gold }, { coreference: gold.slice(0, 2) })).toEqual([
      ["missed", "pronoun", "she", "", "is Ana Obi"],
    ]);
    expect(faults({ coreference: gold }, { coreference: gold })).toEqual([]);
  });

  it("are claims of which less than half is found, in the sentences that gold lists", () => {
    const sentence = s("Port Elm agreed with her.");
    const claims = [{ ...sentence, claims: [{ predicate: "agreed with", arguments: ["Port Elm", "her"] }] }];
    const other = [{ ...sentence, claims: [{ predicate: "rise", arguments: ["rents"] }] }];
    expect(faults({ claims }, { claims })).toEqual([]);
    expect(faults({ claims }, { claims: other }).map(([name, , , , note]) => [name, note])).toEqual([
      ["missed", "Port Elm | agreed with | her"],
      ["spurious", "rents | rise"],
    ]);
    const elsewhere = [{ ...s("Ana Obi of Tidewater said"), claims: other[0]!.claims }];
    expect(faults({ claims }, { claims: [...claims, ...elsewhere] })).toEqual([]);
  });
});

describe("score", () => {
  it("leaves out what is not annotated, and gives the same bytes twice", () => {
    const judged = [{ gold: { id: "a", text: TEXT, names: [person("Ana Obi")] }, predicted: NOTHING }];
    expect(score(judged).map(({ kind }) => kind)).toEqual(["names"]);
    expect(score(judged, ["times"])).toEqual([]);
    expect(JSON.stringify(score(judged))).toBe(JSON.stringify(score(judged)));
  });

  it("has intervals around its scores", () => {
    const judged = Array.from({ length: 30 }, (_, n) => ({
      gold: { id: `${n}`, text: TEXT, names: [person("Ana Obi"), place("Port Elm")] },
      predicted: { ...NOTHING, names: n % 3 === 0 ? [person("Ana Obi")] : [person("Ana Obi"), place("Port Elm")] },
    }));
    const { score: f1, interval } = score(judged)[0]!.measures[0]!;
    expect(interval[0]).toBeLessThan(f1);
    expect(f1).toBeLessThan(interval[1]);
    expect(interval[1] - interval[0]).toBeLessThan(0.2);
  });
});
