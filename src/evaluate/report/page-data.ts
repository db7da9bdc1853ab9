import type { Span } from "../../model/span.js";
import type { Annotations, Kind } from "../gold/gold-article.js";
import type { FaultPart } from "../score/measure.js";
import { type EvaluatedCorpus, faultGroups, groupKey, type Report, wordsOf } from "./report.js";

/** A mark as the page's script reads it: role, start, end. */
export type PageMark = readonly [role: string, start: number, end: number];

/** An article with the marks of each kind on both sides. */
interface PageArticle {
  readonly corpus: string;
  readonly id: string;
  readonly text: string;
  readonly marks: Readonly<
    Partial<Record<Kind, { readonly gold: readonly PageMark[]; readonly predicted: readonly PageMark[] }>>
  >;
}

/** A fault as the page lists it. `article` is an index into the page's articles; costs are in hundredths of the score. */
interface PageFault {
  readonly kind: Kind;
  readonly class: string;
  readonly type: string;
  readonly article: number;
  readonly gold: readonly PageMark[];
  readonly predicted: readonly PageMark[];
  readonly words: string;
  readonly note: string;
  readonly cost: number;
  /** Cost and count of all faults that are like this one. */
  readonly together: number;
  readonly times: number;
}

/** What the page's script works on. */
export interface PageData {
  readonly articles: readonly PageArticle[];
  /** Costliest group first, members of a group together. */
  readonly faults: readonly PageFault[];
}

/** Everything the error page shows, in the order it shows it. */
export function pageData({ corpora }: Report): PageData {
  const articles = corpora.flatMap(articlesOf);
  const indices = new Map(articles.map(({ corpus, id }, index) => [JSON.stringify([corpus, id]), index]));
  const faults = corpora.flatMap((corpus) =>
    corpus.kinds.flatMap((kind) => {
      const groups = new Map(faultGroups(corpus, kind).map((group) => [group.key, group]));
      const texts = new Map(corpus.articles.map(({ id, text }) => [id, text]));
      return kind.faults.map((fault): PageFault & { readonly key: string } => {
        const id = kind.articles[fault.article]!;
        const text = texts.get(id)!;
        const key = groupKey(text, fault);
        const { cost: together, count: times } = groups.get(key)!;
        return {
          kind: kind.kind,
          class: fault.class,
          type: fault.type,
          article: indices.get(JSON.stringify([corpus.corpus, id]))!,
          gold: fault.gold.map(markOf),
          predicted: fault.predicted.map(markOf),
          words: wordsOf(text, fault.gold.length > 0 ? fault.gold : fault.predicted),
          note: fault.note,
          cost: rounded(fault.cost),
          together: rounded(together),
          times,
          key,
        };
      });
    }),
  );
  const order = new Map<string, number>();
  for (const { key } of faults) if (!order.has(key)) order.set(key, order.size);
  faults.sort((a, b) => b.together - a.together || order.get(a.key)! - order.get(b.key)!);
  return { articles, faults: faults.map(({ key: _, ...fault }) => fault) };
}

const rounded = (cost: number): number => Math.round(1e5 * cost) / 1e3;

const markOf = ({ role, start, end }: FaultPart): PageMark => [role, start, end];

const articlesOf = ({ corpus, articles, predicted, kinds }: EvaluatedCorpus): readonly PageArticle[] =>
  articles.map((gold, index) => {
    const scored = kinds.map(({ kind }) => kind).filter((kind) => gold[kind] !== undefined);
    const both = scored.map((kind) => [
      kind,
      { gold: marksOf(kind, gold), predicted: marksOf(kind, predicted[index]!) },
    ]);
    return { corpus, id: gold.id, text: gold.text, marks: Object.fromEntries(both) };
  });

/** The marks of one layer: its items' spans, with what they are there. */
function marksOf(kind: Kind, layers: Annotations): readonly PageMark[] {
  const one = (role: string, { start, end }: Span): PageMark => [role, start, end];
  switch (kind) {
    case "names":
      return (layers.names ?? []).map((name) => one(name.type, name));
    case "times":
      return (layers.times ?? []).map((time) => one(time.type, time));
    case "attribution":
      return (layers.attribution ?? []).flatMap(({ source, cue, content }) => [
        ...content.map((span) => one("content", span)),
        ...source.map((span) => one("source", span)),
        ...cue.map((span) => one("cue", span)),
      ]);
    case "coreference":
      return (layers.coreference ?? []).map((mention) => one(mention.type, mention));
    case "claims":
      return (layers.claims ?? []).map((sentence) => one("claim", sentence));
  }
}
