import { digestMap, digestNumber } from "./digest-map.js";
import { WriteError } from "./errors.js";
import { distinctFileNameFor, fileKey, fileNameFor } from "./file-name.js";

/** What an article's id got it in this run. */
export type Claim =
  | { readonly isDuplicate: false; readonly name: string }
  /** The same article, to the last byte, was taken before under this id. */
  | { readonly isDuplicate: true };

/** An article that asks for its file name. */
export interface Claimant {
  readonly id: string;
  readonly key: string;
  /** Where it was read from. */
  readonly file: string;
  readonly line?: number;
}

/** What the journal says of the id: the place it was last read from, and its file's name. */
export interface Earlier {
  readonly file: string;
  readonly line?: number;
  readonly name: string;
}

/** Who has which id and file name in a run. */
export interface Claims {
  /** The file name for an article. Throws a WriteError when another article of this run has its id. */
  readonly take: (article: Claimant, earlier?: Earlier) => Claim;
  /** Says that a file is read again, because it has changed: its articles may take their names again. */
  readonly readAgain: (file: string) => void;
}

/** Articles whose place is held for messages, until the journal has it: more than are ever under way. */
const RECENT = 4096;

/** Sees to it that one id is one article, and one file name one id, in a run. Takes some 60 bytes an article. */
export function claims(): Claims {
  const taken = digestMap();
  const recent = new Map<string, string>();
  const again = new Set<string>();
  return {
    take: ({ id, key, file, line }, earlier) => {
      const [idNumber, keyNumber] = [digestNumber(id), digestNumber(key)];
      const usual = [fileNameFor(id), distinctFileNameFor(id)];
      for (const name of earlier === undefined ? usual : [earlier.name, ...usual]) {
        const nameKey = fileKey(name);
        const [holder, holderKey] = taken.get(nameKey) ?? [undefined, undefined];
        if (holder !== undefined && holder !== idNumber) continue;
        if (holder === idNumber) {
          if (holderKey === keyNumber) return { isDuplicate: true };
          const isReread = again.has(file) && earlier?.file === file && earlier.line === line;
          if (!isReread) throw new WriteError(takenMessage(id, recent.get(id) ?? (earlier && placeOf(earlier))));
        }
        taken.set(nameKey, [idNumber, keyNumber]);
        remember(recent, id, placeOf({ file, ...(line === undefined ? {} : { line }) }));
        return { isDuplicate: false, name };
      }
      throw new WriteError(`no file name is left for id '${id}'; change the id`);
    },
    readAgain: (file) => again.add(file),
  };
}

const takenMessage = (id: string, place = "an earlier place"): string =>
  `id '${id}' is also the id of the article from ${place}; one id, one article: change one, or extract them into two folders`;

const placeOf = ({ file, line }: { readonly file: string; readonly line?: number }): string =>
  line === undefined ? file : `${file}:${line}`;

function remember(recent: Map<string, string>, id: string, place: string): void {
  recent.set(id, place);
  if (recent.size <= RECENT) return;
  for (const oldest of recent.keys()) {
    recent.delete(oldest);
    return;
  }
}
