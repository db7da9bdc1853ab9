import type { SiteResult } from "../explore/write-site.js";
import { table } from "./table.js";

/** Writes the site of a corpus, with progress where a terminal shows it. */
export async function writeSiteOf(
  corpus: string,
  options: { readonly folder: string; readonly title?: string | undefined; readonly quiet: boolean },
): Promise<SiteResult> {
  const [{ writeSite }, { pageFiles }] = await Promise.all([
    import("../explore/write-site.js"),
    import("../explore/page-files.js"),
  ]);
  const showsProgress = process.stderr.isTTY === true && !options.quiet;
  const result = await writeSite(corpus, {
    folder: options.folder,
    page: pageFiles(),
    ...(options.title === undefined ? {} : { title: options.title }),
    onProgress: (written, all) => showsProgress && process.stderr.write(`\r${written} of ${all} articles`),
  });
  if (showsProgress) process.stderr.write("\r\u001B[K");
  return result;
}

/** What was written, for people. */
export const siteSummary = (result: SiteResult, folder: string, seconds: number): string =>
  table([
    ["site", `${folder}/index.html: open it in a browser, no server needed`],
    ["shows", `${result.articles} articles · ${result.quotes} quotes · ${result.names} names`],
    ["files", `${result.files}: written ${result.changed} · removed ${result.removed}`],
    ["megabytes", (result.bytes / 1e6).toFixed(1)],
    ["seconds", seconds.toFixed(1)],
  ]);
