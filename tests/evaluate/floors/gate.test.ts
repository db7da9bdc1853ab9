import { describe, expect, it } from "vitest";
import { type Floors, parseFloors, serializeFloors } from "../../../src/evaluate/floors/floors.js";
import { isFailure, judge, MOST_LOST, updated } from "../../../src/evaluate/floors/gate.js";
import type { GoldArticle } from "../../../src/evaluate/gold/gold-article.js";
import type { Prediction } from "../../../src/evaluate/prediction.js";
import { score } from "../../../src/evaluate/score/score.js";

const NAMES = 10; // an article
const NOTHING: Prediction = { names: [], times: [], attribution: [], coreference: [], claims: [] };
const nameAt = (n: number) => ({ start: 3 * n, end: 3 * n + 2, type: "person" as const });
const GOLD: readonly GoldArticle[] = Array.from({ length: 40 }, (_, n) => ({
  id: `a${n}`,
  text: "Jo ".repeat(NAMES),
  names: Array.from({ length: NAMES }, (_, at) => nameAt(at)),
}));

/** An evaluation in which each article finds so many of its names, and nothing else. */
function evaluated(found: (article: number) => number, gold: readonly GoldArticle[] = GOLD) {
  const judged = gold.map((article, n) => ({
    gold: article,
    predicted: { ...NOTHING, names: Array.from({ length: found(n) }, (_, at) => nameAt(at)) },
  }));
  return { corpus: "town", pipeline: "p", articles: gold, kinds: score(judged) };
}

const none: Floors = { corpora: {} };
const pin = (found: (article: number) => number): Floors =>
  updated(none, judge(evaluated(found), none), { allowRegression: false }).floors;
const against = (floors: Floors, found: (article: number) => number) => judge(evaluated(found), floors)[0]!;

describe("judge", () => {
  const floors = pin(() => 8);

  it("has nothing to say of what is not pinned, and holds what is the same", () => {
    expect(
      judge(
        evaluated(() => 8),
        none,
      )[0],
    ).toMatchObject({ standing: "new", floor: null });
    expect(against(floors, () => 8)).toMatchObject({ standing: "held", lost: [], gain: [0, 0] });
    expect(against(floors, () => 9)).toMatchObject({ standing: "raised" });
  });

  it("lets one lost name in four hundred pass", () => {
    const verdict = against(floors, (n) => (n === 7 ? 7 : 8));
    expect(verdict).toMatchObject({ standing: "held", lost: [{ id: "a7" }] });
    expect(verdict.score).toBeLessThan(verdict.floor!);
  });

  it("counts a small drop that runs through the articles: the interval lies below 0", () => {
    const verdict = against(floors, (n) => (n % 5 === 0 ? 7 : 8));
    expect(verdict.floor! - verdict.score).toBeLessThan(0.03);
    expect(verdict.gain![1]).toBeLessThan(0);
    expect(verdict.standing).toBe("dropped");
  });

  it("counts a great loss in one article: more than the tolerance below the floor", () => {
    const verdict = against(floors, (n) => (n === 3 ? 0 : 8));
    expect(verdict.gain![1]).toBe(0);
    expect(verdict.standing).toBe("dropped");
    expect(
      judge(
        evaluated((n) => (n === 3 ? 0 : 8)),
        floors,
        { tolerance: 0.1 },
      )[0]!.standing,
    ).toBe("held");
  });

  it("names the twenty articles that lost most, most first", () => {
    const { lost } = against(floors, (n) => (n < 30 ? (n === 12 ? 2 : 7) : 8));
    expect(lost).toHaveLength(MOST_LOST);
    expect(lost[0]!.id).toBe("a12");
    expect(lost.map(({ loss }) => loss)).toEqual([...lost.map(({ loss }) => loss)].sort((a, b) => b - a));
  });

  it("refuses other gold, and is not moved by other layers of it", () => {
    const changed = GOLD.map((article) => ({ ...article, names: article.names!.slice(1) }));
    const verdict = judge(
      evaluated(() => 8, changed),
      floors,
    )[0]!;
    expect(verdict.standing).toBe("other gold");
    expect(isFailure(verdict)).toBe(true);
    const more = GOLD.map((article) => ({ ...article, times: [] }));
    expect(
      judge(
        evaluated(() => 8, more),
        floors,
      )[0]!.standing,
    ).toBe("held");
  });
});

describe("updated", () => {
  const floors = pin(() => 8);
  const floorOf = ({ corpora }: Floors) => corpora.town!.p!.names!.measures.strict!.floor;
  const update = (found: (n: number) => number, allowRegression = false) =>
    updated(floors, judge(evaluated(found), floors), { allowRegression });

  it("raises, and keeps what is lower without failing when it is noise", () => {
    expect(floorOf(update(() => 9).floors)).toBeGreaterThan(floorOf(floors));
    const noise = update((n) => (n === 7 ? 7 : 8));
    expect([floorOf(noise.floors), noise.refused]).toEqual([floorOf(floors), []]);
  });

  it("lowers only when it is told to", () => {
    const refused = update(() => 5);
    expect(floorOf(refused.floors)).toBe(floorOf(floors));
    expect(refused.refused).toHaveLength(1);
    const allowed = update(() => 5, true);
    expect(floorOf(allowed.floors)).toBeLessThan(floorOf(floors));
    expect(allowed.refused).toEqual([]);
  });

  it("pins other gold unless the score on it is lower", () => {
    const changed = GOLD.slice(1);
    const next = (found: number) =>
      updated(
        floors,
        judge(
          evaluated(() => found, changed),
          floors,
        ),
        { allowRegression: false },
      );
    expect(next(8).refused).toEqual([]);
    expect(Object.keys(next(8).floors.corpora.town!.p!.names!.measures.strict!.articles)).toHaveLength(39);
    expect(next(6).refused).toHaveLength(1);
    expect(next(6).floors).toEqual(floors);
  });

  it("is written and read back, an article's counts on a line", () => {
    const text = serializeFloors(floors);
    expect(parseFloors(text, "floors.json")).toEqual(floors);
    expect(text).toMatch(/^ *"a7": \[8,8,10\],$/m);
    expect(text).toBe(serializeFloors(parseFloors(text, "floors.json")));
  });
});

describe("parseFloors", () => {
  it.each([
    ["nonsense", /^f\.json: not JSON/],
    ["{}", /^f\.json: no floors in it/],
    ['{"corpora":{"a":{"p":{"names":{"measures":{}}}}}}', /^f\.json: a, p, names: expected a gold digest/],
    ['{"corpora":{"a":{"p":{"names":{"gold":"x","measures":{"strict":{"floor":"1","articles":{}}}}}}}}', /a, p, names/],
  ])("refuses %s", (text, message) => {
    expect(() => parseFloors(text, "f.json")).toThrow(message);
  });
});
