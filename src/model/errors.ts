/** Bad input: a file or record that cannot be read. The message names the file, the line and the mend. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A word list that breaks the rules of word lists. */
export class LexiconError extends Error {
  override readonly name = "LexiconError";
}

/** Model weights that are missing or do not fit their manifest. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}

/** A bug in a stage, with the stage and the article it happened in; `cause` is what was thrown. */
export class StageError extends Error {
  override readonly name = "StageError";
  constructor(
    readonly stage: string,
    readonly articleId: string,
    cause: unknown,
  ) {
    super(`stage ${stage} failed on article ${articleId}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
