/** One row: what is counted, and its figure or figures. */
export type Row = readonly [label: string, value: string];

/** Rows as two columns, the labels padded to one width. Ends with a line end. */
export function table(rows: readonly Row[]): string {
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${value}\n`).join("");
}

/** Parts that are not zero, as 'person 3 · place 1'; 'none' when all are. */
export function counts(parts: readonly (readonly [name: string, count: number])[]): string {
  const shown = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`);
  return shown.length === 0 ? "none" : shown.join(" · ");
}

/** A share in whole per cent: '15 of 18 (83 %)'; 'none' of nothing. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;
