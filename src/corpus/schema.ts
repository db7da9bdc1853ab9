import { JOINT } from "./compile.js";
import { IDENTITY_TABLES, MEMBERS } from "./identity-tables.js";
import type { Table } from "./table.js";
import { PARTITION, TABLES, TABLES_VERSION } from "./tables.js";

/** The tables as data for other programs: `table.ts` says what `rows` and `read` mean. */
export interface CorpusSchema {
  readonly version: string;
  readonly partitionedBy: string;
  /** Stands between the parts of a joined column. */
  readonly joint: string;
  /** `isPartitioned` tables lie in `tables/NAME/published_month=…/*.parquet`, the others in `tables/NAME.parquet`. */
  readonly tables: readonly (Table & { readonly rows?: string; readonly isPartitioned: boolean })[];
}

/** All tables: first those read off knowledge files, then those that say who is the same across them. */
export const corpusSchema = (): CorpusSchema => ({
  version: TABLES_VERSION,
  partitionedBy: PARTITION,
  joint: JOINT,
  tables: [
    ...[...TABLES, MEMBERS].map((table) => ({ ...table, isPartitioned: true })),
    ...IDENTITY_TABLES.map((table) => ({ ...table, isPartitioned: false })),
  ],
});
