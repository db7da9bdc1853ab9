import type { GoldArticle, GoldMention } from "../../../src/evaluate/gold/gold-article.js";
import type { Prediction } from "../../../src/evaluate/prediction.js";
import type { Span } from "../../../src/model/span.js";

/**
 * A bad copy of gold, the same one each time: every fifth item is lost, others have an end moved, another type or value,
 * a wrong source, a neighbour's cluster, fewer words; every seventh is there twice. Enough to reach each branch of a score.
 */
export function blurred(article: GoldArticle): Prediction {
  const { text, names = [], times = [], attribution = [], coreference = [], claims = [] } = article;
  const cut = <T extends Span>(span: T, by = 1): T =>
    span.end - span.start > 2 * by ? { ...span, end: span.end - by } : span;
  const some = <T>(items: readonly T[], change: (item: T, index: number) => readonly T[]): T[] =>
    items.flatMap((item, index) => (index % 5 === 3 ? [] : change(item, index)));
  const mentions = some<GoldMention>(coreference, (mention, index) => {
    const neighbour = coreference[index + 2]?.cluster ?? "lone";
    return [index % 4 === 1 ? { ...mention, cluster: neighbour } : index % 3 === 2 ? cut(mention, 3) : mention];
  });
  return {
    names: some(names, (name, index) => [
      index % 6 === 1 ? cut(name) : index % 6 === 2 ? { ...name, type: "organization" } : name,
    ]),
    times: some(times, (time, index) => {
      if (index % 6 === 1) return [cut(time)];
      if (index % 6 === 2) return [{ ...time, type: "DURATION" }];
      return [
        index % 6 === 4 ? { ...time, value: `${time.value}Z` } : index % 7 === 5 ? { ...time, value: "P1D" } : time,
      ];
    }),
    attribution: some(attribution, (one, index) => {
      const { source, cue, content } = one;
      if (index % 6 === 1) return [{ source: cue, cue: source, content }];
      if (index % 6 === 2) return [{ source: [], cue: [], content: content.map((part) => cut(part, 30)) }];
      const half = content.map(({ start, end }) => ({ start, end: start + Math.max(1, (end - start) >> 1) }));
      return index % 7 === 0
        ? [one, { ...one, content: half }]
        : [{ ...one, source: source.map((part) => cut(part, 2)) }];
    }),
    coreference: [...mentions, { start: 0, end: text.length, type: "person", cluster: "lone", form: "nominal" }],
    claims: claims.map(({ start, end, claims }) => ({
      start,
      end,
      claims: some(claims, ({ predicate, arguments: [first = "", second = "", ...rest] }, index) => {
        const turned = { predicate: `be ${predicate}`, arguments: [second, first, ...rest].filter(Boolean) };
        const short = { predicate, arguments: [first.split(" ").slice(1).join(" "), second].filter(Boolean) };
        return index % 3 === 1
          ? [turned, short]
          : [{ predicate, arguments: [first, second.replace(/ \S+$/, ""), ...rest].filter(Boolean) }];
      }),
    })),
  };
}
