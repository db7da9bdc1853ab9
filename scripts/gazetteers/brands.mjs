/** Companies, banks, agencies and utilities with Wikidata ids, from the name suggestion index. */
import { readFileSync } from "node:fs";
import { nameKey } from "../../dist/src/text/name-key.js";
import { header, writeTable } from "./table-file.mjs";

const index = new URL("node_modules/name-suggestion-index/dist/json/nsi.min.json", import.meta.url);
const { nsi } = JSON.parse(readFileSync(index, "utf8"));

/** Trees of the index and the tag that names the organization in each. */
const TREES = { brands: "brand", operators: "operator", transit: "network" };

/** Names of more than one thing are left out: a key with two ids is no evidence. */
export function brands() {
  const found = new Map();
  for (const [path, { items = [] }] of Object.entries(nsi)) {
    const tag = TREES[path.split("/")[0]];
    if (!tag) continue;
    for (const { tags } of items) {
      const id = tags[`${tag}:wikidata`];
      const name = tags[tag];
      const key = name && nameKey(name);
      if (!id || !key || key.length < 3 || /^\d+$/.test(key)) continue;
      if (!found.has(key)) found.set(key, { name, ids: new Set() });
      found.get(key).ids.add(id);
    }
  }
  const rows = [...found]
    .filter(([, { ids }]) => ids.size === 1)
    .map(([key, { name, ids }]) => [key, name, [...ids][0]]);
  const head = header(
    ["Companies, banks, agencies and utilities that have one Wikidata id: key, name, id."],
    "name-suggestion-index 8.0.20260918 (npm)",
    "BSD-3-Clause",
  );
  return writeTable("brands.tsv.br", head, rows);
}
