import { faultGroups, type Report, wordsOf } from "./report.js";

/** The report for programs: every measure with its interval, every fault with its places and words, every verdict. */
export function jsonReport(report: Report): string {
  const { pipeline, model, corpora, verdicts } = report;
  return `${JSON.stringify(
    {
      pipeline,
      model,
      offsetUnit: "utf-16",
      corpora: corpora.map((corpus) => ({
        corpus: corpus.corpus,
        articles: corpus.articles.length,
        kinds: corpus.kinds.map((kind) => ({
          kind: kind.kind,
          articles: kind.articles.length,
          measures: kind.measures.map(({ name, group, precision, recall, score, interval, sum }) => ({
            name,
            type: group,
            precision,
            recall,
            score,
            interval,
            counts: sum,
          })),
          groups: faultGroups(corpus, kind).length,
          faults: kind.faults.map(({ article, kind: _, ...fault }) => {
            const id = kind.articles[article]!;
            const { text } = corpus.articles.find((one) => one.id === id)!;
            const words = { goldText: wordsOf(text, fault.gold), predictedText: wordsOf(text, fault.predicted) };
            return { article: id, ...fault, ...words };
          }),
        })),
      })),
      floors: verdicts.map(({ articles: _, ...verdict }) => verdict),
    },
    null,
    1,
  )}\n`;
}
