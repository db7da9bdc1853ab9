import { VERSION } from "../model/version.js";
import type { RunIdentity } from "../run/article-key.js";
import type { Ready } from "../run/pool-protocol.js";
import { codeDigest } from "./code-digest.js";
import { LOOKS_LIKE_A_PATH } from "./pipeline-choice.js";

/** What reads the articles of a run, for the keys of its journal. */
export const runIdentity = (
  { pipeline, text }: { readonly pipeline: string; readonly text: boolean },
  { name, model }: Ready,
): RunIdentity => ({
  version: VERSION,
  code: codeDigest(LOOKS_LIKE_A_PATH.test(pipeline) ? pipeline : undefined),
  pipeline: name,
  model,
  withText: text,
});
