import { WriteError } from "./errors.js";
import { distinctFileNameFor, fileKey, fileNameFor } from "./file-name.js";

/** What an article's id and place got it in this run. */
export type Claim =
  | { readonly isDuplicate: false; readonly name: string }
  /** The same article, to the last byte, was taken before under this id. */
  | { readonly isDuplicate: true };

export interface Claims {
  /**
   * The file name for an article's id. `previous` is the name it had in an earlier run. Throws a WriteError when another
   * article of this run has the id.
   */
  readonly take: (id: string, origin: string, key: string, previous?: string) => Claim;
  /** Lets go what was taken from a file, which is to be read again. */
  readonly release: (file: string) => void;
}

/** Sees to it that one id is one article, and one file name one id, in a run. */
export function claims(): Claims {
  const taken = new Map<string, { readonly id: string; readonly origin: string; readonly key: string }>();
  return {
    take: (id, origin, key, previous) => {
      for (const name of [...(previous === undefined ? [] : [previous]), fileNameFor(id), distinctFileNameFor(id)]) {
        const nameKey = fileKey(name);
        const holder = taken.get(nameKey);
        if (holder?.id === id && holder.key === key) return { isDuplicate: true };
        if (holder?.id === id) {
          throw new WriteError(
            `id '${id}' is also the id of the article from ${holder.origin}; one id, one article: change one, or extract them into two folders`,
          );
        }
        if (holder) continue;
        taken.set(nameKey, { id, origin, key });
        return { isDuplicate: false, name };
      }
      throw new WriteError(`no file name is left for id '${id}'; change the id`);
    },
    release: (file) => {
      for (const [name, { origin }] of taken) if (origin === file || origin.startsWith(`${file}:`)) taken.delete(name);
    },
  };
}
