import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { formatNamed, formatOf, isCompanion } from "../evaluate/gold/formats.js";
import type { GoldArticle, GoldFile, GoldFormat } from "../evaluate/gold/gold-article.js";
import { InputError } from "../model/errors.js";
import { addTo } from "../text/grouped.js";
import { UsageError } from "./exit.js";

/** Gold articles that are scored together. */
export interface GoldCorpus {
  readonly name: string;
  readonly articles: readonly GoldArticle[];
}

/** Formats with a file for each article: there the folder is the corpus; in the others the file is. */
const ONE_EACH = new Set(["brat", "bio", "timeml"]);

interface Found {
  readonly file: GoldFile;
  readonly format: GoldFormat;
}

/**
 * Reads gold files and folders of them. A corpus is named after its file, or its folder, or `corpus` when that is given.
 * Throws an InputError with the first place where gold does not fit its text, and a UsageError when there is no gold.
 */
export async function readGold(
  paths: readonly string[],
  options: { readonly format?: string; readonly corpus?: string },
): Promise<readonly GoldCorpus[]> {
  const forced = options.format === undefined ? undefined : formatNamed(options.format);
  const found = new Map<string, Found>();
  for (const path of paths) {
    for (const one of await foundAt(path, forced)) found.set(resolve(one.file.path), one);
  }
  if (found.size === 0) {
    throw new UsageError(`${paths.join(", ")}: no gold file; docs/evaluate.md lists the formats, --format names one`);
  }
  const groups = new Map<string, Found[]>();
  for (const one of found.values()) {
    const { file, format } = one;
    const key = ONE_EACH.has(format.name) ? `${format.name} ${dirname(resolve(file.path))}` : resolve(file.path);
    addTo(groups, key, one);
  }
  const read = await Promise.all([...groups.values()].map((group) => corpusOf(group)));
  const corpora =
    options.corpus === undefined
      ? read
      : [{ name: options.corpus, articles: read.flatMap(({ articles }) => articles) }];
  for (const { name, articles } of corpora)
    refuseTwice(
      name,
      articles.map(({ id }) => id),
      "article id",
    );
  refuseTwice(
    "the command",
    corpora.map(({ name }) => name),
    "corpus name",
  );
  return corpora;
}

async function corpusOf(group: readonly Found[]): Promise<GoldCorpus> {
  const [{ file, format }] = group as readonly [Found];
  const companions = await Promise.all(group.map((one) => companionsOf(one.file)));
  const articles = format.read([...group.map((one) => one.file), ...companions.flat()]);
  if (articles.length === 0) throw new UsageError(`${file.path}: no article in it (read as ${format.name})`);
  const folder = basename(dirname(resolve(file.path)));
  return { name: ONE_EACH.has(format.name) ? folder : basename(file.path).replace(/\.[^.]+$/, ""), articles };
}

/** The files at a path: a gold file named outright must be one; a folder gives those it holds, at any depth. */
async function foundAt(path: string, forced: GoldFormat | undefined): Promise<readonly Found[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (cause: unknown) => {
      throw new UsageError(`cannot read ${path}: no such file or folder, or no right to it; check the path`, { cause });
    },
  );
  if (!isFolder) {
    const file = await goldFile(path);
    const format = forced ?? formatOf(file);
    if (format) return [{ file, format }];
    throw new UsageError(`${path}: its gold format cannot be told; name it with --format (see docs/evaluate.md)`);
  }
  const names = (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !isCompanion(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = await Promise.all(
    names.filter((name) => /\.(ann|bio|iob2?|conll|conllu|tml|tsv|json|jsonl|ndjson)$/.test(name)).map(goldFile),
  );
  return files.flatMap((file) => {
    const format = forced ?? formatOf(file);
    return format === undefined ? [] : [{ file, format }];
  });
}

const goldFile = async (path: string): Promise<GoldFile> => ({ path, content: await readFile(path, "utf8") });

/** The text and the record that stand beside a file, where they do. */
async function companionsOf({ path }: GoldFile): Promise<readonly GoldFile[]> {
  const stem = path.replace(/\.[^./\\]+$/, "");
  const beside = [`${stem}.txt`, `${stem}.record.json`].filter((name) => name !== path);
  const read = await Promise.all(beside.map((name) => goldFile(name).catch(() => undefined)));
  return read.filter((file) => file !== undefined);
}

function refuseTwice(where: string, names: readonly string[], what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new InputError(`${where}: the ${what} '${twice}' is there twice; rename one`);
}
