/** Types of columns, named so that DuckDB, Spark and Parquet all have them; no column is nested. */
export type ColumnType = "string" | "integer" | "double" | "boolean" | "date";

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly doc: string;
}

/**
 * A column that is read off knowledge files. `read` is
 *
 * - `a.b` a field of the row's item; `../a.b` of the item around it; `/a.b` of the file;
 * - `.` the item itself; `#` its position in its list, from 0;
 * - `a[].b` the field of every item of a list, joined by ' … ' and null when there are none: a text, never a list.
 */
export interface ReadColumn extends Column {
  readonly read: string;
  /** `day`: the first ten characters as a date, null when they are none. `month`: the first seven, else `unknown`. */
  readonly as?: "day" | "month";
  /** Stands where the field is absent. */
  readonly absent?: boolean;
}

/** A table, and the columns that tell its rows apart. */
export interface Table {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
}

/** A table with a row for each item that `rows` leads to: `/` the file, `quotes[]` a list, `quotes[].content[]` a list in its items. */
export interface ReadTable extends Table {
  readonly rows: string;
  readonly columns: readonly ReadColumn[];
}

type More = Pick<ReadColumn, "as" | "absent">;

const plain =
  (type: ColumnType, nullable: boolean) =>
  (name: string, doc: string): Column => ({ name, type, nullable, doc });

const read =
  (type: ColumnType, nullable: boolean) =>
  (name: string, path: string, doc: string, more: More = {}): ReadColumn => ({
    ...plain(type, nullable)(name, doc),
    read: path,
    ...more,
  });

const byType = <Builder>(column: (type: ColumnType, nullable: boolean) => Builder) => ({
  string: column("string", false),
  integer: column("integer", false),
  boolean: column("boolean", false),
  maybe: {
    string: column("string", true),
    integer: column("integer", true),
    double: column("double", true),
    date: column("date", true),
  },
});

/** Columns that are read off knowledge files, by type; those of `maybe` may be null. */
export const readColumn = byType(read);

/** Columns that are reckoned, in the same way. */
export const column = byType(plain);
