import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

/** Values bound to `$name` or `$1` in a statement. */
export type Bound = Readonly<Record<string, string | number | boolean | null>> | readonly (string | number | null)[];

/** An open database, thinly wrapped. */
export interface Database {
  readonly run: (sql: string, bound?: Bound) => Promise<void>;
  /** Rows as objects; whole numbers as numbers, dates as texts. */
  readonly rows: <Row>(sql: string, bound?: Bound) => Promise<readonly Row[]>;
  /** Columns of a large result, each an array. */
  readonly columns: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  readonly close: () => void;
}

/** Nothing is ever fetched from the network: DuckDB would load extensions it misses by itself. */
export const OFFLINE = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" } as const;

/** Opens a database file, or one in memory without `file`. Throws what DuckDB throws. */
export async function openDatabase(
  options: { readonly file?: string; readonly config?: Readonly<Record<string, string>> } = {},
): Promise<Database> {
  const instance = await DuckDBInstance.create(options.file ?? ":memory:", { ...OFFLINE, ...options.config });
  const connection = await instance.connect();
  const bind = (bound: Bound | undefined) => bound as Record<string, DuckDBValue> | undefined;
  return {
    run: async (sql, bound) => {
      await connection.run(sql, bind(bound));
    },
    rows: async <Row>(sql: string, bound?: Bound) =>
      (await connection.runAndReadAll(sql, bind(bound))).getRowObjectsJS().map(plain) as Row[],
    columns: async (sql) => (await connection.runAndReadAll(sql)).getColumnsJS(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const plain = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );
