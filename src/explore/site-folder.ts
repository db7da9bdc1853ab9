import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../model/errors.js";

/** What a site's folder was written with. */
export interface Written {
  readonly files: number;
  readonly bytes: number;
  /** Files that are new or not as they were. */
  readonly changed: number;
  /** Files of an earlier site that this one has not. */
  readonly removed: number;
}

/** A folder that a site is written into. */
export interface SiteFolder {
  readonly write: (name: string, content: string) => void;
  /** Takes away what an earlier site left, and says what was done. */
  readonly finish: () => Written;
}

const MARK = "index.html";

/**
 * Opens a folder for a site; makes it when it is not there. Files that hold the same already are left alone, so that
 * copying the site elsewhere is quick. Throws an InputError for a folder that holds other things: `data/` in it is ours.
 */
export function openSiteFolder(folder: string): SiteFolder {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isSite(folder)) {
    throw new InputError("is not empty and no site of copydesk's; name another folder with -o", { file: folder });
  }
  const names = new Set<string>();
  let bytes = 0;
  let changed = 0;
  return {
    write: (name, content) => {
      const path = join(folder, name);
      const buffer = Buffer.from(content, "utf8");
      names.add(name);
      bytes += buffer.length;
      if (statSync(path, { throwIfNoEntry: false })?.size === buffer.length && readFileSync(path).equals(buffer))
        return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, buffer);
      changed++;
    },
    finish: () => ({ files: names.size, bytes, changed, removed: removeOthers(join(folder, "data"), "data", names) }),
  };
}

const isSite = (folder: string): boolean => {
  const file = join(folder, MARK);
  return existsSync(file) && readFileSync(file, "utf8").includes('<meta name="generator" content="copydesk explore">');
};

/** Removes files below `path` that are not among the names, and folders that are left empty. */
function removeOthers(path: string, name: string, names: ReadonlySet<string>): number {
  let removed = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = `${name}/${entry.name}`;
    if (entry.isDirectory()) {
      removed += removeOthers(join(path, entry.name), inner, names);
      if (readdirSync(join(path, entry.name)).length === 0) rmSync(join(path, entry.name), { recursive: true });
    } else if (!names.has(inner)) {
      rmSync(join(path, entry.name));
      removed++;
    }
  }
  return removed;
}
