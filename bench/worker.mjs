/** Sends articles through `copydesk worker`, one process, and gives what came back, in order. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The built command. COPYDESK_BIN names another build. */
export const BIN = process.env.COPYDESK_BIN ?? fileURLToPath(new URL("../dist/src/cli/bin.js", import.meta.url));

/** @param {object[]} articles @param {string} pipeline @returns {Promise<object[]>} a knowledge file or {id, error} each */
export async function throughWorker(articles, pipeline) {
  const child = spawn(process.execPath, [BIN, "worker", "--pipeline", pipeline], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const feeding = feed(child.stdin, articles);
  const results = [];
  for await (const line of createInterface({ input: child.stdout })) results.push(JSON.parse(line));
  await feeding;
  if (results.length !== articles.length)
    throw new Error(`${articles.length} articles in, ${results.length} lines out`);
  return results;
}

async function feed(stdin, articles) {
  for (const article of articles) {
    if (!stdin.write(`${JSON.stringify(article)}\n`)) await once(stdin, "drain");
  }
  stdin.end();
}
