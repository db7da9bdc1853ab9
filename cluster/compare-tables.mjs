/**
 * Compares the tables of two corpora row for row, whatever the order of rows and files.
 *   node cluster/compare-tables.mjs CORPUS CORPUS [--copydesk dist/src/cli/bin.js]
 * Exit code 1 when a table differs.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { copydesk: { type: "string", default: fileURLToPath(new URL("../dist/src/cli/bin.js", import.meta.url)) } },
});
const [left, right] = positionals;
const schema = JSON.parse(
  execFileSync(process.execPath, [values.copydesk, "corpus", "schema", "--json"], { maxBuffer: 1 << 26 }),
);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const one = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects()[0];

let differ = 0;
for (const { name, columns, key, rows } of schema.tables) {
  if (rows === undefined) continue; // made of all articles together, not of each
  const list = columns.map((column) => `"${column.name}"`).join(", ");
  const from = (corpus) =>
    `(SELECT ${list} FROM read_parquet('${corpus.replaceAll("'", "''")}/tables/${name}/*/*.parquet',
      hive_partitioning = true, hive_types = {'${schema.partitionedBy}': VARCHAR}))`;
  const count = async (sql) => Number((await one(`SELECT count(*) AS n FROM ${sql}`)).n);
  const [a, b] = [await count(from(left)), await count(from(right))];
  const onlyLeft = await count(`(FROM ${from(left)} EXCEPT ALL FROM ${from(right)})`);
  const onlyRight = await count(`(FROM ${from(right)} EXCEPT ALL FROM ${from(left)})`);
  const doubled = await count(`(SELECT 1 FROM ${from(right)} GROUP BY ${key.join(", ")} HAVING count(*) > 1)`);
  const isSame = onlyLeft + onlyRight + doubled === 0;
  if (!isSame) differ++;
  const verdict = isSame
    ? "same"
    : `${onlyLeft} only in the first, ${onlyRight} only in the second, ${doubled} keys twice`;
  console.log(`${name.padEnd(16)} ${String(a).padStart(9)} ${String(b).padStart(9)}  ${verdict}`);
}
console.log(differ === 0 ? "all tables are the same" : `${differ} tables differ`);
process.exitCode = differ === 0 ? 0 : 1;
