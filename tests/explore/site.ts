import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildCorpus } from "../../src/corpus/build.js";
import { writeSite } from "../../src/explore/write-site.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { hostile } from "./hostile.js";

const FIXTURES = new URL("../../fixtures/articles/", import.meta.url);

/** The knowledge files that the site of these tests shows: the fixtures', and a hostile one. */
export const FILES: readonly KnowledgeFile[] = [...readdirSync(FIXTURES).sort().map(fixture), hostile()];

/** A fixture's knowledge file, with the text that it is kept without; the first one stays without. */
function fixture(name: string, n: number): KnowledgeFile {
  const file = JSON.parse(readFileSync(new URL(`${name}/knowledge.json`, FIXTURES), "utf8")) as KnowledgeFile;
  const text = readFileSync(new URL(`${name}/article.txt`, FIXTURES), "utf8");
  return n === 0 ? file : { ...file, article: { ...file.article, text } };
}

/** The page's script and style, bundled as the build does. */
export async function bundled(): Promise<{ readonly script: string; readonly style: string }> {
  const url = new URL("../../scripts/bundle-page.mjs", import.meta.url).href;
  const { bundlePage } = (await import(url)) as {
    bundlePage: () => Promise<{ readonly script: string; readonly style: string }>;
  };
  return bundlePage();
}

/** Builds a corpus of files in a folder, and the site over it. */
export async function siteOf(
  files: readonly KnowledgeFile[],
  folder: string,
  page: { readonly script: string; readonly style: string },
) {
  const input = join(folder, "input");
  mkdirSync(input, { recursive: true });
  for (const [n, file] of files.entries()) {
    writeFileSync(join(input, `${String(n).padStart(3, "0")}.knowledge.json`), JSON.stringify(file));
  }
  const { manifest } = await buildCorpus([input], { folder: join(folder, "corpus") });
  const site = join(folder, "site");
  return { site, manifest, result: await writeSite(join(folder, "corpus"), { folder: site, page }) };
}

/** What a data file of a site hands to the page. */
export function dataOf<Data>(site: string, name: string): Data {
  const given: unknown[] = [];
  new Function("copydesk", readFileSync(join(site, name), "utf8"))((_key: string, json: string) =>
    given.push(JSON.parse(json)),
  );
  return given[0] as Data;
}

/** All files of a folder, by name. */
export const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
