import { basename, resolve } from "node:path/posix";
import { asReady } from "../core/batch.js";
import { InputError } from "../model/errors.js";
import { openStored, type StoredItem } from "../read/raw-page.js";
import { articleKey, type RunIdentity } from "../run/article-key.js";
import type { Claims } from "../run/claims.js";
import { DiskError } from "../run/errors.js";
import type { DoneLine } from "../run/journal.js";
import { ATTEMPTS, type Pool, StartError } from "../run/pool.js";
import type { RunFolder } from "../run/run-folder.js";
import { type Failure, failureLine, failureOf, ToldError } from "./failure.js";
import type { FileIds } from "./file-ids.js";
import type { Inputs } from "./input-files.js";
import type { Progress } from "./progress.js";
import type { RunResult } from "./summary.js";
import { type Counts, tallier } from "./tally.js";

/** The parts of a run, and how it is to go. */
export interface ExtractOptions {
  readonly pool: Pool;
  readonly folder: RunFolder;
  readonly claims: Claims;
  readonly ids: FileIds;
  readonly identity: RunIdentity;
  readonly jobs: number;
  /** Reads every article again, and overwrites files that differ. */
  readonly force: boolean;
  /** Stops at the first failure. */
  readonly failFast: boolean;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly shareOf: Inputs["shareOf"];
  /** The command that tries an article again. */
  readonly retry: (failure: Failure) => string;
  /** Told of each failure as it happens, on one line. */
  readonly onFailure: (line: string) => void;
}

/** What became of one article. */
interface Outcome {
  readonly state: "written" | "unchanged" | "duplicate";
  readonly counts: Counts;
}

/** Articles under way for each worker process: one read, one being written, one at hand. */
const UNDER_WAY = 3;

/**
 * Reads articles and writes a knowledge file for each, unless its journal says that it stands. A failed article is told,
 * counted and put in quarantine; the others go on. Throws a DiskError when nothing more can be written, and a StartError
 * when no worker process starts.
 */
export async function extract(
  items: AsyncIterable<StoredItem>,
  options: ExtractOptions,
): Promise<Pick<RunResult, "written" | "unchanged" | "duplicates" | "failed" | "tally">> {
  const { folder, progress, jobs } = options;
  const { journal, quarantine } = folder;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const tally = tallier();
  const failed: Failure[] = [];
  const count = { written: 0, unchanged: 0, duplicate: 0 };
  let fatal: unknown;

  const work = (item: StoredItem): Promise<Outcome> => extractOne(item, options);
  for await (const outcome of asReady(items, work, { jobs: jobs * UNDER_WAY, signal })) {
    const place = placeOf(outcome.item);
    if (outcome.ok) {
      count[outcome.value.state]++;
      if (outcome.value.state !== "duplicate") tally.add(outcome.value.counts);
      quarantine.remove(place);
    } else if (outcome.error instanceof DiskError || outcome.error instanceof StartError) {
      fatal ??= outcome.error;
      stop.abort();
    } else {
      const failure: Failure = { ...place, ...failureOf(outcome.error) };
      failed.push(failure);
      try {
        journal.append({ event: "failed", ...failure });
        quarantine.add(quarantined(failure, outcome.item, options));
      } catch (error) {
        fatal ??= error;
        stop.abort();
      }
      progress.clear();
      options.onFailure(failureLine(failure));
      if (options.failFast) stop.abort();
    }
    const done = count.written + count.unchanged + count.duplicate + failed.length;
    progress.update({ share: options.shareOf(done), done, failed: failed.length, last: origin(place) });
  }
  progress.clear();
  if (fatal !== undefined) throw fatal;
  const { written, unchanged, duplicate: duplicates } = count;
  return { written, unchanged, duplicates, failed, tally: tally.total() };
}

async function extractOne(stored: StoredItem, options: ExtractOptions): Promise<Outcome> {
  const { pool, folder, claims, ids, identity, force } = options;
  const item = await withId(stored);
  if (item.error) throw new InputError(item.error.message);
  const { task, content, id } = taskOf(item);
  const place = { ...item.origin, id };
  const key = articleKey(identity, content);
  const before = folder.journal.doneOf(id);
  const claim = claims.take({ ...place, key }, before && { ...before, name: basename(before.path) });
  if (claim.isDuplicate) return { state: "duplicate", counts: {} };
  if (!force && before?.key === key && (await folder.files.holds(before))) {
    return { state: "unchanged", counts: before.counts };
  }
  const answer = await pool.read(task);
  if (answer.error) throw new ToldError(answer.error.stage, answer.error.message);
  const isSame = before !== undefined && (ids.idOf(place.file) !== id || resolve(before.file) === resolve(place.file));
  const path = folder.files.pathOf(id, claim.name);
  const { isNew, ...written } = await folder.files.write(path, answer.json, before && { done: before, isSame });
  const done: DoneLine = { event: "done", ...place, key, ...written, counts: answer.counts };
  folder.journal.append(done);
  return { state: isNew ? "written" : "unchanged", counts: answer.counts };
}

/** A page without an id has it from its text, so that has to be read first. */
const withId = async (item: StoredItem): Promise<StoredItem> =>
  item.page !== undefined && item.id === undefined ? await openStored(item) : item;

/** What a worker process is sent, and what of it the article's key goes by. */
function taskOf(item: Exclude<StoredItem, { readonly error: object }>) {
  if (item.article) {
    const task = { article: item.article, notes: item.notes };
    return { task, content: task, id: item.article.id };
  }
  const id = item.id ?? "";
  return { task: item, content: { id, bytes: item.page, meta: `${item.charset} ${item.url}` }, id };
}

const quarantined = (failure: Failure, item: StoredItem, { retry }: ExtractOptions) => {
  const { message: reason, ...place } = failure;
  return {
    ...place,
    reason,
    attempts: failure.stage === "worker" ? ATTEMPTS : 1,
    retry: retry(failure),
    ...(item.article ? { article: item.article } : {}),
  };
};

type Place = Pick<Failure, "file" | "line" | "id">;

function placeOf(item: StoredItem): Place {
  if (item.error) {
    const { message: _, ...place } = item.error;
    return place;
  }
  const id = item.page === undefined ? item.article.id : item.id;
  return id === undefined ? item.origin : { ...item.origin, id };
}

const origin = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);
