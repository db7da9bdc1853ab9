/**
 * Who is the same across documents, against Wikipedia identities: builds a corpus of knowledge files of the coref corpora
 * and compares pairs of (document, person, organization or place) across documents. Prints precision, recall, F1, and with
 * --errors what was joined or missed wrongly.
 *   copydesk worker < documents.ndjson > knowledge.ndjson
 *   node bench/corpus-identities.mjs KNOWLEDGE.ndjson GOLD.jsonl... [--errors] [--type person]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const dist = process.env.COPYDESK_DIST ?? new URL("../dist", import.meta.url).href;
const { buildCorpus } = await import(`${dist}/src/corpus/build.js`);
const { queryCorpus } = await import(`${dist}/src/corpus/query.js`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: "boolean" }, type: { type: "string" } },
});
const [knowledge, ...golds] = positionals;
const lines = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const gold = new Map(golds.flatMap(lines).map((document) => [document.id, document]));
const folder = mkdtempSync(join(tmpdir(), "identities-"));
mkdirSync(join(folder, "in"));
const files = lines(knowledge).filter(({ article }) => gold.has(article?.id));
files.forEach((file, n) => void writeFileSync(join(folder, "in", `${n}.knowledge.json`), JSON.stringify(file)));
await buildCorpus([join(folder, "in")], { folder: join(folder, "corpus") });
const { rows } = await queryCorpus(
  join(folder, "corpus"),
  "SELECT article_id, entity_id, identity_id, name FROM entity_identities JOIN entities USING (article_id, entity_id)",
);
rmSync(folder, { recursive: true });
const identities = new Map(
  rows.map(([article, entity, identity, name]) => [`${article} ${entity}`, { identity, name }]),
);

/** One item for each gold identity and system entity of a document that share a mention by name. */
const items = new Map();
let missed = 0;
for (const { article, mentions } of files) {
  for (const { identity, named, type, start, end, head } of gold.get(article.id).mentions) {
    if (!identity || !named || !["person", "organization", "place"].includes(type)) continue;
    if (values.type && type !== values.type) continue;
    const [from, to] = head;
    const inside = mentions.filter(
      (one) => one.form === "name" && one.type === type && start <= one.start + 4 && one.end <= end,
    );
    const found =
      inside.find((one) => one.start <= from && to <= one.end) ??
      (type === "person" && inside.length === 1 ? inside[0] : undefined);
    const known = found && identities.get(`${article.id} ${found.entity}`);
    if (!known) missed++;
    else items.set(`${article.id} ${identity} ${found.entity}`, { document: article.id, who: identity, ...known });
  }
}
const all = [...items.values()];
let [both, held, same] = [0, 0, 0];
const wrong = new Map();
all.forEach((a, index) => {
  for (const b of all.slice(0, index)) {
    if (a.document === b.document) continue;
    const isSame = a.who === b.who;
    const isHeld = a.identity === b.identity;
    same += isSame;
    held += isHeld;
    both += isSame && isHeld;
    if (isSame === isHeld) continue;
    const what = `${isHeld ? "joined" : "missed"}  ${[`${a.name} (${a.who})`, `${b.name} (${b.who})`].sort().join(" | ")}`;
    wrong.set(what, (wrong.get(what) ?? 0) + 1);
  }
});
const [precision, recall] = [both / held, both / same];
const f1 = (2 * precision * recall) / (precision + recall);
console.log(
  `${files.length} documents, ${all.length} entities with an identity (${missed} mentions without one of ours)`,
);
console.log(`pairs: true ${same}, held ${held}, both ${both}`);
console.log(`P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`);
if (values.errors) for (const [what, count] of [...wrong].sort((a, b) => b[1] - a[1])) console.log(count, what);
