import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the program stands: the folder of src and pipelines, here or in dist, and the models beside or above it. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MANIFESTS = [join(ROOT, "models/manifest.json"), join(ROOT, "../models/manifest.json")];

/**
 * Digest of what reads articles: the program's code and word lists, the model's manifest, and the user's own files: the
 * pipeline's module (not what that imports), the gazetteer. A changed rule gives another digest, so that its articles are redone.
 */
export function codeDigest(own: readonly string[]): string {
  const files = ["src", "pipelines"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.\w+$/.test(name) && !name.endsWith(".d.ts"))
      .map((name) => join(ROOT, folder, name)),
  );
  const hash = createHash("sha256");
  for (const file of [...files.sort(), ...MANIFESTS.filter(existsSync), ...own]) {
    hash.update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 32);
}
