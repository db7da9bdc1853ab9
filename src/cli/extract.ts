import { inOrder } from "../core/batch.js";
import type { Reader } from "../emit/reader.js";
import { InputError } from "../model/errors.js";
import type { ReadItem } from "../read/read-item.js";
import { type Failure, failureLine, failureOf } from "./failure.js";
import type { Inputs } from "./input-files.js";
import { readOne, type Written } from "./one-article.js";
import type { OutputFolder } from "./output-folder.js";
import type { Progress } from "./progress.js";
import type { RunResult } from "./summary.js";
import { tallier } from "./tally.js";

export interface ExtractOptions {
  readonly reader: Reader;
  readonly folder: OutputFolder;
  readonly jobs: number;
  readonly withText: boolean;
  /** Stops at the first failure. */
  readonly failFast: boolean;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly shareOf: Inputs["shareOf"];
  /** Told of each failure as it happens, on one line. */
  readonly onFailure: (line: string) => void;
}

/** Reads articles and writes a knowledge file for each. A failed article is told and counted; the others go on. */
export async function extract(
  articles: AsyncIterable<ReadItem>,
  options: ExtractOptions,
): Promise<Pick<RunResult, "written" | "unchanged" | "failed" | "tally">> {
  const { reader, folder, withText, progress } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const tally = tallier();
  const failed: Failure[] = [];
  let written = 0;
  let unchanged = 0;

  const read = async (item: ReadItem): Promise<Written> => {
    if (item.error) throw new InputError(item.error.message);
    return readOne(reader, item, { withText, layout: "page" });
  };

  for await (const outcome of inOrder(articles, read, { jobs: options.jobs, signal })) {
    if (stop.signal.aborted) break; // what was under way when the first failure came is dropped
    const place = placeOf(outcome.item);
    try {
      if (!outcome.ok) throw outcome.error;
      const { file, json } = outcome.value;
      const { isNew } = await folder.write(file.article.id, origin(place), json);
      if (isNew) written++;
      else unchanged++;
      tally.add(file);
    } catch (error) {
      const failure: Failure = { ...place, ...failureOf(error) };
      failed.push(failure);
      progress.clear();
      options.onFailure(failureLine(failure));
      if (options.failFast) stop.abort();
    }
    const done = written + unchanged + failed.length;
    progress.update({ share: options.shareOf(done, place.file), done, failed: failed.length, last: origin(place) });
  }
  progress.clear();
  return { written, unchanged, failed, tally: tally.total() };
}

type Place = Pick<Failure, "file" | "line" | "id">;

function placeOf(item: ReadItem): Place {
  if (!item.error) return { ...item.origin, id: item.article.id };
  const { message: _, ...place } = item.error;
  return place;
}

const origin = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);
