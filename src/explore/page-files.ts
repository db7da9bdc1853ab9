import { existsSync, readFileSync } from "node:fs";

/** The page's own script and style, the same for every site. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

/** Reads what the build bundled beside this module. Throws when there is no build. */
export function pageFiles(): PageFiles {
  const read = (name: string): string => {
    const url = new URL(`./page/${name}`, import.meta.url);
    if (!existsSync(url)) throw new Error(`${name} is not bundled; run npm run build`);
    return readFileSync(url, "utf8");
  };
  return { script: read("site.js"), style: read("site.css") };
}
