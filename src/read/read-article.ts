import type { Article } from "../model/article.js";
import { InputError } from "../model/errors.js";
import type { ReadOptions } from "./read-inputs.js";
import { readFile } from "./read-inputs.js";

/**
 * The one article in a file of any format that `readInputs` knows. Rejects with an InputError, which names file, line
 * and mend, when the file cannot be read or holds several articles.
 */
export async function readArticle(file: string, options: Pick<ReadOptions, "limits"> = {}): Promise<Article> {
  let article: Article | undefined;
  for await (const item of readFile(file, options)) {
    if (item.error !== undefined) throw new InputError(item.error.message, item.error);
    if (article !== undefined) throw new InputError("holds several articles; read them with readInputs", { file });
    article = item.article;
  }
  if (article === undefined) throw new InputError("holds no article; give one with a text", { file });
  return article;
}
