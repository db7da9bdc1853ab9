/** How a word is written, which its uncased pieces no longer tell. The order is that of the manifest's `input.shapes`. */
export const SHAPES = ["lower", "title", "upper", "mixed", "digit", "punctuation"] as const;

const UNKNOWN = "[UNK]";
/** Entries kept; a long-running process must not grow without end. */
const MAX_CACHED = 200_000;

/** Word pieces of single tokens: ids into the model's vocabulary, and the token's shape. */
export interface WordPieces {
  readonly startId: number;
  readonly endId: number;
  readonly of: (token: string) => TokenPieces;
}

/** A token as the model's vocabulary has it. */
export interface TokenPieces {
  /** At least one. */
  readonly ids: readonly number[];
  /** Index into {@link SHAPES}. */
  readonly shape: number;
}

/**
 * Greedy longest-match word pieces over a vocabulary, at most `most` a token. What a token gives depends on the token
 * alone, so results are cached.
 */
export function wordPieces(vocabulary: readonly string[], most: number): WordPieces {
  const ids = new Map(vocabulary.map((piece, id) => [piece, id]));
  const cache = new Map<string, TokenPieces>();
  const unknown = ids.get(UNKNOWN)!;
  const split = (token: string): TokenPieces => {
    const found = splitPunctuation(fold(token)).flatMap((part) => match(part, ids) ?? [unknown]);
    return { ids: found.length > 0 ? found.slice(0, most) : [unknown], shape: shapeOf(token) };
  };
  return {
    startId: ids.get("[CLS]")!,
    endId: ids.get("[SEP]")!,
    of: (token) => {
      const known = cache.get(token);
      if (known !== undefined) return known;
      const pieces = split(token);
      if (cache.size < MAX_CACHED) cache.set(token, pieces);
      return pieces;
    },
  };
}

/** Ids of the pieces of a folded part; undefined when some of it is in no piece. */
function match(part: string, ids: ReadonlyMap<string, number>): readonly number[] | undefined {
  const characters = Array.from(part);
  const found: number[] = [];
  for (let start = 0; start < characters.length; ) {
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end--) {
      id = ids.get((start > 0 ? "##" : "") + characters.slice(start, end).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) return undefined;
    found.push(id);
    start = end;
  }
  return found;
}

/** Index into {@link SHAPES}: 'said' lower, 'Kim' title, 'NATO' upper, 'McCain' mixed, '1996-08-30' digit, '—' punctuation. */
export function shapeOf(token: string): number {
  const letters = Array.from(token).filter((c) => c.toLowerCase() !== c || c.toUpperCase() !== c);
  const isUpper = letters.map((c) => c.toLowerCase() !== c);
  if (letters.length === 0) return SHAPES.indexOf(/[0-9]/.test(token) ? "digit" : "punctuation");
  if (!isUpper.includes(true)) return SHAPES.indexOf("lower");
  if (isUpper[0] && !isUpper.slice(1).includes(true)) return SHAPES.indexOf("title");
  return SHAPES.indexOf(isUpper.includes(false) ? "mixed" : "upper");
}

/** Lower case without accents or control characters. */
const fold = (token: string): string =>
  token
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cc}\p{Cf}]/gu, "");

/** Runs of other characters, and each punctuation mark or ASCII symbol alone. */
const splitPunctuation = (word: string): readonly string[] =>
  word.match(/[\p{P}\s!-/:-@[-`{-~]|[^\p{P}\s!-/:-@[-`{-~]+/gu) ?? [];
