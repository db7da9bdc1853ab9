import { existsSync } from "node:fs";
import { VERSION } from "../model/version.js";
import type { RunIdentity } from "../run/article-key.js";
import type { Ready } from "../run/pool-protocol.js";
import { codeDigest } from "./code-digest.js";
import { LOOKS_LIKE_A_PATH } from "./pipeline-choice.js";

/**
 * What reads the articles of a run, for the keys of its journal. The program's files are read while the first worker
 * process gets ready.
 */
export async function runIdentity(
  { pipeline, gazetteer, text }: { readonly pipeline: string; readonly gazetteer?: string; readonly text: boolean },
  ready: Promise<Ready>,
): Promise<RunIdentity> {
  const code = codeDigest([
    ...(LOOKS_LIKE_A_PATH.test(pipeline) && existsSync(pipeline) ? [pipeline] : []),
    ...(gazetteer === undefined ? [] : [gazetteer]),
  ]);
  const { name, model } = await ready;
  return { version: VERSION, code, pipeline: name, model, withText: text };
}
