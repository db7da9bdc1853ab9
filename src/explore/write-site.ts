import { VERSION } from "../model/version.js";
import { sha256 } from "../text/sha256.js";
import { ARTICLES_A_BATCH, articleBatch } from "./article-data.js";
import { coreData } from "./core-data.js";
import { articleKey, dataScript } from "./data-script.js";
import { indexPage } from "./index-page.js";
import { nameBucket, prepareNames } from "./name-data.js";
import { openCorpus } from "./open-corpus.js";
import type { PageFiles } from "./page-files.js";
import { quoteChunk } from "./quote-data.js";
import { articlePath } from "./site-data.js";
import { openSiteFolder, type Written } from "./site-folder.js";

/** Where a site goes, and what stands on its pages. */
export interface SiteOptions {
  readonly folder: string;
  readonly page: PageFiles;
  /** Stands on every page; 'Copydesk' when absent. */
  readonly title?: string;
  /** Told now and then how many articles of how many are written. */
  readonly onProgress?: (written: number, all: number) => void;
}

/** What a site shows, and its folder. */
export interface SiteResult extends Written {
  readonly articles: number;
  readonly quotes: number;
  readonly names: number;
}

/**
 * Writes a static site over a corpus: one page, its script and style, and data files that the page loads as it needs them.
 * The same corpus gives the same bytes. Throws an InputError for a folder that is no corpus, or no place for a site.
 */
export async function writeSite(corpusFolder: string, options: SiteOptions): Promise<SiteResult> {
  const corpus = await openCorpus(corpusFolder);
  try {
    const site = openSiteFolder(options.folder);
    const data = (name: string, content: unknown): void => site.write(`data/${name}.js`, dataScript(name, content));
    const core = await coreData(corpus);
    data("core", core);
    for (let chunk = 0; chunk < Math.max(1, core.chunks); chunk++) {
      data(`quotes-${chunk}`, await quoteChunk(corpus, chunk));
    }
    await prepareNames(corpus, Math.max(1, core.buckets));
    for (let bucket = 0; bucket < core.buckets; bucket++) {
      data(`names-${bucket}`, await nameBucket(corpus, bucket, core.buckets));
    }
    const all = core.articles.keys.length;
    for (let from = 0; from < all; from += ARTICLES_A_BATCH) {
      for (const [id, article] of await articleBatch(corpus, from)) {
        const key = articleKey(id);
        site.write(articlePath(key), dataScript(key, article));
      }
      options.onProgress?.(Math.min(all, from + ARTICLES_A_BATCH), all);
    }
    site.write("site.js", options.page.script);
    site.write("site.css", options.page.style);
    const version = sha256([VERSION, corpus.digest, options.page.script].join("\n")).slice(0, 12);
    site.write("index.html", indexPage({ title: options.title ?? "Copydesk", version }));
    return { ...site.finish(), articles: all, quotes: core.quotes, names: core.names.ids.length };
  } finally {
    corpus.database.close();
  }
}
