import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inOrder } from "../core/batch.js";
import type { Reader } from "../emit/reader.js";
import { type Floors, parseFloors, serializeFloors } from "../evaluate/floors/floors.js";
import { isFailure, judge, updated, type Verdict } from "../evaluate/floors/gate.js";
import type { GoldArticle, Kind } from "../evaluate/gold/gold-article.js";
import { type Prediction, predictionOf } from "../evaluate/prediction.js";
import type { EvaluatedCorpus, Report } from "../evaluate/report/report.js";
import { score } from "../evaluate/score/score.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { sha256 } from "../text/sha256.js";
import { UsageError } from "./exit.js";
import { failureOf } from "./failure.js";
import type { GoldCorpus } from "./gold-in.js";
import { indexKnowledge, readKnowledge } from "./knowledge-index.js";
import type { Progress } from "./progress.js";

/** Gives the knowledge file of a gold article. */
export type Predict = (article: GoldArticle) => Promise<KnowledgeFile>;

/** What {@link evaluate} runs and whom it tells. */
export interface EvaluateOptions {
  readonly pipeline: string;
  readonly model: string | null;
  readonly predict: Predict;
  readonly kinds: readonly Kind[];
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Told of each article that could not be read, on one line. */
  readonly onFailure: (line: string) => void;
}

/** Runs a pipeline over gold and scores it. An article that fails counts as read with nothing found, and is told. */
export async function evaluate(
  corpora: readonly GoldCorpus[],
  options: EvaluateOptions,
): Promise<{ readonly corpora: readonly EvaluatedCorpus[]; readonly failed: number }> {
  const all = corpora.reduce((sum, { articles }) => sum + articles.length, 0);
  let [done, failed] = [0, 0];
  const evaluated: EvaluatedCorpus[] = [];
  for (const { name, articles } of corpora) {
    const predicted: Prediction[] = [];
    const work = async (article: GoldArticle): Promise<Prediction> => predictionOf(await options.predict(article));
    for await (const outcome of inOrder(each(articles), work, { jobs: options.jobs, signal: options.signal })) {
      done++;
      if (outcome.ok) predicted.push(outcome.value);
      else {
        failed++;
        predicted.push(NOTHING);
        const { stage, message } = failureOf(outcome.error);
        options.progress.clear();
        options.onFailure(`${name} (id ${outcome.item.id}): ${stage}: ${message}`);
      }
      options.progress.update({ share: done / all, done, failed, last: outcome.item.id });
    }
    const read = articles.slice(0, predicted.length); // fewer after an interrupt
    const judged = read.map((gold, index) => ({ gold, predicted: predicted[index]! }));
    const kinds = score(judged, options.kinds);
    evaluated.push({ corpus: name, pipeline: options.pipeline, articles: read, predicted, kinds });
  }
  options.progress.clear();
  return { corpora: evaluated, failed };
}

const NOTHING: Prediction = { names: [], times: [], attribution: [], coreference: [], claims: [] };

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** Reads gold articles with a pipeline. */
export const byPipeline =
  (reader: Reader): Predict =>
  ({ id, text, published, title, url }) =>
    reader.read({
      id,
      text,
      ...(published ? { published } : {}),
      ...(title ? { title } : {}),
      ...(url ? { url } : {}),
    });

/** Takes what was read before from knowledge files, by the articles' ids. Throws a UsageError when there are none. */
export async function byKnowledge(path: string): Promise<Predict> {
  const { ids, failures } = await indexKnowledge(path);
  if (ids.size === 0) throw new UsageError(`${path}: ${failures[0]?.message ?? "no knowledge file"}`);
  return async ({ id, text }) => {
    const place = ids.get(id);
    if (place === undefined) throw new Error(`no knowledge file of this article in ${path}`);
    const file = await readKnowledge(place);
    if ("message" in file) throw new Error(file.message);
    if (file.article.sha256 === sha256(text)) return file;
    throw new Error(`${place.name} was read from another text than the gold's`);
  };
}

/** Reads a floors file; one that is not there has no floors yet. */
export async function readFloors(path: string): Promise<Floors> {
  try {
    return parseFloors(await readFile(path, "utf8"), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { corpora: {} };
    throw error;
  }
}

/** Sets scores against a floors file, and pins them when asked. `failed` are the verdicts that fail the run. */
export async function gate(
  corpora: readonly EvaluatedCorpus[],
  path: string,
  options: { readonly tolerance: number; readonly update: boolean; readonly allowRegression: boolean },
): Promise<{ readonly verdicts: readonly Verdict[]; readonly failed: readonly Verdict[] }> {
  const floors = await readFloors(path);
  const verdicts = corpora.flatMap((corpus) => judge(corpus, floors, options));
  if (!options.update) return { verdicts, failed: verdicts.filter(isFailure) };
  const next = updated(floors, verdicts, options);
  await writeFile(path, serializeFloors(next.floors));
  return { verdicts: corpora.flatMap((corpus) => judge(corpus, next.floors, options)), failed: next.refused };
}

/** Writes every form of the report into a folder, made when it is not there. Gives the file names. */
export async function writeReports(folder: string, report: Report): Promise<readonly string[]> {
  const [{ jsonReport }, { markdownReport }, { junitReport }, { errorPage }] = await Promise.all([
    import("../evaluate/report/json.js"),
    import("../evaluate/report/markdown.js"),
    import("../evaluate/report/junit.js"),
    import("../evaluate/report/page.js"),
  ]);
  const files = {
    "report.json": jsonReport(report),
    "report.md": markdownReport(report),
    "report.xml": junitReport(report),
    "errors.html": errorPage(report),
  };
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  } catch (cause) {
    throw new UsageError(`cannot write into ${folder} (${(cause as Error).message}); name another with --output`, {
      cause,
    });
  }
  return Object.keys(files);
}
