import { createHash } from "node:crypto";
import type { Article } from "../model/article.js";

/** All that a knowledge file's bytes follow from, the article aside. */
export interface RunIdentity {
  readonly version: string;
  /** Digest of the program's own code and word lists, and of a pipeline module of the user's. */
  readonly code: string;
  readonly pipeline: string;
  readonly model: string | null;
  readonly withText: boolean;
}

/** A web page as it was stored, not yet read. */
export interface RawContent {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** What else the reading goes by: the declared charset, the address. */
  readonly meta: string;
}

/**
 * The digest under which a finished article stands in the journal: 32 hex digits. The same key means the same bytes, so
 * the article need not be read again.
 */
export function articleKey(
  run: RunIdentity,
  content: { readonly article: Article; readonly notes: readonly string[] } | RawContent,
): string {
  const { version, code, pipeline, model, withText } = run;
  const hash = createHash("sha256").update(JSON.stringify([version, code, pipeline, model, withText]), "utf8");
  if ("article" in content) hash.update(JSON.stringify([content.article, content.notes]), "utf8");
  else hash.update(JSON.stringify([content.id, content.meta]), "utf8").update(content.bytes);
  return hash.digest("hex").slice(0, 32);
}
