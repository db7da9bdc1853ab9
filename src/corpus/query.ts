import { existsSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { DuckDBInstance, DuckDBTypeId, type DuckDBValue, StatementType } from "@duckdb/node-api";
import { InputError } from "../model/errors.js";
import { quoted } from "./compile.js";
import { type Bound, OFFLINE } from "./database.js";
import { IDENTITY_TABLES } from "./identity-tables.js";
import { JOINED_VIEWS, PARTITIONED, TABLES_FOLDER, tableViews } from "./views.js";

/** A cell as JSON has it; dates are texts. */
export type Cell = string | number | boolean | null | object;

/** Rows that answer a question. */
export interface Answer {
  readonly columns: readonly string[];
  /** True where a column holds numbers. */
  readonly isNumber: readonly boolean[];
  readonly rows: readonly (readonly Cell[])[];
}

const NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

/**
 * Answers one SELECT over a corpus's tables. The tables are views in a database in memory, and only statements that read
 * are run: nothing a query says can change the corpus, write a file or reach the network. With `parquet` the answer is
 * written to that file and no rows are given. Throws an InputError for SQL that is wrong or does more than read.
 */
export async function queryCorpus(
  corpus: string,
  sql: string,
  options: { readonly bound?: Bound; readonly parquet?: string } = {},
): Promise<Answer> {
  const folder = join(resolve(corpus), TABLES_FOLDER);
  if (!existsSync(folder)) throw new InputError("is no corpus; make one with copydesk corpus build", { file: corpus });
  const instance = await DuckDBInstance.create(":memory:", OFFLINE);
  const connection = await instance.connect();
  try {
    for (const view of viewsFor(sql, `${folder}/`)) await connection.run(view);
    const statements = await told(connection.extractStatements(sql));
    if (statements.count !== 1) throw new InputError(`expected one SQL statement, got ${statements.count}`);
    const { statementType } = await told(statements.prepare(0));
    if (statementType !== StatementType.SELECT && statementType !== StatementType.EXPLAIN) {
      throw new InputError(`only SELECT runs here, not ${StatementType[statementType]}; write results with -o`);
    }
    const values = options.bound as Record<string, DuckDBValue> | undefined;
    if (options.parquet === undefined) return answerOf(await told(connection.runAndReadAll(sql, values)));
    await told(connection.run(`CREATE TEMP TABLE answer AS ${sql.replace(/;\s*$/, "")}`, values));
    const next = `${options.parquet}.next`;
    try {
      await told(connection.run(`COPY answer TO ${quoted(next)} (FORMAT parquet, COMPRESSION zstd)`));
      renameSync(next, options.parquet);
    } finally {
      rmSync(next, { force: true });
    }
    return { columns: [], isNumber: [], rows: [] };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The views that a query may mean: making one opens its files. All for a query that asks what there is. */
function viewsFor(sql: string, folder: string): readonly string[] {
  const isNamed = (text: string, name: string) => text.toLowerCase().includes(name);
  if (/\b(show|describe|duckdb_\w+|information_schema)\b/i.test(sql)) return [...tableViews(folder), ...JOINED_VIEWS];
  const joined = JOINED_VIEWS.filter((view) =>
    /VIEW (\w+)/
      .exec(view)
      ?.slice(1)
      .some((name) => isNamed(sql, name)),
  );
  const needed = joined.some((view) => view.includes("VIEW spoken")) ? JOINED_VIEWS : joined;
  const text = [sql, ...needed].join("\n");
  const tables = [...PARTITIONED, ...IDENTITY_TABLES].filter(({ name }) => isNamed(text, name));
  return [...tableViews(folder, tables), ...needed];
}

/** DuckDB's errors are about the query, and say enough. */
async function told<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (cause) {
    throw new InputError((cause as Error).message, {}, { cause });
  }
}

type Reader = Awaited<ReturnType<Awaited<ReturnType<DuckDBInstance["connect"]>>["runAndReadAll"]>>;

function answerOf(reader: Reader): Answer {
  const isNumber = reader.columnTypes().map(({ typeId }) => NUMBERS.has(typeId));
  const rows = reader
    .getRowsJson()
    .map((row) => row.map((cell, i) => (isNumber[i] && typeof cell === "string" ? Number(cell) : (cell as Cell))));
  return { columns: reader.columnNames(), isNumber, rows };
}
