import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Reader } from "../emit/reader.js";
import { brat } from "../evaluate/gold/brat.js";
import type { GoldArticle, GoldFile } from "../evaluate/gold/gold-article.js";
import { labelStudioTasks } from "../evaluate/gold/label-studio.js";
import { draftOf } from "../evaluate/prediction.js";
import { KNOWLEDGE_SUFFIX } from "../model/knowledge-path.js";
import { readInputs } from "../read/read-inputs.js";
import { replaceFile } from "../run/replace-file.js";
import { UsageError } from "./exit.js";
import { type Failure, failureOf } from "./failure.js";
import { bratSetup, labelStudioSetup } from "./gold-setup.js";
import { readKnowledge } from "./knowledge-index.js";
import { readOne } from "./one-article.js";
import { choosePipeline } from "./pipeline-choice.js";

/** Forms that a draft is written in. */
export type DraftFormat = "brat" | "label-studio";

/** What a run of `gold new` did. */
export interface Drafted {
  readonly articles: readonly GoldArticle[];
  /** Paths written, and those that stood there already with the same bytes. */
  readonly files: readonly string[];
  readonly failed: number;
}

/**
 * Reads articles (or takes knowledge files as they are) and writes what the pipeline found as gold drafts for a person to
 * correct, with what the tool has to be told of the labels. All articles are held until they are written: this is for
 * test sets, not for feeds. Throws a UsageError when a file that differs stands there already, before writing any.
 */
export async function draftGold(
  inputs: readonly string[],
  options: {
    readonly format: DraftFormat;
    readonly folder: string;
    readonly pipeline: string;
    readonly force: boolean;
    readonly stdin: AsyncIterable<Uint8Array>;
    readonly onFailure: (failure: Failure) => void;
  },
): Promise<Drafted> {
  const articles: GoldArticle[] = [];
  let failed = 0;
  for await (const item of drafts(inputs, options)) {
    if ("text" in item) articles.push(item);
    else {
      failed++;
      options.onFailure(item);
    }
  }
  const files = articles.length === 0 ? [] : filesOf(articles, options.format);
  const paths = files.map(({ path }) => join(options.folder, path));
  if (!options.force) await refuseOthers(paths, files);
  await mkdir(options.folder, { recursive: true }).catch((cause: unknown) => {
    throw new UsageError(`cannot make the folder ${options.folder}; name another with -o`, { cause });
  });
  for (const [index, { content }] of files.entries()) await replaceFile(paths[index]!, content);
  return { articles, files: paths, failed };
}

const filesOf = (articles: readonly GoldArticle[], format: DraftFormat): readonly GoldFile[] =>
  format === "brat"
    ? [...brat.write(articles), bratSetup()]
    : [{ path: "tasks.json", content: labelStudioTasks(articles, "predictions") }, labelStudioSetup()];

/** Drafts are corrected by hand: one that differs is somebody's work. */
async function refuseOthers(paths: readonly string[], files: readonly GoldFile[]): Promise<void> {
  for (const [index, path] of paths.entries()) {
    const standing = await readFile(path, "utf8").catch(() => undefined);
    if (standing !== undefined && standing !== files[index]!.content) {
      throw new UsageError(
        `${path} exists and is not the same; name another folder with -o, or overwrite with --force`,
      );
    }
  }
}

async function* drafts(
  inputs: readonly string[],
  options: { readonly pipeline: string; readonly stdin: AsyncIterable<Uint8Array> },
): AsyncGenerator<GoldArticle | Failure> {
  const written = inputs.filter((path) => path.endsWith(KNOWLEDGE_SUFFIX));
  for (const path of written) {
    const found = await readKnowledge({ name: path, path });
    yield "message" in found ? { ...found, stage: "read" } : draft(found, { file: path });
  }
  const articles = inputs.filter((path) => !written.includes(path));
  if (articles.length === 0) return;
  let reader: Reader | undefined;
  for await (const item of readInputs(articles, { stdin: options.stdin })) {
    if (item.error) {
      yield { ...item.error, stage: "read" };
      continue;
    }
    const place = { ...item.origin, id: item.article.id };
    reader ??= await choosePipeline(options.pipeline);
    try {
      yield draft((await readOne(reader, item, { withText: true, layout: "line" })).file, place);
    } catch (error) {
      yield { ...place, ...failureOf(error) };
    }
  }
}

function draft(file: Parameters<typeof draftOf>[0], place: { readonly file: string }): GoldArticle | Failure {
  if (file.article.text !== undefined) return draftOf(file);
  return { ...place, stage: "read", message: "was written without its text; extract it again without --no-text" };
}
