import { describe, expect, it } from "vitest";
import { formatNamed, formatOf, GOLD_FORMATS, isCompanion } from "../../../src/evaluate/gold/formats.js";
import type { GoldArticle, Kind } from "../../../src/evaluate/gold/gold-article.js";
import { score } from "../../../src/evaluate/score/score.js";
import { blurred } from "../score/blurred.js";
import { GOLD } from "./articles.js";

/** An article cut down to what scores look at: clusters by their members, heads of one-word mentions left out. */
function comparable(article: GoldArticle, kinds: readonly Kind[]) {
  const { text } = article;
  const clusters = new Map<string, number>();
  const clusterOf = (cluster: string) => {
    if (!clusters.has(cluster)) clusters.set(cluster, clusters.size);
    return clusters.get(cluster);
  };
  const layers: Record<Kind, () => unknown> = {
    names: () => article.names?.map(({ start, end, type }) => [start, end, type]),
    times: () => article.times?.map(({ start, end, type, value }) => [start, end, type, value]),
    attribution: () => article.attribution,
    coreference: () => {
      const counts = new Map<string, number>();
      for (const { cluster } of article.coreference ?? []) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
      return [...(article.coreference ?? [])]
        .sort((a, b) => a.start - b.start || a.end - b.end)
        .filter(({ cluster }) => counts.get(cluster)! > 1)
        .map(({ start, end, type, cluster, form, head }) => [
          text.slice(start, end),
          start,
          type,
          clusterOf(cluster),
          form,
          head?.start ?? start,
        ]);
    },
    claims: () => article.claims,
  };
  return Object.fromEntries(kinds.map((kind) => [kind, layers[kind]()]));
}

describe.each(GOLD_FORMATS.map((format) => [format.name, format] as const))("%s", (_name, format) => {
  const articles = format.name === "carb" ? GOLD.slice(0, 1) : GOLD;

  it("writes and reads back every layer it carries", () => {
    const read = format.read(format.write(articles));
    expect(read).toHaveLength(articles.length);
    if (format.name === "carb") {
      expect(read[0]?.claims?.[0]?.claims).toEqual(articles[0]?.claims?.[0]?.claims);
      return;
    }
    read.forEach((article, index) => {
      expect(article.text).toBe(articles[index]!.text);
      expect(comparable(article, format.carries)).toEqual(comparable(articles[index]!, format.carries));
    });
  });

  it("settles: what is read and written once is written the same ever after", () => {
    const once = format.write(format.read(format.write(articles)));
    expect(format.write(format.read(once))).toEqual(once);
  });

  it("is told from its files", () => {
    const told = format.write(articles).filter(({ path }) => !isCompanion(path));
    expect(told.map((file) => formatOf(file)?.name)).toEqual(told.map(() => format.name));
    expect(formatNamed(format.name)).toBe(format);
  });
});

describe("scores", () => {
  it.each(GOLD_FORMATS.map((format) => [format.name, format] as const))("are the same after %s", (_name, format) => {
    const kinds = format.carries;
    // carb's sentences are articles of their own: what it reads is where it starts from
    const articles = format.name === "carb" ? format.read(format.write(GOLD)) : GOLD;
    const predicted = articles.map((article) => blurred(article));
    const scores = (gold: readonly GoldArticle[]) =>
      score(
        gold.map((one, index) => ({ gold: one, predicted: predicted[index]! })),
        kinds,
      ).flatMap(({ measures }) => measures.map((measure) => [measure.name, measure.group, measure.score]));
    const before = scores(articles);
    expect(before.some(([, , value]) => (value as number) > 0 && (value as number) < 1)).toBe(true);
    expect(scores(format.read(format.write(articles)))).toEqual(before);
  });
});
