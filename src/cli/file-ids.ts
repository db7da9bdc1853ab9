import { resolve, sep } from "node:path";
import { kindOfFile } from "../read/formats.js";

/** Ids of articles in files that name none. */
export interface FileIds {
  /** The id of the article in a file that names none; undefined for formats of many records. */
  readonly idOf: (file: string) => string | undefined;
  /** True when the id was made here, with folders before the file's name. */
  readonly isMade: (id: string) => boolean;
}

/** Formats of one article a file. */
const SINGLE: ReadonlySet<string> = new Set(["text", "markdown", "html", "json"]);

/**
 * Ids for files: the base name; where another file has taken that, as many of its folders before it as make it another
 * ('story' of x/story.txt, then 'y/story' of y/story.txt). A file keeps its id when it is asked for again.
 */
export function fileIds(): FileIds {
  const holders = new Map<string, string>();
  const made = new Set<string>();
  return {
    idOf: (file) => {
      const { format, baseName } = kindOfFile(file);
      if (file === "-" || file.startsWith("/dev/") || (format !== undefined && !SINGLE.has(format))) return undefined;
      const path = resolve(file);
      const folders = path.split(sep).slice(0, -1);
      for (let count = 0; count <= folders.length; count++) {
        const id = [...folders.slice(folders.length - count), baseName].join("/");
        const holder = holders.get(id);
        if (holder !== undefined && holder !== path) continue;
        holders.set(id, path);
        if (count > 0) made.add(id);
        return id;
      }
      return path; // 'story.txt' and 'story.md' of one folder, all the way up
    },
    isMade: (id) => made.has(id),
  };
}
