import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { quoted } from "./compile.js";
import { openDatabase } from "./database.js";
import { JOINED_VIEWS, TABLES_FOLDER, tableViews } from "./views.js";

/**
 * Writes `corpus.duckdb`: no rows, only views over the tables. Their paths are relative, so that the folder can be moved;
 * who opens it from elsewhere says `SET file_search_path = '…/corpus'`.
 */
export async function writeDatabase(corpus: string): Promise<void> {
  const file = join(corpus, ".corpus.duckdb.next");
  for (const left of [file, `${file}.wal`]) rmSync(left, { force: true });
  const database = await openDatabase({ file });
  try {
    await database.run(`SET file_search_path = ${quoted(corpus)}`);
    for (const view of [...tableViews(`${TABLES_FOLDER}/`), ...JOINED_VIEWS]) await database.run(view);
    await database.run("CHECKPOINT");
  } finally {
    database.close();
  }
  renameSync(file, join(corpus, "corpus.duckdb"));
}
