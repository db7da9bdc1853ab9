/** Where bad input stands; `line` counts from 1, `id` is the article's when its record could be read so far. */
export interface InputPlace {
  readonly file?: string;
  readonly line?: number;
  readonly id?: string;
}

/** Bad input: a file or record that cannot be read. The message names the file, the line and the mend. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** `reason` is the message without the place. */
  constructor(
    readonly reason: string,
    readonly place: InputPlace = {},
    options?: ErrorOptions,
  ) {
    const where = [place.file, place.line].filter((part) => part !== undefined).join(":");
    super(where === "" ? reason : `${where}: ${reason}`, options);
  }
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
