import type { BuildResult } from "../corpus/build.js";
import type { Answer, Cell } from "../corpus/query.js";
import type { CorpusSchema } from "../corpus/schema.js";
import { showable } from "../show/ansi.js";
import { table } from "./table.js";

/** How an answer can be given. */
export const FORMATS = ["table", "csv", "json", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

/** An answer as text, with a line end. `width` is the terminal's: wider tables have their texts cut. */
export function answerText(answer: Answer, format: Exclude<Format, "parquet">, width?: number): string {
  if (format === "table") return answerTable(answer, width);
  const { columns, rows } = answer;
  if (format === "csv") return [columns, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
  const objects = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  return `[${objects.map((object) => `\n  ${JSON.stringify(object)}`).join(",")}\n]\n`;
}

/** RFC 4180. Null is nothing between the commas. */
function csvCell(cell: Cell): string {
  const text = plain(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const plain = (cell: Cell): string =>
  cell === null ? "" : typeof cell === "object" ? JSON.stringify(cell) : String(cell);

/** Widest a cell gets where the width of the terminal is not known. */
const MOST = 80;
const LEAST = 12;

function answerTable({ columns, isNumber, rows }: Answer, width: number | undefined): string {
  if (rows.length === 0) return "no rows\n";
  const texts = [columns, ...rows].map((row) => row.map((cell) => showable(plain(cell)).replace(/\s+/g, " ")));
  const wanted = columns.map((_, i) => Math.min(MOST, Math.max(...texts.map((row) => [...row[i]!].length))));
  const widths = width === undefined ? wanted : narrowed(wanted, width - 2 * (columns.length - 1));
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) =>
        isNumber[i] ? cut(text, widths[i]!).padStart(widths[i]!) : padded(cut(text, widths[i]!), widths[i]!),
      )
      .join("  ")
      .trimEnd();
  const [head, ...body] = texts.map(line);
  const rule = widths.map((one) => "─".repeat(one)).join("  ");
  return `${[head, rule, ...body].join("\n")}\n${rows.length} ${rows.length === 1 ? "row" : "rows"}\n`;
}

/** Takes from the widest column until all fit, but leaves each what it needs to be read at all. */
function narrowed(wanted: readonly number[], room: number): readonly number[] {
  const widths = [...wanted];
  while (widths.reduce((sum, one) => sum + one, 0) > room) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - [...text].length));

const cut = (text: string, width: number): string => {
  const letters = [...text];
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join("")}…`;
};

/** What a build did, for people. */
export function buildSummary(
  { read, unchanged, removed, refused, manifest }: BuildResult,
  output: string,
  seconds: number,
): string {
  const rows = (name: string): string => String(manifest.tables[name]?.rows ?? 0);
  return table([
    ["articles", `${manifest.articles} in ${output}: read ${read} · unchanged ${unchanged} · removed ${removed}`],
    ...(refused.length === 0 ? [] : [["refused", String(refused.length)] as const]),
    ...["mentions", "quotes", "times", "claims"].map((name) => [name, rows(name)] as const),
    ["identities", `${rows("identities")} of ${rows("identity_members")} named entities`],
    ["seconds", seconds.toFixed(1)],
  ]);
}

/** The tables, for people. */
export function schemaText({ tables }: CorpusSchema): string {
  return tables
    .map(({ name, doc, rows, columns }) => {
      const from = rows === undefined ? "" : rows === "/" ? " One a file." : ` From ${rows}.`;
      const lines = columns.map(
        (column) => [`  ${column.name}`, `${column.type}${column.nullable ? "?" : ""}`, column.doc] as const,
      );
      const [first, second] = [0, 1].map((i) => Math.max(...lines.map((line) => line[i]!.length)));
      return `${name}: ${doc}${from}\n${lines.map(([a, b, c]) => `${a.padEnd(first!)}  ${b.padEnd(second!)}  ${c}\n`).join("")}`;
    })
    .join("\n");
}
