import { Worker } from "node:worker_threads";
import { InputError } from "../model/errors.js";
import { openStored } from "../read/raw-page.js";
import type { Answer, FromWorker, Task, WorkerSetup } from "../run/pool-protocol.js";
import { failureOf } from "./failure.js";
import { readOne } from "./one-article.js";
import { choosePipeline } from "./pipeline-choice.js";
import { countsOf } from "./tally.js";

/**
 * A worker process of the pool: loads a pipeline and reads what it is sent, one article after the other. It is its parent's
 * to end: signals for the whole group are passed over, so that an article under way is finished.
 */
/**
 * A process that does not let go of an article cannot hear that its parent is gone; this thread can. Looks each second.
 */
const ORPHAN_GUARD = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => process.ppid === workerData || process.kill(process.pid, "SIGKILL"), 1000);
`;

const { pipeline, gazetteer, withText, layout } = JSON.parse(process.argv[2] ?? "{}") as WorkerSetup;
const tell = (message: FromWorker): void => {
  process.send?.(message);
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.on("disconnect", () => process.exit(0));
new Worker(ORPHAN_GUARD, { eval: true, workerData: process.ppid }).unref();

try {
  const reader = await choosePipeline(pipeline, gazetteer);
  const answerTo = async (task: Task): Promise<Answer> => {
    try {
      const item = await openStored("page" in task ? task : { ...task, origin: { file: "" } });
      if (item.error) throw new InputError(item.error.message);
      const { file, json } = await readOne(reader, item, { withText, layout });
      return { json, counts: countsOf(file) };
    } catch (error) {
      return { error: failureOf(error) };
    }
  };
  process.on("message", async (task: Task) => {
    tell({ answer: await answerTo(task), resident: process.memoryUsage.rss() });
  });
  tell({ ready: { name: reader.name, model: reader.model } });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  tell({ fatal: { name, message } });
}
