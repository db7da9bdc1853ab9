/** Bundles the script of the pages that `copydesk explore` writes, with its style. Made by the build, and by tests. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const page = new URL("../src/explore/page/", import.meta.url);

/** Files of the style, later ones over earlier ones. */
const STYLES = ["frame", "plots", "lists", "article", "paper"];

/** The script and the style as texts; the same sources give the same bytes. */
export async function bundlePage() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("main.ts", page))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "ascii",
    banner: { js: "/* Copydesk, Apache-2.0. Holds MiniSearch by Luca Ongaro, MIT. */" },
    logLevel: "warning",
  });
  const marks = await transform(await readFile(new URL("../../show/mark-style.ts", page), "utf8"), { loader: "ts" });
  const { MARK_STYLE } = await import(`data:text/javascript,${encodeURIComponent(marks.code)}`);
  const own = await Promise.all(STYLES.map((name) => readFile(new URL(`style/${name}.css`, page), "utf8")));
  const style = await transform([MARK_STYLE, ...own].join("\n"), { loader: "css", minify: true, charset: "utf8" });
  return { script: outputFiles[0].text, style: style.code };
}
