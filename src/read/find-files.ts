import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { EXTENSIONS, kindOfFile } from "./formats.js";
import { failureOf, type ReadFailure } from "./read-item.js";

/** A file to read, or why an input leads to none. */
export type Found = { readonly file: string } | { readonly failure: ReadFailure };

/**
 * The files that the inputs name, each once, in order of the inputs. A file named outright is always given; a folder or
 * glob gives, sorted by name, the files with a known extension (also before .gz), and leaves out whatever starts with a dot
 * and, telling `onPassedBy`, a folder's files of other kinds. Links to folders are not followed, so that no walk is endless.
 */
export async function* findFiles(
  inputs: readonly string[],
  onPassedBy: (file: string) => void = () => undefined,
): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const input of inputs) {
    let count = 0;
    for await (const found of filesOf(input, onPassedBy)) {
      count++;
      if ("file" in found && inputs.length > 1) {
        const path = resolve(found.file);
        if (seen.has(path)) continue;
        seen.add(path);
      }
      yield found;
    }
    if (count === 0) {
      yield {
        failure: { file: input, message: `holds no file to read; expected files ending in ${EXTENSIONS} (or .gz)` },
      };
    }
  }
}

async function* filesOf(input: string, onPassedBy: (file: string) => void): AsyncGenerator<Found> {
  if (input === "-") {
    yield { file: input };
    return;
  }
  try {
    const isFolder = (await stat(input)).isDirectory();
    if (isFolder) yield* walk(input, onPassedBy);
    else yield { file: input };
  } catch (thrown) {
    const failure = failureOf(thrown, { file: input });
    const matches = await matching(input);
    if (matches === null) yield { failure };
    else yield* matches.map((file) => ({ file }));
  }
}

async function* walk(folder: string, onPassedBy: (file: string) => void): AsyncGenerator<Found> {
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* walk(path, onPassedBy);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFileBehind(path)))) {
        if (kindOfFile(path).format !== undefined) yield { file: path };
        else onPassedBy(path);
      }
    }
  } catch (thrown) {
    yield { failure: failureOf(thrown, { file: folder }) };
  }
}

/** True for a link to a file, and for a dead link, which reading will report. */
const isFileBehind = (path: string): Promise<boolean> =>
  stat(path).then(
    (target) => target.isFile(),
    () => true,
  );

/** The readable files a glob matches, sorted; null for a name that is no glob. */
async function matching(pattern: string): Promise<readonly string[] | null> {
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(pattern)) return null;
  const options = { absolute: isAbsolute(pattern), dot: false, expandDirectories: false, followSymbolicLinks: false };
  const files = await glob(pattern, options);
  return files.filter((file) => kindOfFile(file).format !== undefined).sort();
}
