import { join } from "node:path";
import { InputError } from "../model/errors.js";
import { sha256 } from "../text/sha256.js";
import { quoted } from "./compile.js";
import type { Database } from "./database.js";
import { type Forced, NEW } from "./identity/forced.js";
import type { Identities } from "./identity/identities.js";
import { foldName, type IdentityType, LETTER } from "./identity/names.js";
import { IDENTITY_TABLES } from "./identity-tables.js";
import { createTable, insertRows } from "./rows.js";
import type { Table } from "./table.js";
import { ENTITY_IDENTITIES } from "./views.js";

const [IDENTITIES, NAMES, MERGES, MOVES] = IDENTITY_TABLES as [Table, Table, Table, Table];

/** Writes the small tables of identities to a folder. The partitioned tables must be readable by their names. */
export async function writeIdentities(
  database: Database,
  identities: Identities,
  options: { readonly forced: Forced; readonly forcedFile: string; readonly folder: string; readonly scratch: string },
): Promise<void> {
  const { folder, scratch } = options;
  for (const table of IDENTITY_TABLES) await database.run(createTable(table));
  await insertRows(database, MERGES, mergesOf(identities), scratch);
  await insertRows(database, MOVES, await movesOf(database, identities, options), scratch);
  await database.run(ENTITY_IDENTITIES);
  const names = await database.rows<{ identity_id: string; name: string; articles: number }>(`
    SELECT identity_id, name, count(DISTINCT article_id) AS articles
    FROM (SELECT article_id, entity_id, name FROM entities UNION ALL SELECT article_id, entity_id, alias FROM aliases)
    JOIN entity_identities USING (article_id, entity_id)
    GROUP BY ALL ORDER BY identity_id, articles DESC, name`);
  await insertRows(
    database,
    NAMES,
    names.map((row) => ({ ...row, folded: foldName(row.name) })),
    scratch,
  );
  await database.run(`
    INSERT INTO identities
    SELECT identity_id, any_value(e.type), NULL, count(DISTINCT article_id), min(a.published_date), max(a.published_date)
    FROM entity_identities JOIN entities e USING (article_id, entity_id) JOIN articles a USING (article_id) GROUP BY ALL`);
  const chosen = {
    name: "chosen",
    columns: IDENTITIES.columns.filter(({ name }) => /^(identity_id|name)$/.test(name)),
  };
  await database.run(createTable(chosen));
  await insertRows(database, chosen, chosenNames(names), scratch);
  await database.run(
    "UPDATE identities SET name = chosen.name FROM chosen WHERE chosen.identity_id = identities.identity_id",
  );
  for (const { name, key } of IDENTITY_TABLES) {
    const file = quoted(join(folder, `${name}.parquet`));
    await database.run(`COPY (FROM ${name} ORDER BY ${key.join(", ")}) TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
  }
}

function mergesOf(identities: Identities): readonly object[] {
  return [...identities.all()].flatMap((identity) => {
    if (identity.into === undefined) return [];
    const { rule, score, evidence } = identity.into;
    return { given_id: identity.id, identity_id: identities.root(identity).id, rule, score, evidence };
  });
}

/** The most frequent name of two words or more, unless it is rare beside the most frequent of all; else that one. Names come the most frequent first. */
function chosenNames(names: readonly { identity_id: string; name: string; articles: number }[]): readonly object[] {
  const chosen = new Map<string, { name: string; most: number }>();
  for (const { identity_id, name, articles } of names) {
    const best = chosen.get(identity_id);
    if (best === undefined) chosen.set(identity_id, { name, most: articles });
    else if (!best.name.includes(" ") && name.includes(" ") && RARE * articles >= best.most) best.name = name;
  }
  return [...chosen].map(([identity_id, { name }]) => ({ identity_id, name }));
}

/** A full name in fewer than one of so many articles is an odd one out. */
const RARE = 5;

async function movesOf(
  database: Database,
  identities: Identities,
  { forced, forcedFile: file }: { readonly forced: Forced; readonly forcedFile: string },
): Promise<readonly object[]> {
  const rows: object[] = [];
  for (const { articleId, entityId, to } of forced.moves) {
    const [entity] = await database.rows<{ type: IdentityType }>(
      "SELECT type FROM entities WHERE article_id = $articleId AND entity_id = $entityId",
      { articleId, entityId },
    );
    if (!entity)
      throw new InputError(`no entity '${entityId}' in an article '${articleId}'; see the table entities`, { file });
    const known = identities.get(to);
    if (to !== NEW && !known)
      throw new InputError(`no identity has the id '${to}'; see the table identities`, { file });
    const own = () => `${LETTER[entity.type]}-${sha256(JSON.stringify(["moved", articleId, entityId])).slice(0, 12)}`;
    rows.push({ article_id: articleId, entity_id: entityId, identity_id: known ? identities.root(known).id : own() });
  }
  return rows;
}
