/** What the project uses of natural. */
export interface Natural {
  /** Jaro-Winkler similarity of two strings, 0 to 1, letters compared without case. */
  readonly similarity: (a: string, b: string) => number;
  /** Porter's stem of an English word. */
  readonly stem: (word: string) => string;
}

let loading: Promise<Natural> | undefined;

/**
 * Loads two modules of natural, once; about 20 ms. Never the package itself: its index takes a second, opens database
 * clients and reads a `.env` file from the working directory.
 */
export function loadNatural(): Promise<Natural> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Natural> {
  const [{ default: distance }, { default: porter }] = await Promise.all([
    import("natural/lib/natural/distance/jaro-winkler_distance.js"),
    import("natural/lib/natural/stemmers/porter_stemmer.js"),
  ]);
  return {
    similarity: (a, b) => distance(a, b, { ignoreCase: true }),
    stem: (word) => porter.stem(word),
  };
}
